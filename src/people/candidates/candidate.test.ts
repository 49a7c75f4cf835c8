import { describe, expect, test } from "vitest";
import { sectionsOf } from "../roles/role.ts";
import {
  isDue,
  keptUntil,
  seatOf,
  stageOf,
  whyNoMoreScoring,
  whyNotToClose,
  whySheetsAreHidden,
} from "./candidate.ts";
import { chosenFrom, requirementsOf } from "./requirement.ts";
import { agreementOf, misplacedIn, missingOn } from "./score.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const now = Temporal.Instant.from("2026-03-01T10:00:00Z");
const open = { closedAt: null, purged: null };
const closed = { ...open, closedAt: now };
const gone = { ...open, purged: { at: now, by: "Owner", sheets: 1, scores: 2 } };
const draft = { handedInAt: null };
const handedIn = { handedInAt: now };

describe("requirements", () => {
  const profile = {
    sections: sectionsOf({
      duties: [{ text: "Runs the pipeline", place: "/pipeline" }, { text: "Writes playbooks" }],
      technical: [{ text: "CRM" }],
      experience: [{ text: "5 years" }],
      pay: [{ text: "Enough" }],
    }),
  };

  test("are qualifications and then duties of a role, each with a key, and nothing of its pay", () => {
    expect(requirementsOf(profile)).toEqual([
      { key: "experience.1", section: "Experience", text: "5 years" },
      { key: "technical.1", section: "Technical skills", text: "CRM" },
      { key: "duties.1", section: "Duties", text: "Runs the pipeline" },
      { key: "duties.2", section: "Duties", text: "Writes playbooks" },
    ]);
  });

  test.each([
    ["nobody chose", undefined, ["experience.1", "technical.1", "duties.1", "duties.2"], null],
    ["two were chosen", ["duties.2", "technical.1"], ["technical.1", "duties.2"], null],
    ["one is unknown", ["duties.3"], [], "The role has no requirement duties.3."],
    ["none was chosen", [], [], "there is nothing to score"],
  ])("where %s", (_, keys, chosen, reason) => {
    const found = chosenFrom(requirementsOf(profile), keys);
    expect(found.chosen.map(({ key }) => key)).toEqual(chosen);
    if (reason === null) expect(found.reason).toBeNull();
    else expect(found.reason).toContain(reason);
  });
});

describe("agreement of interviewers", () => {
  test.each([
    ["alike", [2, 2], { n: 2, low: 2, high: 2, spread: 0, pairs: 1, agreeing: 1, share: 1 }],
    ["one level apart", [1, 2], { n: 2, spread: 1, pairs: 1, agreeing: 1, share: 1 }],
    ["two levels apart", [1, 3], { n: 2, spread: 2, pairs: 1, agreeing: 0, share: 0 }],
    [
      "three of whom one stands apart",
      [0, 2, 3],
      { n: 3, low: 0, high: 3, spread: 3, pairs: 3, agreeing: 1 },
    ],
    ["four in two camps", [0, 0, 3, 3], { n: 4, spread: 3, pairs: 6, agreeing: 2 }],
  ])("%s", (_, levels, expected) => {
    expect(agreementOf(levels)).toMatchObject({ ...expected, reason: null });
  });

  test("of a third of the pairs is a third", () => {
    expect(agreementOf([0, 2, 3]).share).toBe(1 / 3);
  });

  test("of fewer than two has no figure, with the reason", () => {
    expect(agreementOf([])).toMatchObject({
      n: 0,
      share: null,
      reason: "Nobody has scored it; agreement needs two.",
    });
    expect(agreementOf([3])).toMatchObject({
      ...{ n: 1, spread: null, share: null },
      reason: "One interviewer has scored it; agreement needs two.",
    });
  });
});

describe("a sheet that is handed in", () => {
  const score = (level: 0 | 2 | null, evidence: string) => ({ requirement: "duties.1", level, evidence });

  test.each([
    ["a level with evidence", [score(2, "Ran ours for a quarter")], []],
    ["not shown, with evidence", [score(0, "Had no answer")], []],
    ["a level without evidence", [score(2, "  ")], ["duties.1"]],
    ["evidence without a level", [score(null, "Spoke of it")], ["duties.1"]],
    ["nothing at all", [], ["scores"]],
    ["nothing that was asked about", [score(null, "")], ["scores"]],
  ])("with %s lacks %j", (_, scores, fields) => {
    expect(missingOn(scores).map(({ field }) => field)).toEqual(fields);
  });

  test("has each score at one requirement of the role", () => {
    const requirements = [{ key: "duties.1", section: "Duties", text: "Runs the pipeline" }];
    expect(misplacedIn([score(2, "x")], requirements)).toBeNull();
    expect(misplacedIn([score(2, "x"), score(2, "y")], requirements)).toBe("duties.1");
    expect(misplacedIn([{ ...score(2, "x"), requirement: "soft.1" }], requirements)).toBe("soft.1");
  });
});

describe("who may score and see", () => {
  test.each([
    ["has no sheet", open, undefined, false, true],
    ["has a draft", open, draft, false, true],
    ["has handed in", open, handedIn, true, false],
    ["has no sheet once scoring has ended", closed, undefined, true, false],
    ["has a draft once scoring has ended", closed, draft, true, false],
  ])("who %s", (_, candidate, own, sees, scores) => {
    expect(whySheetsAreHidden(candidate, own) === null).toBe(sees);
    expect(whyNoMoreScoring(candidate, own) === null).toBe(scores);
  });

  test("nobody scores or closes once what is personal is gone", () => {
    expect(whyNoMoreScoring(gone, draft)).toMatch("was removed");
    expect(whyNotToClose(gone, 2)).toMatch("was removed");
  });

  test("scoring ends once, and after a sheet was handed in", () => {
    expect(whyNotToClose(open, 0)).toMatch("No sheet");
    expect(whyNotToClose(open, 1)).toBeNull();
    expect(whyNotToClose(closed, 1)).toMatch("already");
  });

  test("a seat is a person's, or the owner's while it belongs to nobody", () => {
    expect(seatOf("018f")).toBe("person:018f");
    expect(seatOf(null)).toBe("owner");
  });
});

test.each([
  ["interviewing", open, false],
  ["scored", closed, false],
  ["decided", closed, true],
  ["removed", gone, true],
])("a candidate is %s", (stage, candidate, decided) => {
  expect(stageOf(candidate, decided)).toBe(stage);
});

describe("what is personal", () => {
  test("is kept for 180 days from the decision, or until the day that somebody said", () => {
    expect(keptUntil(null, day("2026-01-01")).toString()).toBe("2026-06-30");
    expect(keptUntil(day("2026-02-01"), day("2026-01-01")).toString()).toBe("2026-02-01");
  });

  test.each([
    ["2026-06-29", false],
    ["2026-06-30", true],
    ["2027-01-01", true],
  ])("is due on %s: %s", (today, due) => {
    const until = { keepUntil: day("2026-06-30"), purged: null };
    expect(isDue(until, day(today))).toBe(due);
    expect(isDue({ ...until, purged: gone.purged }, day(today))).toBe(false);
    expect(isDue({ keepUntil: null, purged: null }, day(today))).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { decideLeaving } from "../leaving.ts";
import { decideMove, type Holding, type MoveWanted, type Organization } from "../reassignment.ts";
import { listed, sayLeaving, sayMove } from "./say-move.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const held = (personId: string, to: string): Holding => ({
  id: `${personId}>${to}`,
  personId,
  to,
  startsOn: null,
  endsOn: null,
});
/** Vera leads Tom and Mia; Tom leads Ines; Ines leads Jon and Kim. */
const company: Organization = {
  people: ["Vera", "Tom", "Mia", "Ines", "Jon", "Kim"].map((name) => ({
    id: name,
    name,
    startedOn: null,
    leftOn: null,
  })),
  lines: [
    held("Tom", "Vera"),
    held("Mia", "Vera"),
    held("Ines", "Tom"),
    held("Jon", "Ines"),
    held("Kim", "Ines"),
  ],
  memberships: [held("Ines", "North"), held("Jon", "North")],
};
const said = (given: Partial<MoveWanted>) => {
  const wanted: MoveWanted = {
    personIds: ["Ines"],
    managerId: "Mia",
    startsOn: day("2026-03-01"),
    team: null,
    ...given,
  };
  const decided = decideMove(company, wanted);
  if ("refused" in decided) throw new Error(decided.refused.reason);
  return sayMove(company, wanted, decided.plan, (id) => id);
};
const saidOfLeaver = (personId: string, managerId: string | null) => {
  const wanted = { personId, leftOn: day("2026-03-31"), managerId };
  const decided = decideLeaving(company, wanted);
  if ("refused" in decided) throw new Error(decided.refused.reason);
  return sayLeaving(company, wanted, decided.plan);
};

describe("what a move means is said", () => {
  test("of one person with those below them", () => {
    expect(said({})).toEqual([
      "Ines reports to Mia from 1 Mar 2026.",
      "The line to Tom ends on 28 Feb 2026.",
      "With Ines come 2 people who report to them. Their own lines do not change.",
      "Teams stay as they are.",
    ]);
  });

  test("of people at two depths, and teams that change", () => {
    expect(said({ personIds: ["Tom"], team: { id: "South", of: "all" } })).toEqual([
      "Tom reports to Mia from 1 Mar 2026.",
      "The line to Vera ends on 28 Feb 2026.",
      "With Tom come 3 people: 1 directly and 2 through others. Their own lines do not change.",
      "4 people change to South: 2 from no team, 2 from North.",
    ]);
  });

  test("of several at once, and of nobody as a manager", () => {
    expect(said({ personIds: ["Jon", "Kim"], managerId: null })).toEqual([
      "Jon and Kim report to nobody from 1 Mar 2026.",
      "2 lines to Ines end on 28 Feb 2026.",
      "Teams stay as they are.",
    ]);
  });
});

describe("what leaving means is said", () => {
  test("where the reports go to somebody, where one of them takes over, and where nothing is decided", () => {
    const first = (name: string) =>
      `${name} is here until 31 Mar 2026; their own reporting line and team end with that day.`;
    expect(saidOfLeaver("Ines", "Mia")).toEqual([
      first("Ines"),
      "Jon and Kim report to Mia from 1 Apr 2026, without a day between.",
    ]);
    expect(saidOfLeaver("Ines", "Jon")).toEqual([
      first("Ines"),
      "Kim reports to Jon from 1 Apr 2026, without a day between.",
      "Jon reports to Tom from then on.",
    ]);
    expect(saidOfLeaver("Ines", null)).toEqual([
      first("Ines"),
      "Jon and Kim still report to them after that: without another manager they stand at the top of the chart.",
    ]);
    expect(saidOfLeaver("Kim", null)).toEqual([first("Kim"), "Nobody reports to them on the day after."]);
  });
});

test.each([
  [["Ana"], "Ana"],
  [["Ana", "Ben"], "Ana and Ben"],
  [["Ana", "Ben", "Cal"], "Ana, Ben and Cal"],
  [["Ana", "Ben", "Cal", "Dan", "Eva"], "5 people"],
])("%j is listed as %s", (names, text) => {
  expect(listed(names)).toBe(text);
});

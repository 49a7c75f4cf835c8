import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startingProfile } from "../roles/starting.ts";
import { bestOf, type Ladder, type Seen, standingOn, whyNoPlace } from "./ladder.ts";
import { startingLadders } from "./starting-ladders.ts";

const ladder: Ladder = {
  ...{ key: "running", name: "Running", summary: "" },
  levels: ["Walker", "Runner", "Racer"].map((name) => ({ key: name.toLowerCase(), name, roleKey: null })),
  competences: [
    { key: "legs", name: "Legs", shownBy: ["a mile", "ten miles", "a race"] },
    { key: "breath", name: "Breath", shownBy: ["an hour", "two hours", "three hours"] },
  ],
};
const seen = (competence: string, level: string, seenOn = "2026-01-01"): Seen => ({
  ...{ competence, level, seenOn: Temporal.PlainDate.from(seenOn) },
});

describe("where somebody stands", () => {
  test.each([
    ["nothing was seen", [], null, "walker", "Kim has shown 0 of 2 competences that Walker asks for."],
    [
      "one competence was",
      [seen("legs", "racer")],
      null,
      "walker",
      "Kim has shown 1 of 2 competences that Walker asks for.",
    ],
    [
      "all of the lowest level were",
      [seen("legs", "runner"), seen("breath", "walker")],
      "walker",
      "runner",
      "Kim has shown all that Walker asks for, and 1 of 2 competences that Runner asks for.",
    ],
    [
      "all of the highest were",
      [seen("legs", "racer"), seen("breath", "racer")],
      "racer",
      null,
      "Kim has shown all that Racer asks for, the top of this ladder.",
    ],
  ])("where %s", (_, records, reached, next, sentence) => {
    const found = standingOn(ladder, "Kim", records);
    expect([found.reached?.key ?? null, found.next?.key ?? null]).toEqual([reached, next]);
    expect(found.sentence).toBe(sentence);
  });

  test("what is missing is said competence by competence, with what would show it", () => {
    expect(standingOn(ladder, "Kim", [seen("breath", "walker")]).missing).toEqual([
      { competence: "legs", sentence: "Legs: nothing is on record; Walker asks for: a mile" },
    ]);
    expect(standingOn(ladder, "Kim", [seen("breath", "walker"), seen("legs", "walker")]).missing).toEqual([
      { competence: "legs", sentence: "Legs: shown as Walker; Runner asks for: ten miles" },
      { competence: "breath", sentence: "Breath: shown as Walker; Runner asks for: two hours" },
    ]);
  });

  test("the best that was seen counts, and of two alike the later one; what the ladder does not know is passed over", () => {
    const records = [
      seen("legs", "runner", "2026-02-01"),
      seen("legs", "walker", "2026-09-01"),
      seen("legs", "runner", "2026-03-01"),
      seen("legs", "flyer", "2026-10-01"),
    ];
    expect(bestOf(ladder, "legs", records)?.seenOn.toString()).toBe("2026-03-01");
    expect(bestOf(ladder, "breath", records)).toBeNull();
  });

  test("more evidence never takes a level away", () => {
    const one = fc.record({
      competence: fc.constantFrom("legs", "breath"),
      level: fc.constantFrom("walker", "runner", "racer"),
    });
    const height = (records: readonly Seen[]) => {
      const { reached } = standingOn(ladder, "Kim", records);
      return ladder.levels.findIndex(({ key }) => key === reached?.key);
    };
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), one, (some, more) => {
        const records = some.map(({ competence, level }) => seen(competence, level));
        expect(height([...records, seen(more.competence, more.level)])).toBeGreaterThanOrEqual(
          height(records),
        );
      }),
    );
  });
});

test.each([
  [seen("legs", "runner"), null],
  [seen("wings", "runner"), "competence"],
  [seen("legs", "flyer"), "level"],
])("%o has its place but for %s", (record, field) => {
  expect(whyNoPlace(ladder, record)?.field ?? null).toBe(field);
});

describe("the ladders that come along", () => {
  test("lead from Director over VP to CRO, and from analyst over senior analyst to Director", () => {
    const levels = startingLadders.map((one) => one.levels.map(({ name }) => name));
    expect(levels.slice(0, 2)).toEqual([
      ["Director of Sales Operations", "VP of Sales Operations", "Chief revenue officer"],
      ["Sales operations analyst", "Senior analyst", "Director of Sales Operations"],
    ]);
  });

  test.each(startingLadders.map((one) => [one.name, one] as const))(
    "%s says what shows each competence at each level, and names roles that are there",
    (_, one) => {
      for (const { shownBy } of one.competences) {
        expect(shownBy).toHaveLength(one.levels.length);
        expect(new Set(shownBy).size).toBe(shownBy.length);
      }
      const named = one.levels.flatMap(({ roleKey }) => roleKey ?? []);
      expect(named.filter((key) => startingProfile(key) === undefined)).toEqual([]);
    },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, type DateInterval, gaps, intersect, overlap } from "./interval.ts";

const origin = Temporal.PlainDate.from("2026-01-01");
const day = (offset: number) => origin.add({ days: offset });
const days = Array.from({ length: 34 }, (_, offset) => day(offset - 2));
const bounds = fc.option(fc.integer({ min: 0, max: 30 }).map(day), { nil: null, freq: 6 });
const intervals: fc.Arbitrary<DateInterval> = fc.record({ startsOn: bounds, endsOn: bounds });
const words = ({ startsOn, endsOn }: DateInterval) => `${startsOn ?? "…"}/${endsOn ?? "…"}`;
const interval = (text: string): DateInterval => {
  const [startsOn, endsOn] = text
    .split("/")
    .map((side) => (side === "…" ? null : Temporal.PlainDate.from(side)));
  return { startsOn: startsOn ?? null, endsOn: endsOn ?? null };
};

describe("in words", () => {
  test.each([
    ["2026-01-01/2026-02-01", "2026-01-31/2026-03-01", "2026-01-31/2026-02-01"],
    ["2026-01-01/2026-02-01", "2026-02-01/2026-03-01", null],
    ["…/2026-02-01", "2026-01-15/…", "2026-01-15/2026-02-01"],
    ["…/…", "…/…", "…/…"],
    ["2026-02-01/2026-01-01", "…/…", null],
  ])("%s and %s share %s", (a, b, shared) => {
    const found = intersect(interval(a), interval(b));
    expect(found && words(found)).toBe(shared);
  });

  test.each([
    ["nothing is covered", "2026-01-01/2026-12-01", [], ["2026-01-01/2026-12-01"]],
    ["a hole in the middle", "…/…", ["2026-06-01/…", "…/2026-05-01"], ["2026-05-01/2026-06-01"]],
    [
      "one inside another",
      "2026-01-01/2026-12-01",
      ["2026-02-01/2026-11-01", "2026-03-01/2026-04-01"],
      ["2026-01-01/2026-02-01", "2026-11-01/2026-12-01"],
    ],
    [
      "those that touch leave no gap",
      "2026-01-01/2026-03-01",
      ["2026-02-01/2026-03-01", "2026-01-01/2026-02-01"],
      [],
    ],
    ["all is covered", "2026-01-01/…", ["…/…"], []],
  ])("gaps: %s", (_, within, covered, found) => {
    expect(gaps(interval(within), covered.map(interval)).map(words)).toEqual(found);
  });
});

describe("for all intervals", () => {
  test("two overlap exactly when some day lies in both, whichever is asked first", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const shared = days.some((date) => contains(a, date) && contains(b, date));
        expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared]);
      }),
      { numRuns: 1000 },
    );
  });

  test("what two share holds exactly the days that lie in both", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const shared = intersect(a, b);
        for (const date of days) {
          const both = contains(a, date) && contains(b, date);
          expect(shared !== null && contains(shared, date)).toBe(both);
        }
      }),
    );
  });

  test("gaps hold exactly the days that nothing covers, in order and without touching", () => {
    fc.assert(
      fc.property(intervals, fc.array(intervals, { maxLength: 6 }), (within, covered) => {
        const found = gaps(within, covered);
        for (const date of days) {
          const open = contains(within, date) && !covered.some((one) => contains(one, date));
          expect(found.filter((gap) => contains(gap, date)).length, date.toString()).toBe(open ? 1 : 0);
        }
        for (const [at, gap] of found.entries()) {
          const following = found[at + 1];
          if (following === undefined) continue;
          if (gap.endsOn === null || following.startsOn === null)
            throw new Error("only the outer sides are open");
          expect(Temporal.PlainDate.compare(gap.endsOn, following.startsOn)).toBe(-1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

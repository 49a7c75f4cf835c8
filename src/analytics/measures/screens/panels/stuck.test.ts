import { expect, test } from "vitest";
import { conditionsOf, readFilter } from "#base/kernel";
import { stuckFilter, usualStays } from "./stuck.ts";

const one = "00000001-0000-4000-8000-000000000000";
const two = "00000002-0000-4000-8000-000000000000";

test("a stage is judged by its won opportunities where there are enough of them", () => {
  const rows = [
    { key: "Qualify", id: one, value: 11.2, n: 8 },
    { key: "Propose", id: two, value: 30, n: 7 },
    { key: "Closed", id: null, value: 3, n: 90 },
    { key: "Empty", id: two, value: null, n: 20 },
  ];
  expect(usualStays(rows)).toEqual([{ stageId: one, stage: "Qualify", days: 12, n: 8 }]);
});

test("stuck is longer in its stage than usual there", () => {
  const stays = [
    { stageId: one, stage: "Qualify", days: 12, n: 8 },
    { stageId: two, stage: "Propose", days: 30, n: 40 },
  ];
  expect(stuckFilter(stays)).toBe(
    `and(status.one-of(open),or(and(stage.one-of(${one}),stageEnteredAt.before(today-12d)),and(stage.one-of(${two}),stageEnteredAt.before(today-30d))))`,
  );
});

test("where no stage can be judged nothing is asked for", () => {
  expect(stuckFilter([])).toBeNull();
});

test("however many stages there are, the filter can be read", () => {
  const rows = Array.from({ length: 80 }, (_, at) => ({
    key: `Stage ${at}`,
    id: `${String(at).padStart(8, "0")}-0000-4000-8000-000000000000`,
    value: at + 1,
    n: 100,
  }));
  expect(conditionsOf(readFilter(stuckFilter(usualStays(rows)) ?? "")).length).toBeLessThanOrEqual(60);
});

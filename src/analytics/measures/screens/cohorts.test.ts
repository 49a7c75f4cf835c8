import { expect, test } from "vitest";
import { cohortsOf } from "./WinCohorts.tsx";

const row = (key: string, value: number | null, n: number) => ({ key, value, n });

test("what was known at the end of each quarter becomes a row for each quarter of creation", () => {
  const known = [
    [row("2026-Q1", 0.1, 20)],
    [row("2026-Q1", 0.25, 20), row("2026-Q2", 0.05, 40)],
    [row("2026-Q1", 0.3, 21), row("2026-Q2", 0.2, 40)],
  ];
  expect(cohortsOf(["2026-Q1", "2026-Q2", "2026-Q3"], known, true)).toEqual([
    { key: "2026-Q1", label: "Q1 2026", n: 21, rates: [0.1, 0.25, 0.3], running: true },
    { key: "2026-Q2", label: "Q2 2026", n: 40, rates: [0.05, 0.2], running: true },
  ]);
});

test("a quarter in which a cohort was not there yet has no figure, and not zero", () => {
  const known = [[], [row("2026-Q1", null, 3)], [row("2026-Q1", 0.5, 4)]];
  expect(cohortsOf(["2026-Q1"], known, false)[0]?.rates).toEqual([null, null, 0.5]);
});

import { expect, test } from "vitest";
import { categoriesOf } from "./forecast.ts";

test("each category stands with all that is surer, and what is omitted is no part of it", () => {
  const open = [
    { key: "pipeline", value: "300.00", n: 3 },
    { key: "commit", value: "100.50", n: 1 },
    { key: "omitted", value: "999.00", n: 9 },
  ];
  const told = categoriesOf({ value: "50.00", n: 2 }, open).map(({ key, amount, n, together }) => [
    key,
    amount,
    n,
    together,
  ]);
  expect(told).toEqual([
    ["won", 50, 2, 50],
    ["commit", 100.5, 1, 150.5],
    ["best-case", 0, 0, 150.5],
    ["pipeline", 300, 3, 450.5],
  ]);
});

test("before anything was won or opened, all is zero", () => {
  expect(categoriesOf({ value: null, n: 0 }, []).map(({ together }) => together)).toEqual([0, 0, 0, 0]);
});

import { expect, test } from "vitest";
import { rangeOf, standing, stepped } from "./cell-cursor.ts";

const extent = { lines: 100, columns: 5, page: 20 };
const from = { line: 50, column: 2 };

test.each<[string, boolean, [number, number] | null]>([
  ["ArrowUp", false, [49, 2]],
  ["ArrowDown", false, [51, 2]],
  ["j", false, [51, 2]],
  ["k", false, [49, 2]],
  ["ArrowLeft", false, [50, 1]],
  ["ArrowRight", false, [50, 3]],
  ["Home", false, [50, 0]],
  ["End", false, [50, 4]],
  ["PageDown", false, [70, 2]],
  ["PageUp", false, [30, 2]],
  ["ArrowDown", true, [99, 2]],
  ["ArrowLeft", true, [50, 0]],
  ["Home", true, [0, 0]],
  ["End", true, [99, 4]],
  ["j", true, null],
  ["x", false, null],
])("%s (with Ctrl: %s) leads to %j", (key, leap, to) => {
  expect(stepped(from, key, leap, extent)).toEqual(to === null ? null : { line: to[0], column: to[1] });
});

test("no key leads out of the grid", () => {
  expect(stepped({ line: 0, column: 0 }, "PageUp", false, extent)).toEqual({ line: 0, column: 0 });
  expect(stepped({ line: 95, column: 4 }, "PageDown", false, extent)).toEqual({ line: 99, column: 4 });
});

test("a range is the same whichever way it was marked", () => {
  const range = { top: 3, bottom: 9, left: 1, right: 4 };
  expect(rangeOf({ active: { line: 3, column: 4 }, anchor: { line: 9, column: 1 } })).toEqual(range);
  expect(rangeOf({ active: { line: 9, column: 1 }, anchor: { line: 3, column: 4 } })).toEqual(range);
  expect(rangeOf(standing(from))).toEqual({ top: 50, bottom: 50, left: 2, right: 2 });
});

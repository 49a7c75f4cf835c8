import { expect, test } from "vitest";
import { rangeWidth } from "./spread.ts";

test.each([
  [0, 1],
  [9, 1],
  [13, 2],
  [103.4, 10],
  [240, 20],
  [700, 100],
  [5000, 500],
])("values up to %d are counted in ranges of %d", (high, width) => {
  expect(rangeWidth(high)).toBe(width);
});

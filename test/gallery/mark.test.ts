import { expect, test } from "vitest";
import { differenceOf } from "./mark.ts";

test.each([
  ["the same picture", "80808080", "80808080", 0],
  ["a little brighter everywhere", "80808080", "8b8b8b8b", 0],
  ["a field of four that changed", "80808080", "80808000", 0.25],
  ["dark for light", "ffffffff", "00000000", 1],
  ["another size", "80808080", "8080", 1],
])("%s differs by a share of its fields", (_, one, other, share) => {
  expect(differenceOf(one, other)).toBe(share);
});

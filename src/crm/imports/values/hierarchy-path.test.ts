import { expect, test } from "vitest";
import { placesAbove, readPaths } from "./hierarchy-path.ts";

test.each([
  [
    ["", "58", "5AC0", "5AD6"],
    [[], ["1"], ["1", "1"], ["1", "1", "1"]],
  ],
  [
    ["0x58", "0x68", "0x78", "0x84"],
    [["1"], ["2"], ["3"], ["4"]],
  ],
  [
    ["/", "/1/", "/1/12/3/"],
    [[], ["1"], ["1", "12", "3"]],
  ],
  [
    ["1", "1.2", "1.2.10"],
    [["1"], ["1", "2"], ["1", "2", "10"]],
  ],
  [["North > Team A"], [["North", "Team A"]]],
  [
    ["58", "xyz"],
    [["1"], null],
  ],
])("the paths %j are %j", (values, expected) => {
  expect(readPaths(values)).toEqual(expected);
});

test.each([
  // 110xx0x1xxx1: 16 is 110 00 0 0 1 000 1, and 79 is 110 11 0 1 1 111 1.
  ["C110", "16"],
  ["DBF0", "79"],
])("the bits %s are the ordinal %s", (hex, ordinal) => {
  expect(readPaths([hex])).toEqual([[ordinal]]);
});

test("above a place is who holds the path without its last step; nobody where two hold it", () => {
  expect(placesAbove([[], ["1"], ["1", "2"], ["9", "1"], null])).toEqual([null, 0, 1, null, null]);
  expect(placesAbove([["1"], ["1"], ["1", "2"]])).toEqual([null, null, null]);
});

import { expect, test } from "vitest";
import { inferredNotes, inferredOf } from "./inferred.ts";

test.each([
  ["nothing", 0, 12, []],
  [
    "one of several",
    1,
    12,
    [
      "1 of the 12 opportunities behind this is known from dates only on that day: their source kept no history of changes.",
    ],
  ],
  [
    "some",
    3,
    12,
    [
      "3 of the 12 opportunities behind this are known from dates only on that day: their source kept no history of changes.",
    ],
  ],
  [
    "all",
    12,
    12,
    [
      "All 12 opportunities behind this are known from dates only on that day: their source kept no history of changes.",
    ],
  ],
] as const)("what is said of %s that is inferred", (_, count, of, expected) => {
  expect(inferredNotes(inferredOf(count, of))).toEqual(expected);
});

import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

const at = (seconds: number) => Temporal.Instant.from("2026-03-10T15:00:00Z").add({ seconds });

test.each([
  ["nothing done yet", [], 1000, 0, null],
  ["one look says nothing of a pace", [[500, 0]], 1000, 0, null],
  [
    "rows done before a pause do not count",
    [
      [500, 0],
      [600, 10],
    ],
    1000,
    10,
    40,
  ],
  [
    "what is slow now is told as slow",
    [
      [0, 0],
      [9000, 10],
      [9050, 35],
      [9100, 60],
    ],
    10_000,
    2,
    450,
  ],
  [
    "nothing left takes no time",
    [
      [0, 0],
      [1000, 10],
    ],
    1000,
    100,
    0,
  ],
  [
    "no row in all that time says nothing of the end",
    [
      [500, 0],
      [500, 20],
    ],
    1000,
    0,
    null,
  ],
] as const)("%s", (_, seen, total, rowsPerSecond, remainingSeconds) => {
  const pace = new Pace();
  for (const [rows, seconds] of seen) pace.note(rows, at(seconds));
  expect(pace.tell(total)).toEqual({ rowsPerSecond, remainingSeconds });
});

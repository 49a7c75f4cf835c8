import { expect, test } from "vitest";
import { closedBeforeCreated, constantDaysToClose, createdAtOnce, isFarAhead } from "./suspicions.ts";

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

test.each([
  ["2026-03-02", "2026-03-01", true],
  ["2026-03-02", "2026-03-02", false],
  ["2026-03-02", null, false],
  [null, "2026-03-01", false],
])("created on %s and closed on %s is suspicious: %s", (created, closed, suspicious) => {
  expect(closedBeforeCreated(day(created), day(closed))).toBe(suspicious);
});

test.each([
  ["2036-03-01", false],
  ["2036-03-02", true],
  ["2206-03-01", true],
])("seen from 1 March 2026 the day %s is too far ahead: %s", (ahead, suspicious) => {
  expect(isFarAhead(Temporal.PlainDate.from(ahead), Temporal.PlainDate.from("2026-03-01"))).toBe(suspicious);
});

test("a hundred records of one minute were loaded; ninety-nine may have been written", () => {
  const minutes = new Map([
    ["2026-03-01T09:00", 99],
    ["2026-03-01T10:30", 100],
  ]);
  expect(createdAtOnce(minutes)).toEqual({ minute: "2026-03-01T10:30", count: 100 });
  expect(createdAtOnce(new Map([["2026-03-01T09:00", 99]]))).toBeNull();
  expect(createdAtOnce(new Map())).toBeNull();
});

test.each([
  ["all the same", [[30, 20]], 30],
  [
    "nearly all the same",
    [
      [30, 95],
      [12, 5],
    ],
    30,
  ],
  ["too few", [[30, 19]], null],
  [
    "different",
    [
      [30, 50],
      [31, 50],
    ],
    null,
  ],
  ["on the same day", [[0, 200]], null],
  ["none", [], null],
] as const)("days to close that are %s", (_, days, constant) => {
  expect(constantDaysToClose(new Map(days as readonly (readonly [number, number])[]))).toBe(constant);
});

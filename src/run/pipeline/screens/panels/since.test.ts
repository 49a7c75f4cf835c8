import { expect, test } from "vitest";
import { beginningOf, mondayBefore, sincesOf } from "./since.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const quarterFrom = day("2026-10-01");

test.each([
  ["a Wednesday", "2026-11-25", "2026-11-23"],
  ["a Tuesday", "2026-11-24", "2026-11-23"],
  ["a Sunday", "2026-11-29", "2026-11-23"],
  ["a Monday, which looks back over the week before", "2026-11-23", "2026-11-16"],
])("since Monday on %s", (_, shown, expected) => {
  expect(mondayBefore(day(shown)).toString()).toBe(expected);
});

test("looking back begins at the end of the day before the first that counts", () => {
  const ground = { day: day("2026-11-25"), visited: "2026-11-20", quarterFrom };
  expect(beginningOf("monday", ground)).toEqual({ from: "2026-11-22", named: "2026-11-23" });
  expect(beginningOf("month", ground)).toEqual({ from: "2026-10-28", named: "2026-10-29" });
  expect(beginningOf("quarter", ground)).toEqual({ from: "2026-09-30", named: "2026-10-01" });
});

test("since the last visit means what was not there at the end of that day", () => {
  const ground = { day: day("2026-11-25"), visited: "2026-11-20", quarterFrom };
  expect(beginningOf("visit", ground)).toEqual({ from: "2026-11-20", named: "2026-11-20" });
});

test.each([
  ["with a visit before the day", "2026-11-20", ["visit", "monday", "month", "quarter"]],
  ["on the first visit", null, ["monday", "month", "quarter"]],
  ["on a day before the visit", "2026-11-25", ["monday", "month", "quarter"]],
])("the usual choice %s comes first", (_, visited, expected) => {
  expect(sincesOf({ day: day("2026-11-25"), visited })).toEqual(expected);
});

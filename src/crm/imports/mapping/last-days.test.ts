import { expect, test } from "vitest";
import { areLastDays, endsFound } from "./last-days.ts";

const day = (text: string) => (text === "" ? null : Temporal.PlainDate.from(text));
const spans = (...texts: string[]) =>
  texts.map((text) => {
    const [of = "", startsOn = "", endsOn = ""] = text.split(" ");
    return { of, startsOn: day(startsOn), endsOn: day(endsOn) };
  });

test.each([
  [
    "the next begins the day after",
    spans("a 2026-01-01 2026-01-31", "a 2026-02-01"),
    { before: 1, same: 0 },
    true,
  ],
  [
    "the next begins on the day",
    spans("a 2026-02-01", "a 2026-01-01 2026-02-01"),
    { before: 0, same: 1 },
    false,
  ],
  ["nothing follows", spans("a 2026-01-01 2026-01-31", "b 2026-02-01"), { before: 0, same: 0 }, true],
  ["there is a gap", spans("a 2026-01-01 2026-01-31", "a 2026-03-01"), { before: 0, same: 0 }, true],
])("an end is a last day where %s: %#", (_, given, found, last) => {
  expect([endsFound(given), areLastDays(endsFound(given))]).toEqual([found, last]);
});

import { expect, test } from "vitest";
import { spanText } from "./PersonKnown.tsx";

test.each([
  [null, null, "since before the records"],
  ["2026-02-01", null, "since 1 Feb 2026"],
  [null, "2026-02-01", "until 31 Jan 2026"],
  ["2025-02-01", "2026-02-01", "1 Feb 2025 – 31 Jan 2026"],
])("from %s until before %s reads %s", (startsOn, endsOn, text) => {
  expect(spanText({ startsOn, endsOn })).toBe(text);
});

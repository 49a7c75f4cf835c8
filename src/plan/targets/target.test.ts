import { expect, test } from "vitest";
import { aTargetHasAtLeastADay, aTargetIsNotNegative } from "./target.ts";

const days = (from: string, to: string) => ({
  startsOn: Temporal.PlainDate.from(from),
  endsOn: Temporal.PlainDate.from(to),
});

test("a target has at least a day", () => {
  expect(aTargetHasAtLeastADay(days("2026-01-01", "2026-04-01"))).toBeNull();
  expect(aTargetHasAtLeastADay(days("2026-01-01", "2026-01-01"))).toBe(
    "It ends before 2026-01-01, so that it must start earlier than 2026-01-01.",
  );
});

test("a target is not negative", () => {
  expect(aTargetIsNotNegative({ amountMinor: 0n })).toBeNull();
  expect(aTargetIsNotNegative({ amountMinor: -1n })).toBe("A target is not less than nothing.");
});

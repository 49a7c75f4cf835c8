import { describe, expect, test } from "vitest";
import { keyExpiry, shouldBeUsedAgain, shownOf, whyKeyEnded } from "./key.ts";

const made = Temporal.Instant.from("2026-03-02T08:00:00Z");
const key = { expiresAt: keyExpiry(made, 30), endedAt: null };

describe("a key", () => {
  test.each([
    ["just made", key, 0, null],
    ["a second before its time is over", key, 30 * 86_400 - 1, null],
    ["when its time is over", key, 30 * 86_400, "The key's time is over."],
    ["ended by somebody", { ...key, endedAt: made }, 60, "The key was ended."],
  ])("%s", (_, held, seconds, reason) => {
    expect(whyKeyEnded(held, made.add({ seconds }))).toBe(reason);
  });

  test("shows ten characters of itself", () => {
    expect(shownOf("qdk_abcdefghijklmnop")).toBe("qdk_abcdef");
  });

  test("is marked as used at most once a minute", () => {
    expect(shouldBeUsedAgain(null, made)).toBe(true);
    expect(shouldBeUsedAgain(made, made.add({ seconds: 59 }))).toBe(false);
    expect(shouldBeUsedAgain(made, made.add({ seconds: 60 }))).toBe(true);
  });
});

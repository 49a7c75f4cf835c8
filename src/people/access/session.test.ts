import { describe, expect, test } from "vitest";
import { linkExpiry, type Session, shouldBeSeenAgain, whyEnded } from "./session.ts";

const opened = Temporal.Instant.from("2026-03-02T08:00:00Z");
const session = (seenAfterHours: number, endedAfterHours: number | null = null): Session => ({
  openedAt: opened,
  seenAt: opened.add({ seconds: Math.round(seenAfterHours * 3600) }),
  endedAt: endedAfterHours === null ? null : opened.add({ hours: endedAfterHours }),
});

describe("a session", () => {
  test.each([
    ["just opened", session(0), 0, null],
    ["used 7 h 59 min ago", session(10), 10 + 7.98, null],
    ["used 8 hours ago", session(10), 18, "You were away for more than 8 hours."],
    ["six days old and in use", session(167), 167.5, null],
    ["seven days old, though used a minute ago", session(167.9), 168, "A session lasts 7 days at most."],
    ["signed out", session(1, 2), 2, "You signed out."],
  ])("%s", (_, held, afterHours, reason) => {
    expect(whyEnded(held, opened.add({ seconds: Math.round(afterHours * 3600) }))).toBe(reason);
  });

  test("is marked as used at most once a minute", () => {
    expect(shouldBeSeenAgain(session(0), opened.add({ seconds: 59 }))).toBe(false);
    expect(shouldBeSeenAgain(session(0), opened.add({ seconds: 60 }))).toBe(true);
  });
});

test("a sign-in link can be opened for a quarter of an hour", () => {
  expect(linkExpiry(opened).toString()).toBe("2026-03-02T08:15:00Z");
});

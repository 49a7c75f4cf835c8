import { describe, expect, test } from "vitest";
import { fixedClock } from "./clock.ts";
import { dateOf, endOfDay, isTimeZone, startOfDay, today } from "./dates.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

describe("a day in a time zone", () => {
  test.each([
    ["an ordinary day", "2026-06-15", "America/New_York", "2026-06-15T04:00:00Z", 24],
    ["clocks go forward", "2026-03-08", "America/New_York", "2026-03-08T05:00:00Z", 23],
    ["clocks go back", "2026-11-01", "America/New_York", "2026-11-01T04:00:00Z", 25],
    ["forward by half an hour", "2026-10-04", "Australia/Lord_Howe", "2026-10-03T13:30:00Z", 23.5],
    ["back by half an hour", "2026-04-05", "Australia/Lord_Howe", "2026-04-04T13:00:00Z", 24.5],
    [
      "forward at midnight, so it starts at one",
      "2018-11-04",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00Z",
      23,
    ],
    ["three quarters of an hour", "2026-12-31", "Asia/Kathmandu", "2026-12-30T18:15:00Z", 24],
    ["a leap day", "2028-02-29", "Asia/Tokyo", "2028-02-28T15:00:00Z", 24],
    ["the day before the one that Apia left out", "2011-12-29", "Pacific/Apia", "2011-12-29T10:00:00Z", 24],
    ["the day that Apia left out", "2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z", 0],
  ])("%s: %s in %s starts at %s and has %d hours", (_, day, timeZone, startsAt, hours) => {
    const start = startOfDay(date(day), timeZone);
    expect(start.toString()).toBe(startsAt);
    expect(start.until(endOfDay(date(day), timeZone)).total("hours")).toBe(hours);
  });

  test("every instant of a day, and none after it, falls on that day", () => {
    for (const [day, timeZone] of [
      ["2026-03-08", "America/New_York"],
      ["2026-11-01", "America/New_York"],
      ["2026-10-04", "Australia/Lord_Howe"],
      ["2018-11-04", "America/Sao_Paulo"],
      ["2011-12-29", "Pacific/Apia"],
    ] as const) {
      const end = endOfDay(date(day), timeZone);
      expect(dateOf(startOfDay(date(day), timeZone), timeZone).toString()).toBe(day);
      expect(dateOf(end.subtract({ nanoseconds: 1 }), timeZone).toString()).toBe(day);
      expect(dateOf(end, timeZone).toString()).not.toBe(day);
    }
  });

  test("1,587 of the 8,760 hours of 2026 have another date in New York than in UTC", () => {
    const first = Temporal.Instant.from("2026-01-01T00:00:00Z");
    const hours = Array.from({ length: 8760 }, (_, hour) => first.add({ hours: hour }));
    const other = hours.filter((hour) => !dateOf(hour, "America/New_York").equals(dateOf(hour, "UTC")));
    expect(other.length).toBe(1587);
  });

  test("today is asked of a clock", () => {
    const clock = fixedClock("2026-12-31T23:59:59.999Z");
    expect(today(clock, "UTC").toString()).toBe("2026-12-31");
    expect(today(clock, "Pacific/Apia").toString()).toBe("2027-01-01");
  });

  test("a time zone that nobody knows is refused", () => {
    expect(() => today(fixedClock("2026-01-01T00:00:00Z"), "Mars/Olympus")).toThrow(
      "“Mars/Olympus” is not a time zone.",
    );
    expect(isTimeZone("Europe/Berlin")).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import {
  counted,
  formatDay,
  formatDays,
  formatFigure,
  formatInstant,
  formatMoney,
  formatMoneyShort,
  formatMoneyWhole,
  headline,
} from "./words.ts";

describe("days and moments", () => {
  test.each([
    ["2026-11-23", "23 Nov 2026"],
    ["2026-01-05", "5 Jan 2026"],
    [null, "–"],
    ["not a day", "not a day"],
  ])("%s is written as %s", (day, written) => {
    expect(formatDay(day)).toBe(written);
  });

  test("a moment is told in the company's time zone", () => {
    expect(formatInstant("2026-11-01T03:30:00Z", "America/New_York")).toBe("31 Oct 2026, 23:30");
  });

  test.each([
    [1, "1 day"],
    [57, "57 days"],
    [66.5, "66.5 days"],
    [112.4, "112 days"],
  ])("%d days are written as %s", (days, written) => {
    expect(formatDays(days)).toBe(written);
  });
});

describe("money", () => {
  test.each([
    ["1234567.89", "USD", "$1,234,567.89"],
    ["90071992547409919.99", "USD", "$90,071,992,547,409,919.99"],
    ["1234", "JPY", "¥1,234"],
    ["-5.10", "EUR", "-€5.10"],
  ])("%s %s in full is %s, to the last minor unit", (amount, currency, written) => {
    expect(formatMoney(amount, currency)).toBe(written);
  });

  test.each([
    ["1234567.89", "USD", "$1,234,568"],
    ["1000", "EUR", "€1,000"],
    ["-68200.40", "EUR", "-€68,200"],
    ["999.50", "USD", "$999.50"],
    ["912.00", "USD", "$912"],
  ])("%s %s in a column is %s", (amount, currency, written) => {
    expect(formatMoneyWhole(amount, currency)).toBe(written);
  });

  test.each([
    ["43659674.45", "USD", "$43.7M"],
    ["912.40", "USD", "$912"],
    ["-68200", "EUR", "-€68.2K"],
    ["0", "USD", "$0"],
  ])("%s %s at a glance is %s", (amount, currency, written) => {
    expect(formatMoneyShort(amount, currency)).toBe(written);
  });
});

describe("figures and words", () => {
  test.each([
    ["0.6315", "rate", null, "63.2%"],
    ["62500", "money-per-day", "USD", "$62.5K a day"],
    ["2.3730615", "ratio", null, "2.4×"],
    ["1234", "count", null, "1,234"],
  ])("%s as %s is written with its unit", (value, unit, currency, written) => {
    expect(formatFigure(value, unit, currency)).toBe(written);
  });

  test("one is singular and everything else is plural", () => {
    expect(counted(1, "opportunity", "opportunities")).toBe("1 opportunity");
    expect(counted(0, "record")).toBe("0 records");
    expect(counted(1200, "record")).toBe("1,200 records");
  });

  test("a name in kebab-case becomes a headline", () => {
    expect(headline("pulled-in")).toBe("Pulled in");
  });
});

import { expect, test } from "vitest";
import { decimalMarkIn, minorUnits, readNumber } from "./number-text.ts";

test.each([
  ["1234.56", ".", "1234.56"],
  ["1,234.56", ".", "1234.56"],
  ["$22,700.00", ".", "22700.00"],
  ["1.234,56 €", ",", "1234.56"],
  ["1 234,56", ",", "1234.56"],
  ["1'234.50", ".", "1234.50"],
  ["(7.00)", ".", "-7.00"],
  ["\u22127", ".", "-7"],
  ["7-", ".", "-7"],
  ["₹12,34,567", ".", "1234567"],
  ["USD 5", ".", "5"],
  ["CA$5", ".", "5"],
  ["-$5", ".", "-5"],
  ["500 Euro", ".", "500"],
  ["1.200,50 kr.", ",", "1200.50"],
  ["007", ".", "7"],
  [".5", ".", "0.5"],
  ["9007199254740993", ".", "9007199254740993"],
  ["-0", ".", "0"],
] as const)("%s with “%s” is %s", (text, mark, expected) => {
  expect(readNumber(text, mark)).toEqual({ value: expected });
});

test.each([
  ["1e5", ".", "scientific notation"],
  ["1,23", ".", "decimal mark"],
  ["1.234,56", ".", "not a number"],
  ["twelve", ".", "not a number"],
  ["", ".", "not a number"],
  ["1.2.3", ",", "decimal mark"],
] as const)("%s with “%s” is refused", (text, mark, reason) => {
  const found = readNumber(text, mark);
  expect("reason" in found && found.reason).toContain(reason);
});

test.each([
  ["1.234,5", ","],
  ["1,234.5", "."],
  ["12.5", "."],
  ["12,5", ","],
  ["1,234", "either"],
  ["1.234", "either"],
  ["0.123", "."],
  ["1,234,567", "."],
  ["1234,567", ","],
  ["42", "none"],
  ["n/a", "not-a-number"],
] as const)("%s speaks for the decimal mark %s", (text, expected) => {
  expect(decimalMarkIn(text)).toBe(expected);
});

test.each([
  ["1234.56", 2, 123456n, false],
  ["1234", 2, 123400n, false],
  ["-0.5", 2, -50n, false],
  ["0.125", 2, 12n, true],
  ["0.135", 2, 14n, true],
  ["0.1251", 2, 13n, true],
  ["1100.040", 2, 110004n, false],
  ["1234.6", 0, 1235n, true],
] as const)("%s with %i digits is %s minor units", (decimal, digits, expected, rounded) => {
  expect(minorUnits(decimal, digits)).toEqual({ amountMinor: expected, rounded });
});

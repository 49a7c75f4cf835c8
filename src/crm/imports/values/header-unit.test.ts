import { expect, test } from "vitest";
import { headerUnit, isAmountUnit, withZeros } from "./header-unit.ts";

test.each([
  ["Amount", "Amount", "", 0],
  ["Amount (EUR)", "Amount", "EUR", 0],
  ["Amount EUR", "Amount", "EUR", 0],
  ["Betrag in €", "Betrag", "EUR", 0],
  ["Est. value, USD", "Est. value", "USD", 0],
  ["Amount (k€)", "Amount", "EUR", 3],
  ["Betrag in TEUR", "Betrag", "EUR", 3],
  ["Wert (in Tsd. EUR)", "Wert", "EUR", 3],
  ["Value ($M)", "Value", "USD NZD", 6],
  ["Revenue (USD 000s)", "Revenue", "USD", 3],
  ["Amount in thousands", "Amount", "", 3],
  ["Amount (converted)", "Amount (converted)", "", 0],
  ["Deal name", "Deal name", "", 0],
  ["Total All", "Total All", "", 0],
])("a header %s is %s in %s with %s zeros left out", (header, rest, currency, zeros) => {
  const found = headerUnit(header);
  expect([found.rest, found.zeros]).toEqual([rest, zeros]);
  expect(found.currency?.codes.filter((code) => currency.includes(code)).join(" ") ?? "").toBe(currency);
});

test.each([
  ["EUR", true],
  ["(k€)", true],
  ["in thousands", true],
  ["dollars", false],
  ["East", false],
])("a cell %s is a unit of amounts: %s", (cell, expected) => {
  expect(isAmountUnit(cell)).toBe(expected);
});

test.each([
  ["12.5", 3, "12500"],
  ["-0.0125", 3, "-12.5"],
  ["7", 6, "7000000"],
  ["7", 0, "7"],
] as const)("%s with %s zeros is %s", (decimal, zeros, expected) => {
  expect(withZeros(decimal, zeros)).toBe(expected);
});

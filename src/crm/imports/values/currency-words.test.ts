import { expect, test } from "vitest";
import { currencyMarkIn, currencyWord } from "./currency-words.ts";

test.each([
  ["EUR", "code", ["EUR"]],
  ["eur", "code", ["EUR"]],
  ["€", "sign", ["EUR"]],
  ["£", "sign", ["GBP"]],
  ["CA$", "sign", ["CAD"]],
  ["R$", "sign", ["BRL"]],
  ["zł", "sign", ["PLN"]],
  ["US Dollar", "name", ["USD"]],
  ["us dollars", "name", ["USD"]],
  ["Pound Sterling", "sign", ["GBP"]],
  ["Swiss francs", "name", ["CHF"]],
])("%j is by %s %j", (text, by, codes) => {
  expect(currencyWord(text)).toEqual({ by, codes });
});

test.each([
  ["$", "USD"],
  ["¥", "JPY"],
  ["kr", "SEK"],
  ["Dollar", "USD"],
])("%j can be several, %s before the others", (text, first) => {
  const found = currencyWord(text)?.codes ?? [];
  expect([found[0], found.length > 1]).toEqual([first, true]);
});

test.each(["Widget", "ABC", "", "12", "Own currency"])("%j is no currency", (text) => {
  expect(currencyWord(text)).toBeNull();
});

test.each([
  ["$1,200.00", "$"],
  ["-$5", "$"],
  ["$-5", "$"],
  ["($5)", "$"],
  ["1.234,56 €", "€"],
  ["500 dollars", "dollars"],
  ["USD 5", "USD"],
  ["CA$12", "CA$"],
  ["12 kr.", "kr."],
  ["₹12,34,567", "₹"],
  ["1234.56", null],
  ["12 units", null],
  ["n/a", null],
  ["12 %", null],
])("%j is marked with %j", (text, mark) => {
  expect(currencyMarkIn(text)).toBe(mark);
});

import { expect, test } from "vitest";
import {
  amountMinorOf,
  amountText,
  cursorParts,
  cursorText,
  dayOf,
  moneyText,
  pageQuery,
  plainDecimal,
} from "./wire.ts";

test("a cursor gives back what it was made of, whatever the names", () => {
  const parts = ["Ærø & Søn — “Ø”", null, "018f3c2e-7b1a-7c3d-9e4f-0123456789ab"];
  expect(cursorText(parts)).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(cursorParts(cursorText(parts), 3)).toEqual(parts);
});

test.each(["", "tomorrow", "W10", cursorText(["one"]), btoa("[1,2]"), btoa('{"a":1}')])(
  "%j is no cursor of two parts",
  (text) => {
    expect(() => cursorParts(text, 2)).toThrow("This page does not exist.");
  },
);

test.each([
  ["1234.56", true],
  ["-0.5", true],
  ["007", true],
  ["1,234.56", false],
  ["1e3", false],
  ["+1", false],
  [".5", false],
  ["5.", false],
  [" 5", false],
  ["5 USD", false],
  ["NaN", false],
  ["1".repeat(16), false],
])("%j written as an amount: %s", (text, fits) => {
  expect(amountText.safeParse(text).success).toBe(fits);
});

test("amounts cross the wire without losing a cent, and are refused under the caller's name", () => {
  const money = moneyText(9_007_199_254_740_993n, "USD");
  expect(money).toEqual({ amount: "90071992547409.93", currency: "USD" });
  expect(amountMinorOf(money, "amount")).toBe(9_007_199_254_740_993n);
  expect(amountMinorOf({ amount: null, currency: "USD" }, "amount")).toBeNull();
  expect(() => amountMinorOf({ amount: "1.005", currency: "USD" }, "price")).toThrow(
    expect.objectContaining({ kind: "invalid", fields: [expect.objectContaining({ field: "price" })] }),
  );
});

test.each([
  ["1.0800000000", "1.08"],
  ["2.000000", "2"],
  ["100", "100"],
  ["10.10", "10.1"],
])("%s without zeros that say nothing is %s", (text, plain) => {
  expect(plainDecimal(text)).toBe(plain);
});

test("what is left out stays left out", () => {
  expect([dayOf(undefined), dayOf(null), dayOf("2026-03-01").toString()]).toEqual([
    undefined,
    null,
    "2026-03-01",
  ]);
});

test.each([["0"], ["201"], ["many"], ["1.5"]])("a page of %s records is refused", (limit) => {
  expect(pageQuery.limit.safeParse(limit).success).toBe(false);
});

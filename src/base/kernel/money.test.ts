import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorDigits } from "./currency.ts";
import { convert, formatAmount, parseAmount } from "./money.ts";

const currencies = fc.constantFrom("USD", "JPY", "KWD", "CLF", "EUR");
const amounts = fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n);

describe("minor digits", () => {
  test.each([
    ["JPY", 0],
    ["KRW", 0],
    ["XPF", 0],
    ["USD", 2],
    ["HUF", 2],
    ["KWD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["UYW", 4],
  ])("%s has %i", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each(["usd", "US", "USDT", "", "$", "U5D"])("“%s” is not a currency code", (text) => {
    expect(() => minorDigits(text)).toThrow(`“${text}” is not a currency code.`);
  });
});

describe("reading and writing amounts", () => {
  test.each([
    ["1234.56", "USD", 123456n, "1234.56"],
    ["1234", "USD", 123400n, "1234.00"],
    ["-0.5", "USD", -50n, "-0.50"],
    ["0.01", "USD", 1n, "0.01"],
    ["1234", "JPY", 1234n, "1234"],
    ["1234.00", "JPY", 1234n, "1234"],
    ["1.5", "KWD", 1500n, "1.500"],
    ["12.5000000000", "USD", 1250n, "12.50"],
    ["-0", "USD", 0n, "0.00"],
    ["9007199254740993", "JPY", 9007199254740993n, "9007199254740993"],
    ["90071992547409.93", "USD", 9007199254740993n, "90071992547409.93"],
    ["92233720368547758.07", "USD", 9223372036854775807n, "92233720368547758.07"],
  ])("“%s” %s is %s minor units, written “%s”", (text, currency, amountMinor, written) => {
    expect(parseAmount(text, currency)).toBe(amountMinor);
    expect(formatAmount(amountMinor, currency)).toBe(written);
  });

  test.each(["", " 1", "1,234.56", "1.234,56", "+1", "1e5", ".5", "5.", "--1", "−1", "NaN", "0x10", "１"])(
    "“%s” is not a plain amount",
    (text) => {
      expect(() => parseAmount(text, "USD")).toThrow("is not a plain amount");
    },
  );

  test("digits below the smallest unit are refused, not rounded", () => {
    expect(() => parseAmount("1.005", "USD")).toThrow("below the smallest unit of USD");
    expect(() => parseAmount("1.5", "JPY")).toThrow("below the smallest unit of JPY");
  });

  test("an amount that the record cannot hold is refused", () => {
    expect(() => parseAmount("92233720368547758.08", "USD")).toThrow("larger than 92233720368547758.07 USD");
  });

  test("what is written can be read again, every unit of it", () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        expect(parseAmount(formatAmount(amountMinor, currency), currency)).toBe(amountMinor);
      }),
      { numRuns: 5000 },
    );
  });

  test("a sum does not depend on the order of its parts", () => {
    const texts = fc.array(
      fc.bigInt(-(10n ** 15n), 10n ** 15n).map((amountMinor) => formatAmount(amountMinor, "USD")),
    );
    const total = (parts: readonly string[]) =>
      parts.reduce((sum, part) => sum + parseAmount(part, "USD"), 0n);
    const twoOrders = texts.chain((parts) =>
      fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
    );
    fc.assert(fc.property(twoOrders, ([parts, shuffled]) => total(parts) === total(shuffled)));
    expect(formatAmount(total(["0.10", "0.20"]), "USD")).toBe("0.30");
  });
});

describe("conversion", () => {
  test.each([
    ["dollars to yen", 10_000n, "USD", "JPY", "149.5", 14_950n],
    ["yen to dollars", 14_950n, "JPY", "USD", "0.0066889632", 10_000n],
    ["dollars to dinars", 100n, "USD", "KWD", "0.307", 307n],
    ["half a cent goes to the even cent, down", 1n, "USD", "EUR", "0.5", 0n],
    ["half a cent goes to the even cent, up", 3n, "USD", "EUR", "0.5", 2n],
    ["a debt", -3n, "USD", "EUR", "0.5", -2n],
    ["more than a double can hold", 9007199254740993n, "USD", "EUR", "1", 9007199254740993n],
  ])("%s", (_, amountMinor, currency, to, rate, converted) => {
    expect(convert({ amountMinor, currency }, to, rate)).toEqual({ amountMinor: converted, currency: to });
  });

  test.each(["0", "-1", "", "1,08", "1e2", "free"])("“%s” is not an exchange rate", (rate) => {
    expect(() => convert({ amountMinor: 1n, currency: "USD" }, "EUR", rate)).toThrow(
      "is not an exchange rate",
    );
  });

  test("a result that the record cannot hold is refused", () => {
    expect(() => convert({ amountMinor: 2n ** 62n, currency: "USD" }, "EUR", "4")).toThrow(
      "the most that can be kept",
    );
  });
});

import { divideRounded } from "./allocate.ts";
import { minorDigits } from "./currency.ts";
import { refuse } from "./refusal.ts";

/** An amount of money: whole minor units (cents of USD, yen of JPY) and the ISO 4217 code. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** The largest magnitude the record can hold: a signed 64-bit integer. */
const amountMinorMax = 2n ** 63n - 1n;

/**
 * Reads a plain decimal ("1234.56", "-0.5", "1234") as minor units of a currency.
 * Refuses any other writing (signs other than "-", group separators, exponents), digits that the currency has
 * no unit for (zeros at the end are no such digits), and amounts that the record cannot hold.
 */
export function parseAmount(text: string, currency: string): bigint {
  const digits = minorDigits(currency);
  const { units, scale } = parseDecimal(text) ?? refuseAmount(`“${text}” is not a plain amount.`, "1234.56");
  const beyond = 10n ** BigInt(Math.max(scale - digits, 0));
  if (units % beyond !== 0n) {
    const allowed = digits === 0 ? "no decimal digits" : `at most ${digits} decimal digits`;
    refuseAmount(
      `“${text}” has digits below the smallest unit of ${currency}, which has ${allowed}.`,
      "1234",
    );
  }
  return storable((units / beyond) * 10n ** BigInt(Math.max(digits - scale, 0)), currency);
}

/** Writes minor units as a plain decimal with all digits of the currency: "1234.56" (USD), "1235" (JPY). Exact. */
export function formatAmount(amountMinor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0n ? "-" : "";
  const text = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * Converts money at a rate: `rate` is how many whole units of `to` one whole unit of the money's currency costs,
 * as decimal text ("1.0842"). Rounded once, halves to even. Refuses a rate that is not a decimal above zero.
 */
export function convert(money: Money, to: string, rate: string): Money {
  const fromDigits = minorDigits(money.currency);
  const toDigits = minorDigits(to);
  const parsed = parseDecimal(rate);
  if (parsed === null || parsed.units <= 0n) {
    refuse("invalid", `“${rate}” is not an exchange rate from ${money.currency} to ${to}.`, {
      fix: `Give the price of one ${money.currency} in ${to} as a decimal above zero, for example 1.0842.`,
      fields: [{ field: "rate", message: "not a decimal above zero" }],
    });
  }
  const numerator = money.amountMinor * parsed.units * 10n ** BigInt(toDigits);
  const denominator = 10n ** BigInt(parsed.scale + fromDigits);
  return { amountMinor: storable(divideRounded(numerator, denominator), to), currency: to };
}

/** A plain decimal as whole units of 10^-scale, or null when the text is written in any other way. */
function parseDecimal(text: string): { units: bigint; scale: number } | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return null;
  const [, sign = "", whole = "", fraction = ""] = parts;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

function storable(amountMinor: bigint, currency: string): bigint {
  if (amountMinor > amountMinorMax || amountMinor < -amountMinorMax) {
    refuseAmount(
      `The amount is larger than ${formatAmount(amountMinorMax, currency)} ${currency}, the most that can be kept.`,
      "1234",
    );
  }
  return amountMinor;
}

function refuseAmount(message: string, example: string): never {
  return refuse("invalid", message, {
    fix: `Write the amount as a plain decimal with a point, for example ${example}.`,
    fields: [{ field: "amount", message }],
  });
}

import { refuse } from "./refusal.ts";

/** ISO 4217 currencies whose minor unit is not a hundredth, by the number of decimal digits. */
const digitsOfExceptions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  }).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, Number(digits)] as const)),
);

/** Whether a text looks like an ISO 4217 code: three capital letters. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/**
 * How many decimal digits a currency's minor unit has (ISO 4217): JPY 0, USD 2, KWD 3, CLF 4; 2 for any code
 * that is not an exception. Refuses what is not three capital letters.
 */
export function minorDigits(currency: string): number {
  if (!isCurrencyCode(currency)) {
    refuse("invalid", `“${currency}” is not a currency code.`, {
      fix: "Use the three capital letters of ISO 4217, for example EUR.",
      fields: [{ field: "currency", message: "not a currency code of ISO 4217" }],
    });
  }
  return digitsOfExceptions.get(currency) ?? 2;
}

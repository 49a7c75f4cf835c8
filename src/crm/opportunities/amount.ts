/** What an opportunity is worth, and the lines that add up to it. Amounts in minor units of its currency. */
import { divideRounded } from "#base/kernel";

/** Quantities have six decimals: a quantity of 1.5 is 1,500,000 micro. */
const microPerUnit = 1_000_000n;

export interface LineSaid {
  readonly productId: string;
  /** Decimal text with at most six decimals: "2", "1.5". */
  readonly quantity: string;
  readonly unitPriceMinor: bigint | null;
  /** Null: quantity times unit price. */
  readonly amountMinor: bigint | null;
}

/** What a line comes to: what was stated, else quantity times unit price, halves to even; null when neither is known. */
export function lineAmount(line: Omit<LineSaid, "productId">): bigint | null {
  if (line.amountMinor !== null) return line.amountMinor;
  if (line.unitPriceMinor === null) return null;
  return divideRounded(microQuantity(line.quantity) * line.unitPriceMinor, microPerUnit);
}

/** The sum of lines; null when no line has an amount. */
export function sumOfLines(lines: readonly Omit<LineSaid, "productId">[]): bigint | null {
  const known = lines.map(lineAmount).filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n);
}

/** The reason why the currency of an opportunity cannot change, or null. */
export function theCurrencyStaysWhileThereAreLines(
  held: { readonly currency: string },
  wanted: string,
  lineCount: number,
): string | null {
  if (wanted === held.currency || lineCount === 0) return null;
  return `The opportunity has ${lineCount} lines in ${held.currency}; take them away before it is stated in ${wanted}.`;
}

/** The reason why a line's money cannot stand on an opportunity, or null. */
export function aLineIsInTheCurrencyOfItsOpportunity(
  opportunity: { readonly currency: string },
  currency: string,
): string | null {
  if (currency === opportunity.currency) return null;
  return `The opportunity is in ${opportunity.currency}; a line in ${currency} cannot be part of it.`;
}

function microQuantity(quantity: string): bigint {
  const [whole = "0", fraction = ""] = quantity.split(".");
  return BigInt(whole + fraction.padEnd(6, "0").slice(0, 6));
}

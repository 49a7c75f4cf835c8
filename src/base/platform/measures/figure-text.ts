/** Figures as they leave the system. */
import { formatAmount } from "#base/kernel";
import type { Figure, Measure } from "./definition.ts";

/** A figure as it leaves the system: money as a decimal string, all else as a number. */
export function figureText(
  value: Figure["value"],
  measure: Measure,
  currency: string,
): string | number | null {
  if (value === null) return null;
  if (measure.unit === "money" || measure.unit === "money-per-day")
    return formatAmount(BigInt(value), currency);
  return Number(value);
}

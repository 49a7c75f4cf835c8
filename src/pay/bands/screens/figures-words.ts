/** A band's figures as a reader writes them: "$150,000 – $250,000 and more". */
import { formatMoneyWhole } from "#base/ui";
import type { BandOut } from "../contract.ts";

export function figuresWords({
  low,
  mid,
  high,
  currency,
  openAbove,
}: Pick<BandOut, "low" | "mid" | "high" | "currency" | "openAbove">): string {
  const money = (amount: string) => formatMoneyWhole(amount, currency);
  if (low !== null && high !== null) {
    return low === high ? money(low) : `${money(low)} – ${money(high)}${openAbove ? " and more" : ""}`;
  }
  if (high !== null) return `up to ${money(high)}${openAbove ? " and more" : ""}`;
  if (low !== null) return `from ${money(low)}`;
  return mid === null ? "–" : `around ${money(mid)}`;
}

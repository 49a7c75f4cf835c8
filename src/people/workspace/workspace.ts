/** A workspace: the currency it reports in, the time zone that decides its days, the fiscal rules that decide its periods. */
import { type FiscalRules, isTimeZone } from "#base/kernel";

export interface Workspace {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly origin: "own" | "sample";
  readonly currency: string;
  readonly timeZone: string;
  readonly fiscal: FiscalRules;
}

/** What one unit of `currency` is worth in the workspace's currency from `startsOn` on; `rate` is decimal text. */
export interface ExchangeRate {
  readonly id: string;
  readonly version: number;
  readonly currency: string;
  readonly startsOn: Temporal.PlainDate;
  readonly rate: string;
}

/** The reason why a time zone is not one, or null. */
export function theTimeZoneExists(timeZone: string): string | null {
  return isTimeZone(timeZone)
    ? null
    : `There is no time zone "${timeZone}". Time zones are named like Europe/Berlin or America/New_York.`;
}

/** Rates say what a currency is worth in the workspace's own, so that one cannot be exchanged underneath them. */
export function theCurrencyStaysWhileRatesRestOnIt(
  workspace: Pick<Workspace, "currency">,
  wanted: string,
  rateCount: number,
): string | null {
  if (wanted === workspace.currency || rateCount === 0) return null;
  return `${rateCount} exchange rates are stated in ${workspace.currency}; they would be wrong in ${wanted}.`;
}

/** The reason why a rate cannot be stated, or null. */
export function aRateIsForAnotherCurrency(
  workspace: Pick<Workspace, "currency">,
  currency: string,
): string | null {
  return currency === workspace.currency
    ? `${currency} is the workspace's own currency; it is worth 1.`
    : null;
}

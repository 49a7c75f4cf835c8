/** Values of a row in the form in which the record keeps them. */
import { isCurrencyCode, minorDigits } from "#base/kernel";
import { momentIn, type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import { instantOf } from "../values/date-text.ts";
import { minorUnits } from "../values/number-text.ts";
import type { Run } from "./run.ts";

/** The currency of a row: its own, else the import's; null when its own is none. */
export function currencyOf(row: ReadRow, fallback: string): string | null {
  const own = textIn(row, "currency")?.toUpperCase();
  if (own === undefined) return fallback;
  return isCurrencyCode(own) ? own : null;
}

/** An amount of a row in minor units of a currency, or null. What a currency has no unit for is rounded, and counted. */
export function amountOf(run: Run, row: ReadRow, field: string, currency: string): bigint | null {
  const text = textIn(row, field);
  if (text === null) return null;
  const { amountMinor, rounded } = minorUnits(text, minorDigits(currency));
  if (rounded)
    run.notices.notice(`Amounts with more digits than ${currency} has units for, which were rounded`);
  return amountMinor;
}

/** Since when a record is merged into another: as another file dates it, else since the import; null when it is not. */
export function mergedAt(run: Run, row: ReadRow): Temporal.Instant | null {
  if (truthIn(row, "isMerged") !== true) return null;
  const moment = momentIn(row, "mergedAt");
  return moment === null ? run.importedAt : instantOf(moment, run.plan.timeZone);
}

/** Since when a record that the source marks as deleted is removed: since the source last changed it, or the import. */
export function removedAt(run: Run, row: ReadRow): Temporal.Instant | null {
  if (truthIn(row, "isDeleted") !== true) return null;
  const merged = mergedAt(run, row);
  if (merged !== null) return merged;
  const modified = momentIn(row, "modifiedAt");
  return modified === null ? run.importedAt : instantOf(modified, run.plan.timeZone);
}

/** A web address or a domain as a bare domain: "https://www.Acme.com/x" → "acme.com". */
export function domainOf(text: string | null): string | null {
  const bare = text
    ?.trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .split(/[/?#]/)[0];
  return bare === undefined || bare === "" ? null : bare;
}

/** Whether an activity is a call, a meeting, a mail, a note or a task, by the words of its type. */
export function activityKindOf(type: string | null): "call" | "meeting" | "email" | "note" | "task" {
  const words = (type ?? "").toLowerCase();
  if (/call|phone/.test(words)) return "call";
  if (/meet|event|demo|visit|appointment|lunch/.test(words)) return "meeting";
  if (/mail/.test(words)) return "email";
  return /note/.test(words) ? "note" : "task";
}

/** The full name of a row, out of its name or of first and last name. */
export function fullName(row: ReadRow): string | null {
  const parts = [textIn(row, "firstName"), textIn(row, "lastName")].filter((part) => part !== null);
  return textIn(row, "name") ?? (parts.length > 0 ? parts.join(" ") : textIn(row, "email"));
}

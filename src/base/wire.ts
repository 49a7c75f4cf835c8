/**
 * The pieces that every contract is made of: ids, dates, money, pages. Safe for the browser.
 * Amounts cross the wire as decimal text with their currency, dates as YYYY-MM-DD, instants as ISO 8601 in UTC.
 */
import { z } from "zod";
import { formatAmount, parseAmount, Refusal, refuse } from "./kernel/index.ts";

export * from "./list-wire.ts";
export * from "./many-wire.ts";

export const idText = z.guid("An id looks like 018f3c2e-7b1a-7c3d-9e4f-0123456789ab.");
export const nameText = z.string().trim().min(1, "A name is needed.").max(300);
export const shortText = z.string().trim().max(300);
export const longText = z.string().max(20_000);
export const dateText = z.iso.date("A day is written YYYY-MM-DD.");
export const instantText = z.iso.datetime({
  offset: true,
  error: "A moment is written like 2026-03-01T09:30:00Z.",
});
export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "A currency is three capital letters, like USD.");
/** A currency that there is, or was; for what somebody chooses, not for what a source wrote. */
export const knownCurrency = currencyCode.refine(
  (code) => Intl.supportedValuesOf("currency").includes(code),
  "There is no such currency.",
);
export const amountText = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,4})?$/, "An amount is written with digits and a decimal point, like 1234.56.");

/** An amount in its currency; `amount` is null where nobody has said one. */
export const money = z.strictObject({ amount: amountText.nullable(), currency: currencyCode });
export type MoneyText = z.infer<typeof money>;

/** A share or probability: 0 is nothing, 1 is all. */
export const rate = z.number().min(0).max(1);
export const removedAt = instantText.nullable();
export const version = z.int().min(1);

/** Another record by its id and its name, so that nobody has to ask for it to show it. */
export const reference = z.strictObject({ id: idText, name: z.string() });
export type Reference = z.infer<typeof reference>;

export const idParams = z.strictObject({ id: idText });
/** What a removal answers: the record and the version that it has now. */
export const removal = z.strictObject({ id: idText, version });

/** Values of custom fields by their key. */
export const customValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type CustomValues = z.infer<typeof customValues>;

/** The part of a query that asks for one page: at most 200 records, from where the last page ended. */
export const pageQuery = {
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};
/** One page and where the next one starts; null after the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Where a page ended, as one opaque word. */
export function cursorText(parts: readonly (string | null)[]): string {
  return new TextEncoder()
    .encode(JSON.stringify(parts))
    .toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Reads {@link cursorText}. Refuses anything that was not a cursor with this number of parts. */
export function cursorParts(text: string, length: number): (string | null)[] {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const fits = (part: unknown): part is string | null => part === null || typeof part === "string";
    if (Array.isArray(parts) && parts.length === length && parts.every(fits)) return parts;
  } catch {
    // Said below, in words for people.
  }
  return refuse("invalid", "This page does not exist.", {
    fix: "Ask for the first page again, without a cursor, and follow nextCursor from there.",
    fields: [{ field: "cursor", message: "is not one that this list has given" }],
  });
}

/** Minor units and currency as they cross the wire. */
export function moneyText(amountMinor: bigint | null, currency: string): MoneyText {
  return { amount: amountMinor === null ? null : formatAmount(amountMinor, currency), currency };
}

/** Minor units of an amount on the wire; null stays null. Refuses more decimals than the currency has, by field. */
export function amountMinorOf(value: MoneyText, field: string): bigint | null {
  if (value.amount === null) return null;
  try {
    return parseAmount(value.amount, value.currency);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    // The kernel cannot know under which name the caller sent it.
    return refuse(problem.kind, problem.message, {
      fix: problem.fix,
      fields: [{ field, message: problem.message }],
    });
  }
}

/** A day from its text; null and undefined stay what they are. */
export function dayOf<T extends string | null | undefined>(
  text: T,
): Temporal.PlainDate | Extract<T, null | undefined> {
  if (text === null || text === undefined) return text as Extract<T, null | undefined>;
  return Temporal.PlainDate.from(text);
}

/** A moment from its text; null and undefined stay what they are. */
export function momentOf<T extends string | null | undefined>(
  text: T,
): Temporal.Instant | Extract<T, null | undefined> {
  if (text === null || text === undefined) return text as Extract<T, null | undefined>;
  return Temporal.Instant.from(text);
}

/** A day, moment or anything else that writes itself, as text; null stays null. */
export function textOf(value: { toString(): string } | null): string | null {
  return value === null ? null : value.toString();
}

/** Decimal text without zeros that say nothing: "1.0800" → "1.08", "2.000000" → "2". */
export function plainDecimal(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** What the number format of a cell says its number is: a day, a time, a moment, a padded code, or just a number. */

export type CellFormat =
  | { readonly kind: "number" }
  | { readonly kind: "padded"; readonly digits: number }
  | { readonly kind: "date"; readonly hasTime: boolean }
  | { readonly kind: "time" };

/** Formats that have no code in the file (ECMA-376, part 1, 18.8.30). */
const builtIn: Readonly<Record<number, CellFormat>> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [
    id,
    { kind: "date", hasTime: false },
  ]),
  ...[18, 19, 20, 21, 32, 33, 45, 47].map((id) => [id, { kind: "time" }]),
  [22, { kind: "date", hasTime: true }],
]);

/** What a format code says, like `dd/mm/yyyy`, `0.00`, `00000`. Elapsed times like `[h]:mm` stay numbers. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn[id] ?? { kind: "number" };
  const first = code.split(";")[0] ?? "";
  if (/^0{2,}$/.test(first)) return { kind: "padded", digits: first.length };
  if (/\[(h+|m+|s+)\]/i.test(first)) return { kind: "number" };
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .replace(/general/gi, "")
    .replace(/am\/pm|a\/p/gi, "h")
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  if (/[yd]/.test(letters) || (/m/.test(letters) && !hasTime)) return { kind: "date", hasTime };
  return hasTime ? { kind: "time" } : { kind: "number" };
}

const dayMs = 86_400_000;

/**
 * The ISO text of a serial number: 45291 → "2023-12-31". In the 1900 system day 60 is 29 February 1900, which never
 * was; it and numbers that are no day give null.
 */
export function isoOfSerial(stored: string, format: CellFormat, is1904: boolean): string | null {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const days = Math.floor(serial);
  const ms = Math.round((serial - days) * dayMs);
  const time = Temporal.PlainTime.from("00:00").add({ milliseconds: ms });
  if (format.kind === "time" && days === 0) return time.toString();
  if (!is1904 && (days === 0 || days === 60)) return null;
  const epoch = is1904 ? "1904-01-01" : days < 60 ? "1899-12-31" : "1899-12-30";
  const date = Temporal.PlainDate.from(epoch).add({ days: days + (ms === dayMs ? 1 : 0) });
  const isDay = format.kind === "date" && !format.hasTime && ms === 0;
  return isDay ? date.toString() : `${date}T${time.toString()}`;
}

/** A number as it is stored, without an exponent, digit by digit: "1.5E+3" → "1500", "2E-3" → "0.002". */
export function plainNumber(stored: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/.exec(stored);
  if (found === null) return stored;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const after = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  const trimmed = after.replace(/0+$/, "");
  return `${sign}${before.replace(/^0+(?=\d)/, "")}${trimmed === "" ? "" : `.${trimmed}`}`;
}

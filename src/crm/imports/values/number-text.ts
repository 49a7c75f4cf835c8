/** Numbers as people and programs write them, read exactly: text in, plain decimal text out. Never a float. */

import { currencyMarkIn } from "./currency-words.ts";

export type DecimalMark = "." | ",";
export type Reading<T> = { readonly value: T } | { readonly reason: string };

const currencySigns = /[\p{Sc}]|\b[A-Z]{3}\b/gu;

/** The digits and marks of a written number: sign, spaces and currency taken off; null when other letters remain. */
function bare(text: string): { negative: boolean; digits: string } | null {
  const marked = text.normalize("NFKC").trim();
  const mark = currencyMarkIn(marked);
  let rest = (mark === null ? marked : marked.replace(mark, ""))
    .replaceAll("\u2212", "-")
    .replace(currencySigns, "")
    .trim();
  let negative = false;
  if (/^\(.*\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  if (/^[-+]/.test(rest) || /-$/.test(rest)) {
    if (rest.includes("-")) negative = !negative;
    rest = rest.replace(/^[-+]\s*|\s*-$/g, "");
  }
  rest = rest.replace(/(?<=\d)[\s'’](?=\d)/g, "");
  return /^\d[\d.,]*$|^[.,]\d+$/.test(rest) ? { negative, digits: rest } : null;
}

/** What most programs write, and what needs no second look: 1234.56 */
const plainNumber = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Reads a number whose decimal mark is known: "1.234,56 €" with "," → "1234.56"; "(7.00)" → "-7.00". */
export function readNumber(text: string, mark: DecimalMark): Reading<string> {
  if (/^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text.trim())) {
    return { reason: "It is in scientific notation, in which a spreadsheet has dropped digits." };
  }
  const plain = plainNumber.exec(text);
  if (plain !== null && (mark === "." || plain[2] === undefined))
    return { value: plain[2] === undefined ? (plain[1] ?? "") : `${plain[1]}.${plain[2]}` };
  const found = bare(text);
  if (found === null) return { reason: "It is not a number." };
  const group = mark === "." ? "," : ".";
  const [whole = "", fraction, ...more] = found.digits.split(mark);
  if (more.length > 0 || fraction?.includes(group)) return { reason: "It is not a number." };
  const groups = whole.split(group);
  // Indian numbering groups by two before the last three digits: 12,34,567.
  const groupedRight =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? "") && lastGroupsRight(groups.slice(1)));
  if (!groupedRight) return { reason: `It is not a number with “${mark}” as its decimal mark.` };
  const digits = groups.join("").replace(/^0+(?=\d)/, "") || "0";
  const value = fraction === undefined || fraction === "" ? digits : `${digits}.${fraction}`;
  return { value: found.negative && /[1-9]/.test(value) ? `-${value}` : value };
}

function lastGroupsRight(groups: readonly string[]): boolean {
  const last = groups.at(-1) ?? "";
  const before = groups.slice(0, -1);
  return (
    last.length === 3 && (before.every((one) => one.length === 3) || before.every((one) => one.length === 2))
  );
}

/** What one written number says about the decimal mark of its column: a mark, "either" (1,234), or "none" (42). */
export function decimalMarkIn(text: string): DecimalMark | "either" | "none" | "not-a-number" {
  const found = bare(text);
  if (found === null) return "not-a-number";
  const { digits } = found;
  const lastPoint = digits.lastIndexOf(".");
  const lastComma = digits.lastIndexOf(",");
  if (lastPoint === -1 && lastComma === -1) return "none";
  if (lastPoint !== -1 && lastComma !== -1) return lastPoint > lastComma ? "." : ",";
  const mark: DecimalMark = lastPoint !== -1 ? "." : ",";
  const other: DecimalMark = mark === "." ? "," : ".";
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return other;
  const after = digits.length - 1 - Math.max(lastPoint, lastComma);
  const before = Math.max(lastPoint, lastComma);
  return after === 3 && before >= 1 && before <= 3 && digits[0] !== "0" ? "either" : mark;
}

/** An amount in minor units out of plain decimal text; digits below the smallest unit are rounded half to even. */
export function minorUnits(decimal: string, digits: number): { amountMinor: bigint; rounded: boolean } {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  let amountMinor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const beyond = fraction.slice(digits);
  const half = `5${"0".repeat(Math.max(beyond.length - 1, 0))}`;
  if (beyond > half || (beyond === half && amountMinor % 2n === 1n)) amountMinor += 1n;
  return { amountMinor: negative ? -amountMinor : amountMinor, rounded: /[1-9]/.test(beyond) };
}

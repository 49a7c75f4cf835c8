/** The unit that a header, or a line under it, says: a currency, and whether amounts are in thousands or millions. */
import { type CurrencyWord, currencyWord } from "./currency-words.ts";

export interface HeaderUnit {
  /** The header without its unit: "Amount (k€)" → "Amount". */
  readonly rest: string;
  readonly currency: CurrencyWord | null;
  /** Zeros that were left out of each amount: 3 for thousands. */
  readonly zeros: 0 | 3 | 6;
}

const thousands = /^(k|t|tsd\.?|thousands?|'?000'?s?|tausend|milliers|miles)$/i;
const millions = /^(m|mn|mm|mio\.?|millions?|millionen|millones)$/i;
const zerosOf = (text: string): 0 | 3 | 6 => (thousands.test(text) ? 3 : millions.test(text) ? 6 : 0);

/** Codes that headers are read for: of all there are, some are words, such as ALL and TOP. */
const usual = new Set(
  "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK PLN CZK HUF RON INR CNY BRL MXN SGD HKD ZAR AED TRY ILS KRW".split(
    " ",
  ),
);

/** A currency as a header says it: by its sign, or by a usual code in capital letters. */
function currencyOf(text: string): CurrencyWord | null {
  const word = currencyWord(text);
  if (word === null || word.by === "name") return null;
  return word.by === "sign" || usual.has(text) ? word : null;
}

const sizes = String.raw`k|K|t|T|m|M|mn|mm|MM|[Mm]io\.?|[Tt]sd\.?|[Tt]housands?|[Mm]illions?|'?000'?s?`;
const sizeBefore = new RegExp(String.raw`^(${sizes})\s*(?:of\s+)?(\p{Sc}|[A-Z]{3}|[A-Z]{1,2}\$)$`, "u");
const sizeBehind = new RegExp(String.raw`^(\p{Sc}|[A-Z]{3}|[A-Z]{1,2}\$)\s*(${sizes})$`, "u");
const sizeAlone = /^(thousands?|millions?|'?000'?s?|tsd\.?|mio\.?|tausend|millionen|milliers)$/i;

/** A text that is nothing but a unit of amounts: "EUR", "k€", "TEUR", "in thousands", "USD m"; null when it is more. */
function amountUnit(text: string): Pick<HeaderUnit, "currency" | "zeros"> | null {
  const bare = text.trim().replace(/^in\s+/i, "");
  if (bare === "") return null;
  const whole = currencyOf(bare);
  if (whole !== null) return { currency: whole, zeros: 0 };
  if (sizeAlone.test(bare)) return { currency: null, zeros: zerosOf(bare) };
  const before = sizeBefore.exec(bare);
  const behind = sizeBehind.exec(bare);
  const [sign, size] = before === null ? [behind?.[1], behind?.[2]] : [before[2], before[1]];
  const currency = sign === undefined ? null : currencyOf(sign);
  return currency === null || size === undefined ? null : { currency, zeros: zerosOf(size) };
}

/** Whether a cell says a unit of amounts and nothing else, perhaps in brackets. */
export const isAmountUnit = (cell: string): boolean =>
  amountUnit(cell.trim().replace(/^[[(]|[\])]$/g, "")) !== null;

/** The unit at the end of a header, in brackets, after a comma, or as a word of its own; the rest is its name. */
export function headerUnit(header: string): HeaderUnit {
  const text = header.trim();
  const cuts = [
    /^(.*?)\s*[[(]([^()[\]]+)[\])]$/,
    /^(.+?)\s*[,/|-]\s*([^,/|-]+)$/,
    /^(.+?)\s+(in\s+\S+(?:\s+\S+)?)$/i,
    /^(.+?)\s+(\S+\s+\S+)$/,
    /^(.+?)\s+(\S+)$/,
  ];
  for (const cut of cuts) {
    const found = cut.exec(text);
    const unit = found === null ? null : amountUnit(found[2] ?? "");
    if (found !== null && unit !== null && (found[1] ?? "") !== "") return { rest: found[1] ?? "", ...unit };
  }
  return { rest: text, currency: null, zeros: 0 };
}

/** A decimal text with zeros that were left out: "12.5" with 3 is "12500". */
export function withZeros(decimal: string, zeros: 0 | 3 | 6): string {
  if (zeros === 0) return decimal;
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const moved = `${whole}${fraction.slice(0, zeros).padEnd(zeros, "0")}`.replace(/^0+(?=\d)/, "");
  const rest = fraction.slice(zeros);
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}`;
}

/** How people and programs write currencies: by code, by sign, by name. */
import { isCurrencyCode } from "#base/kernel";
import { bareName } from "../recognition/wording.ts";

export interface CurrencyWord {
  /** What it can mean, the likeliest first; one: it means that. */
  readonly codes: readonly string[];
  readonly by: "code" | "sign" | "name";
}

/** Signs and words that the runtime's tables lack. */
const moreWords: Readonly<Record<string, readonly string[]>> = {
  us$: ["USD"],
  c$: ["CAD", "NIO"],
  au$: ["AUD"],
  s$: ["SGD"],
  fr: ["CHF"],
  "fr.": ["CHF"],
  sfr: ["CHF"],
  "kr.": ["SEK", "NOK", "DKK", "ISK"],
  rmb: ["CNY"],
  renminbi: ["CNY"],
  yuan: ["CNY"],
  yen: ["JPY"],
  sterling: ["GBP"],
  "pound sterling": ["GBP"],
  pounds: ["GBP"],
  rupees: ["INR"],
};
const likeliest = ["USD", "EUR", "GBP", "JPY", "SEK", "INR"];

interface Tables {
  readonly codes: ReadonlySet<string>;
  readonly signs: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, readonly string[]>;
}
let tables: Tables | null = null;

const signOf = (code: string, currencyDisplay: "symbol" | "narrowSymbol" | "name"): string => {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay });
  return parts.formatToParts(2).find((part) => part.type === "currency")?.value ?? code;
};

function readTables(): Tables {
  const codes = Intl.supportedValuesOf("currency").toSorted(
    (a, b) => (likeliest.indexOf(b) === -1 ? 0 : 1) - (likeliest.indexOf(a) === -1 ? 0 : 1),
  );
  const signs = new Map<string, readonly string[]>();
  const names = new Map<string, readonly string[]>();
  const display = new Intl.DisplayNames(["en"], { type: "currency" });
  const add = (table: Map<string, readonly string[]>, word: string, code: string) => {
    const before = table.get(word) ?? [];
    if (word !== "" && !before.includes(code)) table.set(word, [...before, code]);
  };
  for (const code of codes) {
    const narrow = signOf(code, "narrowSymbol").toLowerCase();
    if (narrow !== code.toLowerCase()) add(signs, narrow, code);
    for (const name of [display.of(code) ?? "", signOf(code, "name")]) add(names, bareName(name), code);
  }
  // A sign that one currency has for its own means that one, whoever else writes it: £ is not Gibraltar's.
  for (const code of codes) {
    const own = signOf(code, "symbol").toLowerCase();
    if (own !== code.toLowerCase() && own !== "$" && own !== "¥") signs.set(own, [code]);
  }
  for (const [word, meant] of Object.entries(moreWords)) signs.set(word, meant);
  const dollars = signs.get("$") ?? ["USD"];
  for (const word of ["dollar", "dollars"]) names.set(word, dollars);
  return { codes: new Set(codes), signs, names };
}

/** What a text says of a currency; null when it is no currency that anybody knows. */
export function currencyWord(text: string): CurrencyWord | null {
  tables ??= readTables();
  const word = text.normalize("NFKC").trim();
  if (isCurrencyCode(word.toUpperCase()) && tables.codes.has(word.toUpperCase()))
    return { codes: [word.toUpperCase()], by: "code" };
  const bySign = tables.signs.get(word.toLowerCase());
  if (bySign !== undefined) return { codes: bySign, by: "sign" };
  const byName = tables.names.get(bareName(word));
  return byName === undefined ? null : { codes: byName, by: "name" };
}

const unmarked = /^[-+(]?[\d.,\s'’\u2212]+[-)]?$/;
const before = /^[-+(\u2212]?\s*([^\d\s.,()+\-\u2212][^\d()+\-\u2212]*?)\s*[-+(\u2212]?\s*[\d.,]/;
const after = /\d\s*([^\d\s.,()+\-\u2212%][^\d()+\-\u2212%]*?)\s*[-)]?$/;

/** The sign, code or word of a currency that stands before or after a number, as it is written; null when none does. */
export function currencyMarkIn(text: string): string | null {
  if (unmarked.test(text)) return null;
  for (const pattern of [before, after]) {
    const mark = pattern.exec(text)?.[1]?.trim();
    if (mark !== undefined && currencyWord(mark) !== null) return mark;
  }
  return null;
}

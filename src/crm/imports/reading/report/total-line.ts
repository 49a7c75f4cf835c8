/** Lines of totals, as reports and spreadsheets put them between and under the rows. */
import { decimalMarkIn } from "../../values/number-text.ts";

const total =
  /^((grand|sub|overall|report)[ -]?)?totals?( amount| sum| value)?$|^(gesamt|teil|zwischen|end)?(summen?|ergebnis)$|^gesamt(betrag|wert)?$|^insgesamt$|^((sous|grand)[ -]?)?total( g[eé]n[eé]rale?)?$|^somme$|^(sub)?total general$|^suma( total)?$|^(sub)?totale( generale)?$|^(sub)?totaal$/i;
const surely = /^(grand|sub|sous|zwischen|teil)[ -]?(totals?|totale|totaal|summe|ergebnis)\b/i;
const aggregate =
  /^(sum|avg|average|mean|count|record count|min|minimum|max|maximum|median|anzahl|mittelwert|durchschnitt|moyenne|nombre|promedio|recuento)( of .+)?$/i;
const before =
  /^(?:grand |sub)?(?:total|sum|summe|gesamt|sous-total|zwischensumme)(?: (?:for|of|für|de|pour|von))?:? (.+)$/i;
const after = /^(.+?)[ -]+(?:sub)?(?:total|totals|gesamt|gesamtergebnis|ergebnis|summe|totaal)$/i;
const counted = /\s*\((\d[\d.,]*)( (records?|rows?|items?))?\)$/i;
const countAlone = /^\d[\d.,]* (records?|rows?|items?|opportunities|deals|accounts)$/i;

/** A name without the number of its records behind it: "Prospecting (3 records)" → "Prospecting". */
export const withoutCount = (text: string): string => text.trim().replace(counted, "");

/** Whether a name has the number of its records behind it. */
export const isCounted = (text: string): boolean => counted.test(text.trim());

/** Whether a cell holds a number and nothing else: "1,250.00 €", "42 %", "(7)". */
export function isNumberText(text: string): boolean {
  const bare = text.trim().replace(/\s*%$/, "");
  return decimalMarkIn(bare) !== "not-a-number";
}

/** Whether a label names the total of a group that stands above it: "West Total" under rows of West. */
function isTotalOf(label: string, above: ReadonlySet<string>): boolean {
  const group = before.exec(label)?.[1] ?? after.exec(label)?.[1];
  return group !== undefined && (surely.test(label) || above.has(withoutCount(group).toLowerCase()));
}

/** What the lines above a line say, as far as it tells what that line is. */
export interface Above {
  /** The last value of each column. */
  readonly last: readonly string[];
  /** Whether the line right above is one of totals. */
  readonly isTotal: boolean;
  /** Columns in which nearly every row has words: a line without any of them is no row. */
  readonly wordColumns: readonly number[];
}

/**
 * Whether a line holds totals and is no row: it has a label such as "Total", "Subtotal" or "West Total", or no word
 * at all where every row has some, and all else in it is numbers.
 */
export function isTotalLine(cells: readonly string[], above: Above): boolean {
  const { wordColumns } = above;
  // Most lines are rows: who has words wherever rows have them is looked at no further.
  if (wordColumns.length > 2 && wordColumns.every((at) => (cells[at] ?? "") !== "")) return false;
  const filled = cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [{ at, text: cell.trim() }]));
  const numbers = filled.filter(({ text }) => isNumberText(text) || countAlone.test(text));
  const words = filled.filter((one) => !numbers.includes(one));
  if (words.length === 0)
    return (
      numbers.length > 0 &&
      (above.isTotal || wordColumns.length > 1) &&
      wordColumns.every((at) => (cells[at] ?? "").trim() === "")
    );
  const groups = new Set(above.last.map((value) => withoutCount(value).toLowerCase()));
  const bare = (text: string) => withoutCount(text).replace(/:$/, "").trim();
  const isLabel = (text: string) => total.test(bare(text)) || isTotalOf(bare(text), groups);
  const label = words.find(({ text }) => isLabel(text));
  const isAggregate = ({ text }: { text: string }) => aggregate.test(bare(text));
  if (label === undefined) return above.isTotal && numbers.length > 0 && words.every(isAggregate);
  const fits = words.every(
    (one) =>
      one === label ||
      isAggregate(one) ||
      (one.at < label.at && (above.last[one.at] ?? "").trim() === one.text),
  );
  return fits && (numbers.length > 0 || surely.test(label.text) || isCounted(label.text) || above.isTotal);
}

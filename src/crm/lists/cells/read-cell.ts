/** What somebody typed or pasted into a cell, read by the kind of its column; exact, and refused where it is not clear. */
import type { ListColumn } from "#base/kernel";
import { dayOf, instantOf, readMoment } from "../../imports/values/date-text.ts";
import { decimalMarkIn, readNumber } from "../../imports/values/number-text.ts";
import { readTruth } from "../../imports/values/truth-text.ts";

export type CellRead =
  /** As the noun's endpoint takes it. */
  | { readonly value: string | number | boolean | null | { amount: string; currency: string } }
  /** A record by its name, which is still to be found. */
  | { readonly named: string }
  | { readonly reason: string };

interface CellGround {
  readonly timeZone: string;
  /** The currency of amounts in this record where the text names none. */
  readonly currency: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Signs that mean one currency; "$" means too many. */
const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW" };

/** Reads a cell; null and blanks are no value. */
export function readCell(text: string | null, column: ListColumn, ground: CellGround): CellRead {
  const written = text?.trim() ?? "";
  if (written === "") return { value: null };
  switch (column.kind) {
    case "number":
      return readFigure(written, column, (decimal) => Number(decimal));
    case "rate":
      return readRate(written, column);
    case "money":
      return readMoney(written, column, ground.currency);
    case "day":
    case "moment":
      return readDay(written, column, ground.timeZone);
    case "flag": {
      const truth = readTruth(written);
      return truth === null ? { reason: `${column.label} is yes or no.` } : { value: truth };
    }
    case "choice":
      return readChoice(written, column);
    case "reference":
      return uuid.test(written) ? { value: written.toLowerCase() } : { named: written };
    default:
      return { value: written };
  }
}

/** A written number as decimal text. Where comma and point could both be the decimal mark, the point is. */
function decimalIn(text: string): { value: string } | { reason: string } {
  return readNumber(text, decimalMarkIn(text) === "," ? "," : ".");
}

function readFigure(
  text: string,
  { label }: ListColumn,
  shaped: (decimal: string) => number | string,
): CellRead {
  const decimal = decimalIn(text);
  return "value" in decimal ? { value: shaped(decimal.value) } : { reason: `${label}: ${decimal.reason}` };
}

/** "25%", "25" and "0.25" are the same; a rate lies between 0 and 1. */
function readRate(text: string, column: ListColumn): CellRead {
  const percent = text.endsWith("%");
  const decimal = decimalIn(percent ? text.slice(0, -1) : text);
  if ("reason" in decimal) return { reason: `${column.label}: ${decimal.reason}` };
  const figure = Number(decimal.value);
  const rate = percent || figure > 1 ? Number((figure / 100).toFixed(8)) : figure;
  return rate >= 0 && rate <= 1 ? { value: rate } : { reason: `${column.label} lies between 0 % and 100 %.` };
}

function readMoney(text: string, column: ListColumn, currency: string): CellRead {
  const stated = /\b([A-Z]{3})\b/.exec(text)?.[1] ?? signs[/[€£₹₩]/.exec(text)?.[0] ?? ""];
  const decimal = decimalIn(text);
  if ("reason" in decimal) return { reason: `${column.label}: ${decimal.reason}` };
  return { value: { amount: decimal.value, currency: stated ?? currency } };
}

function readDay(text: string, column: ListColumn, timeZone: string): CellRead {
  const moment = readMoment(text, null);
  if ("reason" in moment) return { reason: `${column.label}: ${moment.reason}` };
  return column.kind === "day"
    ? { value: dayOf(moment.value, timeZone).toString() }
    : { value: instantOf(moment.value, timeZone).toString() };
}

function readChoice(text: string, { label, options = [] }: ListColumn): CellRead {
  const wanted = text.toLowerCase();
  const found = options.find(
    (option) => option.value.toLowerCase() === wanted || option.label.toLowerCase() === wanted,
  );
  if (found) return { value: found.value };
  return { reason: `${label} is one of: ${options.map((option) => option.label).join(", ")}.` };
}

/** How a file of rows is laid out: which line names its columns, and what stands around the rows. */
import { hasNoHeader } from "../../values/header-line.ts";
import { isAmountUnit } from "../../values/header-unit.ts";
import type { TextRow } from "../row-reader.ts";
import { type Above, isCounted, isNumberText, isTotalLine, withoutCount } from "./total-line.ts";

export interface Layout {
  /** The columns that most lines have; 0 where lines of one cell are rows like others. */
  readonly width: number;
  /** Lines above the header. */
  readonly above: number;
  /** Whether the line under the header says the units of the columns. */
  readonly hasUnits: boolean;
  /** Columns from the left whose value stands on the first row of a group only. */
  readonly groups: readonly number[];
  /** Whether the values of groups have the number of their records behind them. */
  readonly isCounted: boolean;
  /** The names of groups whose label has a line of its own above the rows: "Stage: Prospecting (3 records)". */
  readonly bands: readonly string[];
  /** Columns in which nearly every row has words. */
  readonly wordColumns: readonly number[];
}

/** A table without anything around its rows. */
export const plainLayout: Layout = {
  width: 0,
  above: 0,
  hasUnits: false,
  groups: [],
  isCounted: false,
  bands: [],
  wordColumns: [],
};

/** Fewer columns than these are a list, in which a line of one cell is a row like others. */
const fewestColumns = 3;
const mostLinesAbove = 40;
const longestName = 100;

const filledIn = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

/** The width that most lines with more than one cell have; the larger of two. */
function usualWidth(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  for (const { values } of rows) {
    if (filledIn(values).length < 2) continue;
    const width = widthOf(values);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A line with names for this share of the columns is the header, also where a line above names more than half of them. */
const mostNamed = 0.8;

/** How many lines stand above the one that names the columns: sparse ones, above a line that fills its columns with names. */
function linesAbove(rows: readonly TextRow[], width: number): number {
  const first = rows.slice(0, mostLinesAbove);
  const fuller = (share: number) => first.findIndex(({ values }) => filledIn(values).length > width * share);
  if (fuller(0.5) < 1) return 0;
  const at = fuller(mostNamed) === -1 ? fuller(0.5) : fuller(mostNamed);
  const found = rows[at]?.values ?? [];
  const names = filledIn(found);
  const areNames =
    !hasNoHeader(found) &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= longestName);
  return areNames ? at : 0;
}

const unit =
  /^[[(]?(%|#|percent|days?|weeks?|months?|hours?|years?|pcs|units?|text|date|number|amount|currency|id|y{2,4}[-./]m{2}[-./]d{2}|d{2}[-./]m{2}[-./]y{2,4}|m{2}[-./]d{2}[-./]y{2,4}|tage|monate|stück|jours|mois|días|meses)[\])]?$/i;

const isUnit = (cell: string): boolean => unit.test(cell.trim()) || isAmountUnit(cell);

/** The names of columns with the units of amounts that the line under them says: "Amount" over "k€" is "Amount (k€)". */
export const withUnits = (names: readonly string[], units: readonly string[]): string[] =>
  names.map((name, at) => {
    const bare = (units[at] ?? "").trim().replace(/^[[(]|[\])]$/g, "");
    return isAmountUnit(bare) ? `${name} (${bare})` : name;
  });

/** Whether the line under the header says the units of the columns and no row: all that it says are units. */
export function isUnitLine(cells: readonly string[]): boolean {
  const filled = filledIn(cells);
  return filled.length > 0 && filled.every(isUnit);
}

const band = /^([^:]{1,60}):\s+(.+?)\s+\(\d[\d.,]* (records?|rows?|items?)\)$/i;

/** The label of a group with a line of its own: its name and its value; null for any other line. */
export function bandIn(cells: readonly string[]): { readonly name: string; readonly value: string } | null {
  const filled = filledIn(cells);
  const found = filled.length === 1 ? band.exec(filled[0] ?? "") : null;
  return found === null ? null : { name: found[1] ?? "", value: found[2] ?? "" };
}

function wordColumnsOf(rows: readonly TextRow[], width: number): number[] {
  const most = rows.length * 0.9;
  return Array.from({ length: width }, (_, at) => at).filter(
    (at) =>
      rows.filter(({ values }) => {
        const cell = (values[at] ?? "").trim();
        return cell !== "" && !isNumberText(cell);
      }).length >= most,
  );
}

/** Lines of a sample parted into rows and totals. */
function parted(rows: readonly TextRow[], wordColumns: readonly number[]) {
  const found: { readonly values: readonly string[]; readonly afterTotal: boolean }[] = [];
  let totals = 0;
  let isTotal = false;
  const last: string[] = [];
  for (const { values } of rows) {
    const above: Above = { last, isTotal, wordColumns };
    const isOne = isTotalLine(values, above);
    if (isOne) totals += 1;
    else if (widthOf(values) > 0) {
      found.push({ values, afterTotal: isTotal || found.length === 0 });
      for (const [at, value] of values.entries()) if (value.trim() !== "") last[at] = value;
    }
    isTotal = isOne;
  }
  return { rows: found, totals };
}

/** Whether a column says its value on the first row of each group only. */
function isGroup(sample: ReturnType<typeof parted>, at: number, header: string): boolean {
  const { rows, totals } = sample;
  const cell = (values: readonly string[]) => (values[at] ?? "").trim();
  const said = rows.map(({ values }) => cell(values)).filter((value) => value !== "");
  const blanks = rows.length - said.length;
  const first = rows[0];
  if (blanks === 0 || first === undefined || cell(first.values) === "") return false;
  if (/[↑↓]\s*$/.test(header)) return true;
  const beginsAfterTotals = rows.every(({ values, afterTotal }) => !afterTotal || cell(values) !== "");
  if (totals > 1 && beginsAfterTotals) return true;
  const isOnceEach = new Set(said).size === said.length && said.length > 1;
  const beside = rows.filter(({ values }) => filledIn(values).length > 1 || cell(values) === "");
  const next = beside.filter(({ values }) => (values[at + 1] ?? "").trim() !== "").length;
  return (
    isOnceEach &&
    blanks >= said.length &&
    next >= beside.length * 0.9 &&
    !/\b(id|number|no|nr)\b/i.test(header)
  );
}

function groupsOf(sample: ReturnType<typeof parted>, header: readonly string[]): number[] {
  const groups: number[] = [];
  for (const [at, name] of header.entries()) {
    const isEmpty = sample.rows.every(({ values }) => (values[at] ?? "").trim() === "");
    if (isEmpty) continue;
    if (!isGroup(sample, at, name)) break;
    groups.push(at);
  }
  return groups.length === header.length ? [] : groups;
}

/**
 * How a file is laid out, by its first lines. `above`: the lines above its header, where a person said them;
 * `hasHeader`: whether a line names its columns.
 */
export function layoutOf(
  rows: readonly TextRow[],
  said: { readonly above?: number; readonly hasHeader?: boolean } = {},
): Layout {
  const width = usualWidth(rows);
  const hasHeader = said.hasHeader ?? true;
  const above = said.above ?? (hasHeader ? linesAbove(rows, width) : 0);
  const header = hasHeader ? (rows[above]?.values ?? []) : [];
  if (width < fewestColumns) return { ...plainLayout, above };
  const under = rows.slice(above + (hasHeader ? 1 : 0));
  const hasUnits = hasHeader && isUnitLine(under[0]?.values ?? []);
  const body = hasUnits ? under.slice(1) : under;
  const bands = new Set(under.flatMap(({ values }) => bandIn(values)?.name ?? []));
  const full = body.filter(({ values }) => filledIn(values).length > 1);
  const wordColumns = wordColumnsOf(full, width);
  const sample = parted(body, wordColumns);
  const groups = groupsOf(sample, header);
  const labels = sample.rows.flatMap(({ values }) => filledIn(groups.map((at) => values[at] ?? "")));
  return {
    width,
    above,
    hasUnits,
    groups,
    isCounted: labels.length > 0 && labels.every(isCounted),
    bands: [...bands],
    wordColumns,
  };
}

/** The value of a group without the number of its records, where the values of the file have it. */
export const groupValue = (layout: Layout, text: string): string =>
  layout.isCounted ? withoutCount(text) : text;

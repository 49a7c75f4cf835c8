/** In which order a list stands, what it is put into groups by, and which of its columns are shown. Each with its text. */
import type { Grain } from "../fiscal-period.ts";
import { refuse } from "../refusal.ts";
import { canGroup, isAboutDays, type ListColumn } from "./column.ts";

export interface SortBy {
  readonly column: string;
  readonly desc: boolean;
}
export const groupGrains = ["week", "month", "quarter", "year"] as const;
export type GroupGrain = Extract<Grain, (typeof groupGrains)[number]>;

export interface Grouping {
  readonly column: string;
  /** Of days and moments: by which fiscal period. */
  readonly grain: GroupGrain | null;
  readonly desc: boolean;
}
/** A column on screen; its width in pixels where somebody chose one. */
export interface ShownColumn {
  readonly id: string;
  readonly width: number | null;
  readonly pinned: boolean;
}

const nothing = "none";
const sortsMax = 5;
const shownMax = 60;
const name = String.raw`[A-Za-z][\w.]*`;

/** "-amount,name" is by amount, the largest first, then by name. */
export function sortsText(sorts: readonly SortBy[]): string {
  return sorts.length === 0
    ? nothing
    : sorts.map(({ column, desc }) => (desc ? `-${column}` : column)).join(",");
}

export function readSorts(text: string): SortBy[] {
  if (text === "" || text === nothing) return [];
  return text.split(",").map((part) => {
    const [, minus, column] = new RegExp(`^(-?)(${name})$`).exec(part) ?? [];
    if (column === undefined) return unreadable("sort", part, "-amount,name");
    return { column, desc: minus === "-" };
  });
}

/** The reason why a list with these columns cannot be put in an order, or null. */
export function anOrderNamesColumnsOnce(
  sorts: readonly SortBy[],
  columns: readonly ListColumn[],
): string | null {
  if (sorts.length > sortsMax) return `A list is sorted by at most ${sortsMax} columns.`;
  const unknown = sorts.find(({ column }) => !columns.some(({ id }) => id === column));
  if (unknown) return `There is no column “${unknown.column}” to sort by.`;
  const twice = sorts.find((sort, at) => sorts.findIndex(({ column }) => column === sort.column) !== at);
  return twice ? `The list is sorted by “${twice.column}” twice.` : null;
}

/** "stage", "-owner" (the last first), "closeOn:quarter". */
export function groupingText(grouping: Grouping | null): string {
  if (grouping === null) return nothing;
  const grain = grouping.grain === null ? "" : `:${grouping.grain}`;
  return `${grouping.desc ? "-" : ""}${grouping.column}${grain}`;
}

export function readGrouping(text: string): Grouping | null {
  if (text === "" || text === nothing) return null;
  const [, minus, column, grain] =
    new RegExp(`^(-?)(${name})(?::(${groupGrains.join("|")}))?$`).exec(text) ?? [];
  if (column === undefined) return unreadable("group", text, "stage or closeOn:quarter");
  return { column, grain: (grain as GroupGrain | undefined) ?? null, desc: minus === "-" };
}

/** The reason why a list with these columns cannot be put into groups, or null. */
export function aGroupingFitsItsColumn(
  grouping: Grouping | null,
  columns: readonly ListColumn[],
): string | null {
  if (grouping === null) return null;
  const column = columns.find(({ id }) => id === grouping.column);
  if (column === undefined) return `There is no column “${grouping.column}” to group by.`;
  if (!canGroup(column))
    return `${column.label} is different for almost every record, so it makes no groups.`;
  if (isAboutDays(column) && grouping.grain === null) {
    return `${column.label} is grouped by week, month, quarter or year: write ${column.id}:quarter.`;
  }
  if (!isAboutDays(column) && grouping.grain !== null) return `${column.label} has no days to group by.`;
  return null;
}

/** "name:320:pinned,account,amount:120". */
export function shownColumnsText(shown: readonly ShownColumn[]): string {
  return shown
    .map(({ id, width, pinned }) => `${id}${width === null ? "" : `:${width}`}${pinned ? ":pinned" : ""}`)
    .join(",");
}

export function readShownColumns(text: string): ShownColumn[] {
  if (text === "") return [];
  return text.split(",").map((part) => {
    const [, id, width, pinned] = new RegExp(`^(${name})(?::(\\d{2,4}))?(:pinned)?$`).exec(part) ?? [];
    if (id === undefined) return unreadable("columns", part, "name:320:pinned,amount");
    return { id, width: width === undefined ? null : Number(width), pinned: pinned !== undefined };
  });
}

/** The reason why a list cannot show these columns, or null. */
export function aListShowsColumnsItHasOnce(
  shown: readonly Pick<ShownColumn, "id">[],
  columns: readonly ListColumn[],
): string | null {
  if (shown.length === 0) return "A list shows at least one column.";
  if (shown.length > shownMax) return `A list shows at most ${shownMax} columns.`;
  const unknown = shown.find(({ id }) => !columns.some((column) => column.id === id));
  if (unknown) return `There is no column “${unknown.id}” in this list.`;
  const twice = shown.find((one, at) => shown.findIndex(({ id }) => id === one.id) !== at);
  return twice ? `The column “${twice.id}” is there twice.` : null;
}

function unreadable(field: string, part: string, example: string): never {
  const message = `“${part}” cannot be read.`;
  return refuse("invalid", message, { fix: `Write it like ${example}.`, fields: [{ field, message }] });
}

/**
 * A filter as data: conditions on a list's columns, joined by and/or. One language for lists, exports, saved views and
 * whatever else narrows records down. Values are text and are read by the kind of their column.
 */
import { type ColumnKind, isAboutDays, isFigure, type ListColumn } from "./column.ts";
import { aDayCanBeRead, aPeriodCanBeRead } from "./days.ts";

export type Filter = FilterGroup | Condition;

export interface FilterGroup {
  readonly join: "and" | "or";
  readonly parts: readonly Filter[];
}
export interface Condition {
  readonly column: string;
  readonly test: FilterTest;
  readonly values: readonly string[];
}

const textTests = ["contains", "excludes", "is", "is-not", "starts", "ends"] as const;
const figureTests = ["is", "is-not", "more", "at-least", "less", "at-most", "between"] as const;
const dayTests = ["in", "not-in", "is", "before", "after", "since", "until", "between"] as const;
const setTests = ["one-of", "none-of"] as const;
const presence = ["empty", "filled"] as const;

export type FilterTest =
  | (typeof textTests)[number]
  | (typeof figureTests)[number]
  | (typeof dayTests)[number]
  | (typeof setTests)[number]
  | (typeof presence)[number];

const testsByKind: Readonly<Record<ColumnKind, readonly FilterTest[]>> = {
  text: [...textTests, ...presence],
  word: [...setTests, "contains", "excludes", "starts", ...presence],
  number: [...figureTests, ...presence],
  money: [...figureTests, ...presence],
  rate: [...figureTests, ...presence],
  day: [...dayTests, ...presence],
  moment: [...dayTests, ...presence],
  choice: [...setTests, ...presence],
  // By the record itself, and by its name.
  reference: [...setTests, "contains", "excludes", "starts", "is", "is-not", ...presence],
  flag: ["is", ...presence],
};

/** What can be asked of a column. */
export function testsOf(column: ListColumn): readonly FilterTest[] {
  const tests = testsByKind[column.kind];
  return column.always ? tests.filter((test) => test !== "empty" && test !== "filled") : tests;
}

/** The person who asks, wherever a person can be chosen. */
export const whoAsks = "me";
export const noFilter: FilterGroup = { join: "and", parts: [] };

export const isGroup = (filter: Filter): filter is FilterGroup => "join" in filter;

/** How much a filter may say, so that nobody's question keeps the others waiting. */
const depthMax = 4;
const conditionsMax = 60;
const valuesMax = 200;
const valueLengthMax = 500;

/** Every condition of a filter, however deep. */
export function conditionsOf(filter: Filter): Condition[] {
  return isGroup(filter) ? filter.parts.flatMap(conditionsOf) : [filter];
}

const depthOf = (filter: Filter): number =>
  isGroup(filter) ? 1 + Math.max(0, ...filter.parts.map(depthOf)) : 0;

/** The reason why a list with these columns cannot answer a filter, or null. */
export function aFilterAsksWhatItsColumnsKnow(filter: Filter, columns: readonly ListColumn[]): string | null {
  if (depthOf(filter) > depthMax) return `A filter has at most ${depthMax} levels of and/or.`;
  const conditions = conditionsOf(filter);
  if (conditions.length > conditionsMax) return `A filter has at most ${conditionsMax} conditions.`;
  const byId = new Map(columns.map((column) => [column.id, column]));
  for (const condition of conditions) {
    const reason = whyUnanswerable(condition, byId.get(condition.column));
    if (reason !== null) return reason;
  }
  return null;
}

function whyUnanswerable(
  { column: id, test, values }: Condition,
  column: ListColumn | undefined,
): string | null {
  if (column === undefined) return `There is no column “${id}” in this list.`;
  if (!testsOf(column).includes(test)) {
    return `${column.label} cannot be asked “${test}”; it knows ${testsOf(column).join(", ")}.`;
  }
  const { least, most } = countOfValues(test);
  if (values.length < least || values.length > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    return `“${test}” on ${column.label} takes ${wanted} values, not ${values.length}.`;
  }
  const wrong = values.find((value) => !aValueFits(column, test, value));
  return wrong === undefined
    ? null
    : `“${wrong}” is not ${expected(column, test)}, which ${column.label} asks for.`;
}

/** How many values a test takes. */
export function countOfValues(test: FilterTest): { least: number; most: number } {
  if (test === "empty" || test === "filled") return { least: 0, most: 0 };
  if (test === "between") return { least: 2, most: 2 };
  if (test === "one-of" || test === "none-of") return { least: 1, most: valuesMax };
  if (test === "in" || test === "not-in") return { least: 1, most: 24 };
  return { least: 1, most: 1 };
}

const decimal = /^-?\d{1,15}(\.\d{1,10})?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a value can be read as what its column and test ask for. Fiscal periods are read when the calendar is known. */
function aValueFits(column: ListColumn, test: FilterTest, value: string): boolean {
  // No text in the record holds the zero character, and none can be looked for.
  if (value === "" || value.length > valueLengthMax || value.includes("\0")) return false;
  if (isFigure(column)) return decimal.test(value);
  if (isAboutDays(column))
    return test === "in" || test === "not-in" ? aPeriodCanBeRead(value) : aDayCanBeRead(value);
  if (column.kind === "flag") return value === "true" || value === "false";
  if (column.kind === "choice") return column.options?.some((option) => option.value === value) ?? false;
  if (column.kind === "reference" && (test === "one-of" || test === "none-of")) {
    return uuid.test(value) || (value === whoAsks && column.leadsTo === "person");
  }
  return true;
}

function expected(column: ListColumn, test: FilterTest): string {
  if (isFigure(column)) return "a plain number like 1234.5";
  if (isAboutDays(column)) {
    return test === "in" || test === "not-in"
      ? "a period like this-quarter, last-30d or 2026-Q1"
      : "a day like 2026-03-31 or today-30d";
  }
  if (column.kind === "flag") return "true or false";
  if (column.kind === "choice")
    return `one of ${(column.options ?? []).map(({ value }) => value).join(", ")}`;
  return column.kind === "reference" ? "the id of a record" : "text of 1 to 500 letters";
}

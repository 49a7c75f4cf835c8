/** A filter in words: what is asked, and of which values. */
import {
  type ColumnKind,
  type Condition,
  type FilterTest,
  isAboutDays,
  isFigure,
  type ListColumn,
  whoAsks,
} from "#base/kernel";
import { formatCount, formatDay, formatMoney, formatRate } from "../words.ts";
import { periodLabel } from "../workspace.tsx";

const words: Partial<Record<FilterTest, string>> = {
  contains: "contains",
  excludes: "does not contain",
  is: "is",
  "is-not": "is not",
  starts: "starts with",
  ends: "ends with",
  "one-of": "is",
  "none-of": "is not",
  in: "is in",
  "not-in": "is not in",
  before: "is before",
  after: "is after",
  since: "is on or after",
  until: "is on or before",
  between: "is between",
  empty: "is empty",
  filled: "is not empty",
};
const signs: Partial<Record<FilterTest, string>> = {
  is: "=",
  "is-not": "≠",
  more: ">",
  "at-least": "≥",
  less: "<",
  "at-most": "≤",
};

/** What a test asks, as it stands between a column's name and a value. */
export function testWords(test: FilterTest, kind: ColumnKind): string {
  const sign = isFigure({ kind }) ? signs[test] : undefined;
  return sign ?? words[test] ?? test;
}

const unitWords: Readonly<Record<string, string>> = {
  d: "day",
  w: "week",
  m: "month",
  q: "quarter",
  y: "year",
};
const counted = (count: string, unit: string) => {
  const word = unitWords[unit] ?? unit;
  return count === "1" ? `1 ${word}` : `${count} ${word}s`;
};

/** "today-30d" → "30 days ago", "today+2w" → "2 weeks from now", "2026-03-31" → "31 Mar 2026". */
export function dayWords(value: string): string {
  const [, sign, count = "", unit = ""] = /^today([+-])(\d+)([dwmqy])$/.exec(value) ?? [];
  if (sign === undefined) return /^\d/.test(value) ? formatDay(value) : value;
  return `${counted(count, unit)} ${sign === "-" ? "ago" : "from now"}`;
}

/** "this-quarter" → "this quarter", "last-30d" → "the last 30 days", "FY2027-Q1" → "Q1 FY2027". */
export function periodWords(value: string): string {
  const [, way, count = "", unit = ""] = /^(last|next)-(\d+)([dwmqy])$/.exec(value) ?? [];
  if (way !== undefined)
    return count === "1" ? `the ${way} ${unitWords[unit]}` : `the ${way} ${counted(count, unit)}`;
  if (/^(this|last|next)-/.test(value)) return value.replace("-", " ");
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? formatDay(value)
    : /^[a-z]/.test(value)
      ? value
      : periodLabel(value);
}

/** A value in words. `nameOf` knows the names of records by their ids; `currency` is the workspace's. */
export function valueWords(
  value: string,
  column: ListColumn,
  test: FilterTest,
  known: { readonly currency: string; readonly nameOf: (value: string) => string | undefined },
): string {
  if (isAboutDays(column)) return test === "in" || test === "not-in" ? periodWords(value) : dayWords(value);
  switch (column.kind) {
    case "money":
      return formatMoney(value, known.currency).replace(/[.,]00$/, "");
    case "rate":
      return formatRate(Number(value));
    case "number":
      return formatCount(Number(value));
    case "flag":
      return value === "true" ? "yes" : "no";
    case "choice":
      return column.options?.find((option) => option.value === value)?.label ?? value;
    case "reference":
      return value === whoAsks ? "me" : (known.nameOf(value) ?? (test.endsWith("-of") ? "…" : `“${value}”`));
    default:
      return test.endsWith("-of") ? value : `“${value}”`;
  }
}

const valuesShown = 2;

/** "Amount ≥ $50,000", "Owner is Ines Berg or Odd Lund", "Close date is in this quarter". */
export function conditionWords(
  condition: Condition,
  column: ListColumn,
  known: Parameters<typeof valueWords>[3],
): { readonly name: string; readonly test: string; readonly values: string } {
  const { test, values } = condition;
  const told = values.slice(0, valuesShown).map((value) => valueWords(value, column, test, known));
  const more = values.length - told.length;
  const join = test === "between" ? " and " : " or ";
  return {
    name: column.label,
    test: testWords(test, column.kind),
    values: more > 0 ? `${told.join(", ")} and ${more} more` : told.join(join),
  };
}

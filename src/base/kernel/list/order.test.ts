import { expect, test } from "vitest";
import type { ListColumn } from "./column.ts";
import {
  aGroupingFitsItsColumn,
  aListShowsColumnsItHasOnce,
  anOrderNamesColumnsOnce,
  groupingText,
  readGrouping,
  readShownColumns,
  readSorts,
  shownColumnsText,
  sortsText,
} from "./order.ts";

const columns: ListColumn[] = [
  { id: "name", label: "Name", kind: "text" },
  { id: "stage", label: "Stage", kind: "reference" },
  { id: "closeOn", label: "Closes", kind: "day" },
  { id: "custom.tier", label: "Tier", kind: "choice", options: [] },
];

test.each(["none", "name", "-closeOn,name", "custom.tier,-name"])(
  "the order %s is read and written",
  (text) => {
    expect(sortsText(readSorts(text))).toBe(text);
  },
);

test.each(["none", "stage", "-stage", "closeOn:quarter", "-custom.tier"])(
  "the grouping %s is read and written",
  (text) => {
    expect(groupingText(readGrouping(text))).toBe(text);
  },
);

test.each(["name", "name:320:pinned,stage", "name:pinned,custom.tier:90"])(
  "the columns %s are read and written",
  (text) => {
    expect(shownColumnsText(readShownColumns(text))).toBe(text);
  },
);

test.each([
  ["an order", () => readSorts("name desc"), "“name desc” cannot be read."],
  ["a grouping", () => readGrouping("closeOn:decade"), "“closeOn:decade” cannot be read."],
  ["a column", () => readShownColumns("name:wide"), "“name:wide” cannot be read."],
])("%s that is written otherwise is refused", (_, read, reason) => {
  expect(read).toThrow(reason);
});

test.each<[string, string | null]>([
  ["-stage,name", null],
  ["owner", "There is no column “owner” to sort by."],
  ["name,-name", "The list is sorted by “name” twice."],
])("the order %s: %s", (text, reason) => {
  expect(anOrderNamesColumnsOnce(readSorts(text), columns)).toBe(reason);
});

test.each<[string, string | null]>([
  ["stage", null],
  ["closeOn:month", null],
  ["owner", "There is no column “owner” to group by."],
  ["name", "Name is different for almost every record, so it makes no groups."],
  ["closeOn", "Closes is grouped by week, month, quarter or year: write closeOn:quarter."],
  ["stage:month", "Stage has no days to group by."],
])("the grouping %s: %s", (text, reason) => {
  expect(aGroupingFitsItsColumn(readGrouping(text), columns)).toBe(reason);
});

test.each<[string, string | null]>([
  ["name:200,stage", null],
  ["name,owner", "There is no column “owner” in this list."],
  ["name,stage,name", "The column “name” is there twice."],
  ["", "A list shows at least one column."],
])("the columns %s: %s", (text, reason) => {
  expect(aListShowsColumnsItHasOnce(readShownColumns(text), columns)).toBe(reason);
});

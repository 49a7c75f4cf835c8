import { expect, test } from "vitest";
import type { ColumnKind, ListColumn } from "#base/kernel";
import { readCell } from "./read-cell.ts";

const ground = { timeZone: "America/New_York", currency: "USD" };
const column = (kind: ColumnKind): ListColumn => ({
  id: "x",
  label: "Column",
  kind,
  options: [
    { value: "best-case", label: "Best case" },
    { value: "commit", label: "Commit" },
  ],
});
const id = "018f3c2e-7b1a-7c3d-9e4f-0123456789ab";

test.each<[ColumnKind, string | null, unknown]>([
  ["text", " Call them ", "Call them"],
  ["text", "", null],
  ["number", "1,234.5", 1234.5],
  ["number", "1.234,5", 1234.5],
  ["number", "-7", -7],
  ["money", "$1,234.56", { amount: "1234.56", currency: "USD" }],
  ["money", "1.234,56 €", { amount: "1234.56", currency: "EUR" }],
  ["money", "GBP 90071992547409.93", { amount: "90071992547409.93", currency: "GBP" }],
  ["money", null, null],
  ["rate", "25%", 0.25],
  ["rate", "25", 0.25],
  ["rate", "0.25", 0.25],
  ["rate", "1", 1],
  ["day", "2026-03-31", "2026-03-31"],
  ["day", "31 Mar 2026", "2026-03-31"],
  ["day", "31/03/2026 in the wrong column", undefined],
  ["moment", "2026-03-31 16:05", "2026-03-31T20:05:00Z"],
  ["moment", "2026-03-31T16:05:00Z", "2026-03-31T16:05:00Z"],
  ["flag", "Yes", true],
  ["flag", "no", false],
  ["choice", "best case", "best-case"],
  ["choice", "COMMIT", "commit"],
  ["reference", id.toUpperCase(), id],
])("in a column of kind %s, %j is %j", (kind, text, value) => {
  if (value === undefined) expect(readCell(text, column(kind), ground)).toHaveProperty("reason");
  else expect(readCell(text, column(kind), ground)).toEqual({ value });
});

test("a name leads to a record that is still to be found", () => {
  expect(readCell(" Acme ", column("reference"), ground)).toEqual({ named: "Acme" });
});

test.each<[ColumnKind, string, string]>([
  ["number", "about ten", "Column: It is not a number."],
  ["money", "1e5", "Column: It is in scientific notation, in which a spreadsheet has dropped digits."],
  ["rate", "250%", "Column lies between 0 % and 100 %."],
  ["day", "03/04/2026", "Column: It does not say whether the day or the month comes first."],
  ["day", "2026-02-30", "Column: There is no such day."],
  ["flag", "perhaps", "Column is yes or no."],
  ["choice", "closed", "Column is one of: Best case, Commit."],
])("in a column of kind %s, %j is refused: %s", (kind, text, reason) => {
  expect(readCell(text, column(kind), ground)).toEqual({ reason });
});

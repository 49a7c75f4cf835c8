import { expect, test } from "vitest";
import type { ColumnPlan, UnderstoodFile } from "../mapping/column-plan.ts";
import type { FieldKind } from "../recognition/field.ts";
import { sifterFor } from "./sift-rows.ts";

function column(name: string, field: string, kind: FieldKind, more: Partial<ColumnPlan> = {}): ColumnPlan {
  const rest = {
    stage: null,
    custom: null,
    dateOrder: null,
    mark: ".",
    percent: false,
    reason: "",
    examples: [],
  } as const;
  return { column: name, use: "field", field, kind, ...rest, ...more };
}

function fileOf(columns: ColumnPlan[], repeatedKeys: string[] = []): UnderstoodFile {
  const rest = { confidence: 1, reason: "", rows: 0, encoding: "utf-8", delimiter: "," };
  return { file: "f.csv", object: "account", key: ["Id"], columns, repeatedKeys, ...rest };
}

const id = column("Id", "id", "id");
const rowsOf = (...values: string[][]) => ({
  rows: values.map((row, at) => ({ line: at + 2, values: row })),
  unread: [],
});

test.each([
  ["employees", "integer", "12.0", "12"],
  ["employees", "integer", "1.5", "It is not a whole number."],
  ["employees", "integer", "-3", "It cannot be below zero."],
  ["amount", "money", "(1,250.50)", "-1250.50"],
  ["amount", "money", "1234567890123456", "It is larger than anything that can be kept."],
  ["amount", "money", "1e5", "It is in scientific notation, in which a spreadsheet has dropped digits."],
  ["isWon", "truth", "maybe", "It says neither yes nor no."],
  ["probability", "rate", "140%", "A probability is between 0 and 100 percent."],
  ["probability", "rate", "75%", "0.75"],
  ["createdAt", "moment", "2026-02-30", "There is no such day."],
] as const)("%s (%s) written %s is %s", (field, kind, text, expected) => {
  const sift = sifterFor(fileOf([id, column("Value", field, kind)]), "csv");
  const { rows, tally } = sift(rowsOf(["A", text]));
  const [reject] = tally.rejects;
  expect(reject?.reason ?? rows[0]?.fields.get(field)).toBe(expected);
  if (reject !== undefined) expect(reject).toMatchObject({ line: 2, field: "Value", value: text });
});

test("a percentage column is read as shares of one", () => {
  const sift = sifterFor(fileOf([id, column("P", "probability", "rate", { percent: true })]), "csv");
  expect(sift(rowsOf(["A", "75"])).rows[0]?.fields.get("probability")).toBe("0.75");
});

test("a row without its key is refused, and empty values say nothing", () => {
  const sift = sifterFor(fileOf([id, column("Name", "name", "text")]), "csv");
  const { rows, tally } = sift(rowsOf(["", "Acme"], ["B", "  "]));
  expect(tally.rejects.map((one) => one.reason)).toEqual(["It is empty, so the row names no record."]);
  expect(rows.map((row) => [row.key, row.fields.has("name")])).toEqual([["B", false]]);
});

test("the first row of a key counts, in this chunk and in later ones", () => {
  const sift = sifterFor(fileOf([id, column("Name", "name", "text")], ["A"]), "csv");
  const one = sift(rowsOf(["A", "x"], ["A", "x"], ["A", "y"]));
  expect([one.rows.length, one.tally.duplicate, one.tally.rejects.length]).toEqual([1, 1, 1]);
  const two = sift({ rows: [{ line: 9, values: ["A", "z"] }], unread: [] });
  expect(two.tally.rejects.map((reject) => reject.reason)).toEqual([
    "Line 2 has the same Id and says something else.",
  ]);
});

test("a Salesforce id in its short and its long form is one record", () => {
  const sift = sifterFor(fileOf([id, column("Name", "name", "text")]), "salesforce");
  const { rows, tally } = sift(rowsOf(["001bm00001ZL8U9", "x"], ["001bm00001ZL8U9AAL", "y"]));
  expect([rows.map((row) => row.key), tally.rejects.length]).toEqual([["001bm00001ZL8U9AAL"], 1]);
});

test("a file without a key tells its rows apart by all they say, and equal rows by their number", () => {
  const file = { ...fileOf([column("Name", "name", "text")]), key: [] };
  const sift = sifterFor(file, "csv");
  const keys = sift(rowsOf(["x"], ["x"], ["y"])).rows.map((row) => row.key);
  expect(new Set(keys).size).toBe(3);
});

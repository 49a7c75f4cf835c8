import { expect, test } from "vitest";
import { dateOrderOf, decimalMarkOf, fieldTypeOf } from "./column-format.ts";
import { ColumnGatherer, isUnique } from "./column-profile.ts";

function profileOf(values: readonly string[]) {
  const gatherer = new ColumnGatherer("x");
  for (const value of values) gatherer.take(value);
  return gatherer.finish();
}

test.each([
  ["one value above 12 in second place decides", ["03/04/26", "03/13/26"], "mdy"],
  ["one value above 12 in first place decides", ["03/04/26", "13/03/26"], "dmy"],
  ["nothing above 12 decides nothing", ["03/04/26", "05/06/26"], "undecided"],
  ["both contradict each other", ["13/04/26", "04/13/26"], "contradictory"],
  ["year first needs no decision", ["2026-03-04"], "not-needed"],
])("date order: %s", (_, values, expected) => {
  expect(dateOrderOf(profileOf(values))).toBe(expected);
});

test.each([
  [["1,234", "12.5"], ".", false],
  [["1.234", "12,5"], ",", false],
  [["1,234", "5,678"], ".", true],
  [["1.234"], ",", true],
  [["1", "2"], ".", false],
])("the decimal mark of %j is %s (assumed: %s)", (values, mark, assumed) => {
  expect(decimalMarkOf(profileOf(values))).toEqual({ mark, assumed });
});

const repeated = (values: string[]) => [...values, ...values, ...values];
test.each([
  ["boolean", ["TRUE", "FALSE", ""]],
  ["date", ["2026-01-01", "2026-02-01"]],
  ["number", ["1996", "12.50"]],
  ["text", ["01234", "05678"]],
  ["text", ["9007199254740993123"]],
  ["text", ["a note", "another note"]],
  ["choice", repeated(["Gold", "Silver"])],
  ["text", ["t", "f"]],
  ["text", []],
] as const)("a column is of type %s when its values are %j", (type, values) => {
  expect(fieldTypeOf(profileOf(values)).type).toBe(type);
});

test("a column is unique when no row lacks a value and none occurs twice", () => {
  expect([["a", "b"], ["a", "a"], ["a", ""], []].map((values) => isUnique(profileOf(values)))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

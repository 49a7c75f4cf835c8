import { expect, test } from "vitest";
import { aValueFitsItsField, customProblems, type FieldType, onlyAChoiceHasOptions } from "./field.ts";

test.each<[FieldType, string | number | boolean | null, string | null]>([
  ["text", "x", null],
  ["text", 1, "Tier is text."],
  ["number", 1.5, null],
  ["number", "1.5", "Tier is a number."],
  ["boolean", false, null],
  ["boolean", "false", "Tier is true or false."],
  ["date", "2026-02-28", null],
  ["date", "2026-02-30", "Tier is a day, written YYYY-MM-DD."],
  ["date", "28.2.2026", "Tier is a day, written YYYY-MM-DD."],
  ["choice", "gold", null],
  ["choice", "lead", "Tier is one of: gold, silver."],
  ["choice", null, null],
])("in a field of type %s, %j: %s", (type, value, reason) => {
  const options = type === "choice" ? ["gold", "silver"] : [];
  expect(aValueFitsItsField({ label: "Tier", type, options }, value)).toBe(reason);
});

test.each<[FieldType, string[], string | null]>([
  ["choice", [], "A choice needs at least one option."],
  ["choice", ["a", "b", "a"], 'The option "a" is there twice.'],
  ["text", ["a"], "Only a choice has options."],
  ["choice", ["a"], null],
])("a %s with the options %j: %s", (type, options, reason) => {
  expect(onlyAChoiceHasOptions(type, options)).toBe(reason);
});

test("every problem is named by its key", () => {
  const tier = { key: "tier", label: "Tier", type: "choice" as const, options: ["gold"] };
  expect(customProblems([tier], { tier: "tin", teir: "gold" })).toEqual([
    { field: "custom.tier", message: "Tier is one of: gold." },
    { field: "custom.teir", message: "There is no such custom field." },
  ]);
});

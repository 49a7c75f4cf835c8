import { describe, expect, test } from "vitest";
import { ColumnGatherer } from "../values/column-profile.ts";
import { categoryValues } from "./category-values.ts";
import { currencyValues, markedCurrencies } from "./currency-values.ts";
import type { ImportOptions } from "./import-plan.ts";
import { stageValues } from "./stage-values.ts";
import { suggestColumns } from "./suggest-columns.ts";
import type { ValueMaps } from "./value-maps.ts";

/** A file of opportunities with a column of these values. */
function fileWith(column: string, values: readonly string[]) {
  const gatherer = new ColumnGatherer(column);
  for (const value of values) gatherer.take(value);
  const profiles = [gatherer.finish()];
  const file = { file: "d.csv", columns: [column], profiles, rows: values.length, headed: true };
  return { file, columns: suggestColumns("opportunity", profiles, null) };
}
const times = (count: number, value: string) => Array.from({ length: count }, () => value);
const told = (maps: ValueMaps) =>
  maps.readings.map(
    ({ value, match, accepted, evidence }) => `${value} → ${match}${accepted ? "" : "?"}: ${evidence}`,
  );
const setting = { currency: "USD", timeZone: "UTC" };

describe("stages", () => {
  const stages = (values: readonly string[], options: ImportOptions = {}) =>
    stageValues([fileWith("Stage", values)], options);

  test("a spelling that differs in letter case is the more frequent one; one that differs in letters is asked about", () => {
    const found = stages([...times(9, "Negotiation"), "negotiation ", "Negotation", "Won"]);
    expect(told(found)).toEqual([
      "negotiation → Negotiation: “negotiation” (1 row) and “Negotiation” (9 rows) are the same without spaces, letter case and punctuation.",
      "Negotation → Negotiation?: “Negotation” (1 row) and “Negotiation” (9 rows) differ in 1 letter; it is a stage of its own unless you accept it.",
    ]);
    expect([...found.meant]).toEqual([["d.csv\nStage", { negotiation: "Negotiation" }]]);
  });

  test.each([
    ["stages that differ in a number", ["Stage 1", "Stage 1", "Stage 2"]],
    ["stages that end a sale differently", ["Closed won", "Closed won", "Closed lost"]],
    ["short names", ["Demo", "Demo", "Dead"]],
  ])("%s are never one", (_, values) => {
    expect(stages(values).readings).toEqual([]);
  });

  test("a person's word stands above the evidence, both ways", () => {
    const values = [...times(9, "Negotiation"), "Negotation", "negotiation"];
    const same = { stage: { Negotation: "Negotiation", negotiation: null } };
    const found = stages(values, { mapping: { same } });
    expect(found.readings.map(({ value, accepted }) => [value, accepted])).toEqual([
      ["Negotation", true],
      ["negotiation", false],
    ]);
    expect([...found.meant.values()]).toEqual([{ Negotation: "Negotiation" }]);
  });
});

describe("currencies", () => {
  const currencies = (
    values: readonly string[],
    listed = new Map<string, string>(),
    options: ImportOptions = {},
  ) => currencyValues([fileWith("Currency", values)], listed, options, setting);

  test("codes stand for themselves, signs and names for what they mean, what is none is told", () => {
    const found = currencies(["EUR", "€", "US Dollar", "$", "Dublons", "Dublons"]);
    expect(told(found)).toEqual([
      "€ → EUR: “€” is the sign of EUR.",
      "US Dollar → USD: “US Dollar” is a name of USD.",
      "$ → USD: “$” is written for USD, ARS, AUD, BBD and others; taken as USD, the workspace's currency.",
    ]);
    expect(found.warnings).toEqual([
      "d.csv, Currency: “Dublons” is no currency. The 2 rows with it are refused unless the mapping says which it is (values, currency).",
    ]);
  });

  test("an id stands for what the table of currencies says; one that no table names is asked about", () => {
    const [usd, eur, other] = ["1", "2", "3"].map(
      (digit) => `${digit.repeat(8)}-aaaa-bbbb-cccc-dddddddddddd`,
    );
    const listed = new Map([
      [`{${usd?.toUpperCase()}}`, "USD"],
      [eur ?? "", "EUR"],
    ]);
    const found = currencies([usd ?? "", eur ?? "", other ?? ""], listed);
    expect([...found.meant.values()]).toEqual([
      { [usd ?? ""]: "USD", [eur ?? ""]: "EUR", [other ?? ""]: "USD" },
    ]);
    expect(told(found)).toEqual([
      `${other} → USD: “${other}” is the only currency that no file names; taken as USD, the workspace's currency.`,
    ]);
    const open = currencies([usd ?? "", eur ?? ""]);
    expect(open.questions.map((one) => one.question)).toEqual([
      `Which currency is “${usd}” in Currency? No file says it.`,
      `Which currency is “${eur}” in Currency? No file says it.`,
    ]);
    const said = { mapping: { values: { currency: { [usd ?? ""]: "USD", [eur ?? ""]: "EUR" } } } };
    expect(currencies([usd ?? "", eur ?? ""], new Map(), said).questions).toEqual([]);
  });

  test("signs beside amounts say the currency; a dollar is the workspace's, or asked about", () => {
    const marked = (values: readonly string[], currency = "USD", options: ImportOptions = {}) =>
      markedCurrencies(fileWith("Amount", values), options, { currency, timeZone: "UTC" });
    expect(marked(["€5", "7 EUR", "8"]).assumptions).toEqual([
      "d.csv, Amount: 1 amount is written with “€” and taken as EUR.",
      "d.csv, Amount: 1 amount is written with “EUR” and taken as EUR.",
    ]);
    expect(marked(["$5"]).assumptions).toEqual([
      "d.csv, Amount: 1 amount is written with “$” and taken as USD, the workspace's currency.",
    ]);
    expect(marked(["$5"], "EUR").questions.map((one) => [one.question, one.option])).toEqual([
      [
        "Amounts in Amount are written with “$”, which can be USD, ARS, AUD, BBD and others. Which is it?",
        "--currency USD",
      ],
    ]);
    expect(marked(["$5"], "EUR", { currency: "CAD" }).questions).toEqual([]);
  });
});

test("words of forecast categories are proposed with their evidence, and what is none is told", () => {
  const found = categoryValues(
    [fileWith("Forecast category", ["Commit", "Upside", "Best Case Deals", "Pipelin", "Strong"])],
    {},
  );
  expect(told(found)).toEqual([
    "Upside → best-case: “Upside” holds the word “Upside”.",
    "Best Case Deals → best-case: “Best Case Deals” holds the word “Best”.",
    "Pipelin → pipeline?: “Pipelin” is spelled almost like “pipeline”.",
  ]);
  expect(found.warnings.map((one) => one.slice(0, 70))).toEqual([
    "d.csv, Forecast category: “Pipelin” (1 row) is no forecast category. T",
    "d.csv, Forecast category: “Strong” (1 row) is no forecast category. Th",
  ]);
});

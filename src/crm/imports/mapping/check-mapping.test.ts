import { expect, test } from "vitest";
import { problemsOfMapping } from "./check-mapping.ts";
import type { ColumnUse } from "./column-use.ts";

const files = [
  { file: "deals.csv", columns: ["Id", "Worth"], object: "opportunity" },
  { file: "other.csv", columns: ["x"], object: null },
] as const;

test.each([
  ["a field that there is", { "deals.csv": { columns: { Worth: "amount" } } }, []],
  ["custom and ignored", { "deals.csv": { columns: { Worth: "custom", Id: "ignored" } } }, []],
  ["an object said by hand", { "other.csv": { object: "account", columns: { x: "name" } } }, []],
  [
    "an unknown file",
    { "deal.csv": {} },
    ["deal.csv: There is no such file. There are: deals.csv, other.csv."],
  ],
  [
    "an unknown column",
    { "deals.csv": { columns: { Wort: "amount" } } },
    ["deals.csv, Wort: There is no such column. There are: Id, Worth."],
  ],
  [
    "a file that is not understood",
    { "other.csv": { columns: { x: "name" } } },
    ["other.csv, x: Say first what the rows of this file are (object)."],
  ],
] as const)("a mapping with %s", (_, mapping, expected) => {
  expect(problemsOfMapping({ files: mapping }, files).map((one) => `${one.field}: ${one.message}`)).toEqual(
    expected,
  );
});

test("an unknown field is answered with the fields that there are", () => {
  const [problem] = problemsOfMapping({ files: { "deals.csv": { columns: { Worth: "price" } } } }, files);
  expect(problem?.message).toMatch(
    /^“price” is no field of opportunity\. There are: id, name, account, .*, custom, ignored\.$/,
  );
});

test("words that mean none of ours, and stages without a name, are refused, each with what there is", () => {
  const values = {
    status: { Gone: "closed", Sold: "won" },
    currency: { Dublons: "Gold", "US Dollar": "USD" },
    forecastCategory: { Sure: "certain", Maybe: "best-case" },
  };
  const same = { stage: { Wonn: " ", Own: null } };
  expect(problemsOfMapping({ values, same }, files)).toEqual([
    { field: "values, status, Gone", message: "“closed” is no status. There are: open, won, lost." },
    {
      field: "values, currency, Dublons",
      message: "“Gold” is no currency: use three capital letters, like EUR.",
    },
    {
      field: "values, forecastCategory, Sure",
      message: "“certain” is no forecast category. There are: omitted, pipeline, best-case, commit, closed.",
    },
    { field: "same, stage, Wonn", message: "A stage has a name." },
  ]);
});

test("types of custom fields are checked: unknown ones, other ones than there are, choices of too much", () => {
  const many = [{ ...files[0], different: () => 3412 }];
  const problems = (columns: Record<string, ColumnUse>) =>
    problemsOfMapping(
      { files: { "deals.csv": { columns } } },
      many,
      [],
      [{ noun: "opportunity", key: "worth", type: "choice" }],
    ).map((one) => one.message);
  expect(problems({ Worth: "custom:nummer" })).toEqual([
    "“nummer” is no type of a custom field. There are: text, number, date, boolean, choice.",
  ]);
  expect(problems({ Worth: "custom:number" })).toEqual([
    "The custom field worth is there already, as choice; it keeps its type. Give it another name (label), or leave the type out.",
  ]);
  expect(problems({ Id: { custom: "choice" } })).toEqual([
    "It has 3412 different values, which is too many to choose from: text keeps them.",
  ]);
  expect(problems({ Worth: { custom: "number", label: "Deal worth" }, Id: "Custom: Text" })).toEqual([]);
});

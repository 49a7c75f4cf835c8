import { expect, test } from "vitest";
import { damageIn, sentenceOnZeros, sentencesOnDamage } from "./damage.ts";

test.each([
  ["1.23E+15", "shortened"],
  ["1,5E+08", "shortened"],
  ["1E5", null],
  ["3-May", "size as date"],
  ["May-03", "size as date"],
  ["3-May-2026", null],
  ["May", null],
  ["MÃ¼ller", "wrong letters"],
  ["StraÃŸe", "wrong letters"],
  ["itâ€™s", "wrong letters"],
  ["Gr\uFFFDn", "wrong letters"],
  ["São João, Âmbar, Ãgua", null],
])("%j shows %s", (value, damage) => {
  expect(damageIn(value)).toBe(damage);
});

test("damage is said with its count and an example", () => {
  const damages = {
    shortened: { count: 1, example: "1E+15" },
    "size as date": { count: 2, example: "3-May" },
  };
  expect(sentencesOnDamage("a.csv, Id", damages)).toEqual([
    "a.csv, Id: 1 value is a number that a spreadsheet shortened, and its last digits are lost, for example “1E+15”.",
    "a.csv, Id: 2 values look like sizes or codes that a spreadsheet turned into dates, for example “3-May”.",
  ]);
});

test("postal codes that are shorter than most are suspected to have lost zeros; other columns are not", () => {
  const lengths = new Map([
    [5, 90],
    [4, 9],
  ]);
  expect(sentenceOnZeros("a.csv, Billing Zip", "Billing_Zip", lengths)).toEqual([
    "a.csv, Billing Zip: 9 of the codes are shorter than the usual 5 digits; a spreadsheet may have dropped their leading zeros.",
  ]);
  expect(sentenceOnZeros("a.csv, Employees", "Employees", lengths)).toEqual([]);
  expect(sentenceOnZeros("a.csv, Zip", "Zip", new Map([[5, 90]]))).toEqual([]);
});

import { below, type Case, deal, header, textCase, written } from "./case.ts";

/** Texts that must be kept letter by letter. */
function kept(name: string, values: readonly string[], says: readonly string[] = []): Case {
  const rows = values.map((note, at) => deal({ id: `D${at + 1}`, note }));
  return {
    name: `with ${name}`,
    file: "deals.csv",
    bytes: () => written([header, ...rows]),
    expected: {
      rows: rows.length,
      kept: values.map((note, at) => `D${at + 1} | Acme | 12.50 | 2026-05-03 | ${note}`),
      says,
    },
  };
}

function ids(name: string, values: readonly string[], says: readonly string[] = []): Case {
  const rows = values.map((id) => deal({ id }));
  return {
    name: `with ids ${name}`,
    file: "deals.csv",
    bytes: () => written([header, ...rows]),
    expected: {
      rows: rows.length,
      kept: values.toSorted().map((id) => `${id} | Acme | 12.50 | 2026-05-03 | n`),
      says,
    },
  };
}

const line = (id: string, amount = "12.50") => deal({ id, amount }).join(",");

/** Ids, odd letters, damage done by spreadsheets, and rows that occur twice. */
export const textCases: readonly Case[] = [
  kept("emoji", ["👩‍👩‍👧‍👦 family", "🇺🇳", "x😀"]),
  kept("letters from right to left", ["שלום", "مرحبا 123", "a\u202eb"]),
  kept("letters of no width", ["zero\u200bwidth", "soft\u00adhyphen", "x\u2060y"]),
  kept("combining letters left as they are", ["Cafe\u0301", "Caf\u00e9", "A\u030a"]),
  kept("cells that look like formulas", [
    "=1+1",
    "+49 30 1",
    "-lead",
    "@sum",
    '=HYPERLINK("http://x","y")',
    "＝1",
  ]),
  kept("scripts and paths", [
    "<script>alert(1)</script>",
    "'; drop table x; --",
    "../../etc/passwd",
    `$\{7*7}`,
    "{{7*7}}",
  ]),
  kept("words that programs take for values", ["NULL", "true", "NaN", "1E5", "undefined", "-", "N/A"]),
  kept("leading zeros", ["00123", "01067", "+0049", "7"]),
  kept("long numbers", ["9007199254740993", "12345678901234567890", "0.1000000000000000055"]),
  kept(
    "dates that were sizes",
    ["3-May", "12-Oct", "M", "L"],
    [
      "deals.csv, Note: 2 values look like sizes or codes that a spreadsheet turned into dates, for example “3-May”.",
    ],
  ),
  ids("with leading zeros", ["000123", "0123", "123"]),
  ids("that look like numbers with exponents", ["1E5", "2E10", "3e7"]),
  ids("longer than a float holds", ["9007199254740993", "9007199254740992", "900719925474099312345"]),
  ids(
    "that a spreadsheet has shortened",
    ["1.23E+15", "4.56E+14"],
    [
      "deals.csv, Deal ID: 2 values are numbers that a spreadsheet shortened, and their last digits are lost, for example “1.23E+15”.",
    ],
  ),
  ids("that differ by case only", ["abc", "ABC", "Abc"]),
  textCase("with a row twice", below(line("D1"), line("D1"), line("D2")), {
    rows: 3,
    kept: ["D1 | Acme | 12.50 | 2026-05-03 | n", "D2 | Acme | 12.50 | 2026-05-03 | n"],
  }),
  textCase("with one id for two different rows", below(line("D1"), line("D1", "13"), line("D2")), {
    rows: 3,
    kept: ["D1 | Acme | 12.50 | 2026-05-03 | n", "D2 | Acme | 12.50 | 2026-05-03 | n"],
    rejects: ["3 Deal ID: Line 2 has the same Deal ID and says something else."],
    says: [
      "deals.csv: 1 value of Deal ID occurs more than once, for example D1. The first row of each counts; later ones that say something else are rejected.",
    ],
  }),
  textCase("with a row without an id", below(line("D1"), line("")), {
    rows: 2,
    kept: ["D1 | Acme | 12.50 | 2026-05-03 | n"],
    rejects: ["3 Deal ID: It is empty, so the row names no record."],
  }),
  textCase(
    "with the reasons for its former rejection",
    `${header.join(",")},Rejected because\n${line("D1")},Amount: It is not a number.\n`,
    {
      rows: 1,
      kept: ["D1 | Acme | 12.50 | 2026-05-03 | n"],
    },
  ),
];

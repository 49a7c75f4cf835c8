import { below, type Case, deal, header, textCase, written } from "./case.ts";

type Written = readonly [amount: string, kept: string];

/** A column of amounts as it is written, and what must be kept. */
function amounts(name: string, pairs: readonly Written[], says: readonly string[] = []): Case {
  const rows = pairs.map(([amount], at) => deal({ id: `D${at + 1}`, amount }));
  return {
    name: `with amounts ${name}`,
    file: "deals.csv",
    bytes: () => written([header, ...rows], { delimiter: ";" }),
    expected: {
      rows: rows.length,
      kept: pairs.map(([, value], at) => `D${at + 1} | Acme | ${value} | 2026-05-03 | n`),
      says,
    },
  };
}

/** Numbers as countries, accountants and programs write them. */
export const numberCases: readonly Case[] = [
  amounts("like 1.234,56 €", [
    ["1.234,56 €", "1234.56 EUR"],
    ["-7,00 €", "-7.00 EUR"],
    ["1.234.567,8 €", "1234567.80 EUR"],
  ]),
  amounts(
    "in the currencies of the signs beside them",
    [
      ["€ 1.50", "1.50 EUR"],
      ["12 GBP", "12.00 GBP"],
      ["CA$8.25", "8.25 CAD"],
      ["9.75", "9.75"],
    ],
    ["deals.csv, Amount: 1 amount is written with “CA$” and taken as CAD."],
  ),
  amounts("with currencies in words", [
    ["500 dollars", "500.00"],
    ["12.50 US Dollars", "12.50"],
    ["3 euros", "3.00 EUR"],
  ]),
  {
    name: "with amounts in a sign that several currencies have, none of them the workspace's",
    file: "deals.csv",
    bytes: () => written([header, deal({ amount: "¥1200" }), deal({ id: "D2", amount: "¥7" })]),
    expected: {
      asked: ["Amounts in Amount are written with “¥”, which can be JPY, CNY. Which is it?"],
    },
  },
  amounts("like $1,234.56", [
    ["$1,234.56", "1234.56"],
    ["$0.99", "0.99"],
    ["USD 1,000,000.00", "1000000.00"],
  ]),
  amounts("like (7.00)", [
    ["(7.00)", "-7.00"],
    ["($1,234.50)", "-1234.50"],
    ["7.00", "7.00"],
  ]),
  amounts("with the minus sign of typographers", [
    ["\u22127", "-7.00"],
    ["\u22121,234.50", "-1234.50"],
  ]),
  amounts("with the minus behind", [
    ["7.50-", "-7.50"],
    ["1.00", "1.00"],
  ]),
  amounts("with spaces that do not break", [
    ["1\u00a0234,56", "1234.56"],
    ["12\u00a0345\u00a0678,90", "12345678.90"],
  ]),
  amounts("with thin spaces", [
    ["1\u2009234,56", "1234.56"],
    ["1\u202f234,50", "1234.50"],
  ]),
  amounts("in Swiss writing", [
    ["1'234.56", "1234.56"],
    ["1’234’567.80", "1234567.80"],
  ]),
  amounts("in Indian writing", [
    ["₹12,34,567", "1234567.00 INR"],
    ["₹1,00,000.50", "100000.50 INR"],
  ]),
  amounts(
    "that only groups could explain",
    [
      ["1,234", "1234.00"],
      ["5,678", "5678.00"],
    ],
    ["deals.csv, Amount: numbers like 1,234 are read with a sign between thousands, not as decimals."],
  ),
  amounts("of fifteen digits", [
    ["123456789012345.67", "123456789012345.67"],
    ["999999999999999.99", "999999999999999.99"],
  ]),
  amounts("in full-width digits", [
    ["１２３４", "1234.00"],
    ["５６", "56.00"],
  ]),
  textCase(
    "with an amount in scientific notation",
    below(
      "D1,Acme,Prospecting,1e5,2026-05-03,n",
      "D2,Acme,Prospecting,7,2026-05-03,n",
      "D3,Acme,Prospecting,8,2026-05-03,n",
    ),
    {
      rows: 3,
      kept: ["D2 | Acme | 7.00 | 2026-05-03 | n", "D3 | Acme | 8.00 | 2026-05-03 | n"],
      rejects: ["2 Amount: It is in scientific notation, in which a spreadsheet has dropped digits."],
    },
  ),
  textCase(
    "with an amount too large to keep",
    below("D1,Acme,Prospecting,9007199254740993.01,2026-05-03,n", "D2,Acme,Prospecting,7,2026-05-03,n"),
    {
      rows: 2,
      kept: ["D2 | Acme | 7.00 | 2026-05-03 | n"],
      rejects: ["2 Amount: It is larger than anything that can be kept."],
    },
  ),
  textCase(
    "with words among its amounts",
    below(
      "D1,Acme,Prospecting,n/a,2026-05-03,n",
      "D2,Acme,Prospecting,7,2026-05-03,n",
      "D3,Acme,Prospecting,#REF!,2026-05-03,n",
      "D4,Acme,Prospecting,8,2026-05-03,n",
      "D5,Acme,Prospecting,9,2026-05-03,n",
    ),
    {
      rows: 5,
      kept: [
        "D2 | Acme | 7.00 | 2026-05-03 | n",
        "D4 | Acme | 8.00 | 2026-05-03 | n",
        "D5 | Acme | 9.00 | 2026-05-03 | n",
      ],
      rejects: ["2 Amount: It is not a number.", "4 Amount: It is not a number."],
    },
  ),
  textCase(
    "whose amounts have two decimal marks",
    `${header.join(";")}\n${["1.234,56", "2.345,67", "1,234.56"].map((amount, at) => deal({ id: `D${at + 1}`, amount }).join(";")).join("\n")}\n`,
    {
      rows: 3,
      kept: ["D1 | Acme | 1234.56 | 2026-05-03 | n", "D2 | Acme | 2345.67 | 2026-05-03 | n"],
      rejects: ["4 Amount: It is not a number."],
    },
  ),
];

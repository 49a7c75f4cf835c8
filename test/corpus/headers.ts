import { below, type Case, deal, header, textCase } from "./case.ts";

const columns = header.join(",");
const line = deal().join(",");
const one = "D1 | Acme | 12.50 | 2026-05-03 | n";

/** Headers that are odd, and tables that are none. */
export const headerCases: readonly Case[] = [
  textCase("with two columns of one name", `${columns},Note\n${line},second\n`, {
    rows: 1,
    kept: [`${one} | second`],
  }),
  textCase("with two columns for one field", `${columns},Amount\n${line},99\n`, {
    rows: 1,
    kept: [`${one} | 99`],
  }),
  textCase("with a column without a name", `${columns},\n${line},x\n`, {
    rows: 1,
    kept: ["D1 | Acme | 12.50 | 2026-05-03 | n | x"],
  }),
  textCase(
    "with white space around its headers",
    `${header.map((name) => ` ${name}\t`).join(",")}\n${line}\n`,
    { rows: 1, kept: [one] },
  ),
  textCase("with a column named by a space", `${columns}," "\n${line},x\n`, {
    rows: 1,
    kept: ["D1 | Acme | 12.50 | 2026-05-03 | n | x"],
  }),
  textCase("with headers in capitals", `${columns.toUpperCase()}\n${line}\n`, { rows: 1, kept: [one] }),
  textCase("with headers in snake case", `${columns.toLowerCase().replaceAll(" ", "_")}\n${line}\n`, {
    rows: 1,
    kept: [one],
  }),
  textCase("with a header with a line end", `${columns.replace("Note", '"No\nte"')}\n${line}\n`, {
    rows: 1,
    kept: [one],
  }),
  textCase(
    "with columns named like parts of an object",
    `${columns},__proto__,constructor,toString\n${line},a,b,c\n`,
    {
      rows: 1,
      kept: [`D1 | Acme | 12.50 | 2026-05-03 | n | a | c | b`],
    },
  ),
  textCase("with a header only", `${columns}\n`, {
    refused: "It has the columns Deal ID, Deal Name, Stage, Amount, Close Date, Note, but no row.",
  }),
  textCase("with nothing in it", "", { refused: "deals.csv is empty." }),
  textCase("with white space only", " \n\t\n\n", { refused: "deals.csv is empty." }),
  textCase("of a byte order mark only", "\uFEFF", { refused: "deals.csv is empty." }),
  textCase("of one word", "hello", { refused: "It has the columns hello, but no row." }),
  textCase("without any header", `${line}\n${deal({ id: "D2" }).join(",")}\n`, {
    refused:
      "Its first line (D1, Acme, Prospecting, 12.50, 2026-05-03, n) holds values, not the names of columns. Say the names in the mapping (header), or put a line with them above it.",
  }),
  textCase(
    "without any header, whose columns the mapping names",
    `${line}\n${deal({ id: "D2" }).join(",")}\n`,
    { rows: 2, kept: [one, one.replace("D1", "D2")] },
    { options: { mapping: { files: { "deals.csv": { header } } } } },
  ),
  textCase(
    "without any header, whose columns the mapping calls by their places",
    `${line}\n`,
    { rows: 1, kept: [one] },
    {
      options: {
        mapping: {
          files: {
            "deals.csv": {
              object: "opportunity",
              columns: {
                "1": "id",
                "2": "name",
                "3": "stage",
                "column 4": "amount",
                "5": "closeOn",
                "6": "custom",
              },
            },
          },
        },
      },
    },
  ),
  textCase(
    "without a header that could be told from a row, whose columns the mapping names",
    "Acme,Prospecting,Ann\nBolt,Proposal,Bo\n",
    { rows: 2, kept: ["Acme | Acme |  | ", "Bolt | Bolt |  | "] },
    { options: { mapping: { files: { "deals.csv": { header: ["Deal Name", "Stage", "Owner"] } } } } },
  ),
  textCase(
    "whose names look like values",
    `Deal ID,Stage,Amount,2025-01-01,2026-01-01\nD1,Prospecting,5,a,b\n`,
    { rows: 1, kept: ["D1 | Opportunity D1 | 5.00 |  | a | b"] },
    { options: { mapping: { files: { "deals.csv": { header: "first line" } } } } },
  ),
  textCase("of prose", "Dear all,\nplease find attached our pipeline.\nBest,\nAnn\n", {
    refused:
      "Its columns (Dear all, column 2) do not say which opportunity, account, contact, product, person or activity a row is.",
  }),
  textCase("whose columns are all empty but the id", below("D1,,,,,"), {
    rows: 1,
    kept: ["D1 | Opportunity D1 |  | "],
  }),
  textCase(
    "with a column that the mapping makes a number, and values that are none",
    below("D1,Acme,Prospecting,5,2026-05-03,007", "D2,Acme,Prospecting,5,2026-05-03,12 pieces"),
    {
      rows: 2,
      kept: ["D1 | Acme | 5.00 | 2026-05-03 | 7"],
      rejects: ["3 Note: It is not a number."],
    },
    { options: { mapping: { files: { "deals.csv": { columns: { Note: "custom:number" } } } } } },
  ),
  textCase(
    "with a column that the mapping makes a day, written in several ways",
    below("D1,Acme,Prospecting,5,2026-05-03,3 May 2026", "D2,Acme,Prospecting,5,2026-05-03,soon"),
    {
      rows: 2,
      kept: ["D1 | Acme | 5.00 | 2026-05-03 | 2026-05-03"],
      rejects: ["3 Note: It is not a date."],
    },
    { options: { mapping: { files: { "deals.csv": { columns: { Note: { custom: "date" } } } } } } },
  ),
  textCase(
    "with a column that the mapping makes a yes or no",
    below("D1,Acme,Prospecting,5,2026-05-03,1", "D2,Acme,Prospecting,5,2026-05-03,perhaps"),
    {
      rows: 2,
      kept: ["D1 | Acme | 5.00 | 2026-05-03 | true"],
      rejects: ["3 Note: It says neither yes nor no."],
    },
    { options: { mapping: { files: { "deals.csv": { columns: { Note: "custom:boolean" } } } } } },
  ),
  textCase(
    "with a column of digits that the mapping keeps as text",
    below("D1,Acme,Prospecting,5,2026-05-03,7", "D2,Acme,Prospecting,5,2026-05-03,8"),
    {
      rows: 2,
      kept: ["D1 | Acme | 5.00 | 2026-05-03 | 7", "D2 | Acme | 5.00 | 2026-05-03 | 8"],
    },
    { options: { mapping: { files: { "deals.csv": { columns: { Note: "custom:text" } } } } } },
  ),
  textCase(
    "that is a report: titles, groups named once, subtotals, a grand total and a footer",
    [
      "Pipeline by stage,,,",
      "As of 3 May 2026,,,",
      "",
      "Stage ↑,Deal ID,Deal Name,Amount",
      "Prospecting (2),D1,Acme,12.50",
      ",D2,Bolt,7.50",
      "Subtotal,,,20.00",
      ",,,",
      "Proposal (1),D3,Corn,1.00",
      "Subtotal,,,1.00",
      "Total,,,21.00",
      "",
      "Source: Finance",
    ].join("\n"),
    {
      rows: 3,
      kept: ["D1 | Acme | 12.50 | ", "D2 | Bolt | 7.50 | ", "D3 | Corn | 1.00 | "],
      says: [
        "deals.csv: 2 lines above the header (“Pipeline by stage” …), 3 lines of totals (lines 7, 10, 11), 1 empty line and 1 line under the table (“Source: Finance”) were left out, and are no rows.",
        "deals.csv, Stage: the value stands once above or beside the rows of a group, and was given to 1 row of it.",
      ],
    },
  ),
  textCase(
    "with a title that a person takes for the header",
    `Deals\n${columns}\n${line}\nTotal,,,12.50,,\n`,
    { rows: 2, kept: [one, "Total | Opportunity Total | 12.50 | "] },
    { options: { mapping: { files: { "deals.csv": { header: 2, lines: "all" } } } } },
  ),
];

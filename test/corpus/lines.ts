import { below, type Case, deal, dialectCase, header, textCase, written } from "./case.ts";

const one = "D1 | Acme | 12.50 | 2026-05-03 | n";
const two = "D2 | Acme | 12.50 | 2026-05-03 | n";
const line = (id: string) => deal({ id }).join(",");
const columns = header.join(",");

/** A table of one line of many bytes, made as it is read. */
async function* endless(bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${columns}\nD1,`);
  const piece = Buffer.alloc(1024 * 1024, "x");
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield Buffer.from(`,Prospecting,1,2026-05-03,n\n${line("D2")}\n`);
}

/** Line ends, delimiters, quotes, and what becomes of rows that are broken. */
export const lineCases: readonly Case[] = [
  dialectCase("whose lines end with CR LF", { end: "\r\n" }),
  dialectCase("whose lines end with CR alone", { end: "\r" }),
  dialectCase("with semicolons", { delimiter: ";" }),
  dialectCase("with tabs", { delimiter: "\t" }),
  dialectCase("with bars", { delimiter: "|" }),
  dialectCase("with every value in quotes", { quoted: true }),
  dialectCase("with line ends inside of quotes", {}, [
    deal({ note: "first\nsecond" }),
    deal({ id: "D2", note: "a\r\nb" }),
  ]),
  dialectCase("with doubled quotes", {}, [deal({ name: 'Say "yes"', note: '"' })]),
  textCase("without a last line end", below(line("D1")).trimEnd(), { rows: 1, kept: [one] }),
  textCase("with blank lines", `\n\n${columns}\n\n${line("D1")}\n   \n\n`, { rows: 1, kept: [one] }),
  textCase("whose line ends are of three kinds", `${columns}\r\n${line("D1")}\n${line("D2")}\r`, {
    rows: 2,
    kept: [one, two],
  }),
  textCase("that announces its delimiter", `sep=;\n${below(line("D1")).replaceAll(",", ";")}`, {
    rows: 1,
    kept: [one],
  }),
  textCase(
    "that announces its delimiter in quotes, with CR LF",
    `"sep=|"\r\n${below(line("D1")).replaceAll(",", "|")}`,
    { rows: 1, kept: [one] },
  ),
  textCase("that ends with the announcement of a delimiter", `${below(line("D1"))}sep=,\n`, {
    rows: 2,
    kept: [one],
    rejects: ["3 (row): The row has 2 values, but the header names 6 columns."],
  }),
  textCase("with short and long rows", below(line("D1"), "D2,Acme", `${line("D3")},more`), {
    rows: 3,
    kept: [one],
    rejects: [
      "3 (row): The row has 2 values, but the header names 6 columns.",
      "4 (row): The row has 7 values, but the header names 6 columns.",
    ],
  }),
  textCase("with a delimiter after each last value", `${columns},\n${line("D1")},\n`, {
    rows: 1,
    kept: [one],
  }),
  textCase(
    "with a quote that never closes",
    below(line("D1"), 'D2,"Acme,Prospecting,12.50,2026-05-03,n', line("D3")),
    {
      rows: 3,
      kept: [one, one.replace("D1", "D3")],
      rejects: ["3 (row): A quote opens in this line and does not close, so the row has no end."],
    },
  ),
  textCase(
    "with text after a closing quote",
    below(line("D1"), 'D2,"Acme" Inc,Prospecting,12.50,2026-05-03,n'),
    {
      rows: 2,
      kept: [one],
      rejects: ["3 (row): Text follows a closing quote."],
    },
  ),
  textCase("with quotes inside of unquoted text", below('D1,5" disk,Prospecting,12.50,2026-05-03,a "b" c'), {
    rows: 1,
    kept: ['D1 | 5" disk | 12.50 | 2026-05-03 | a "b" c'],
  }),
  textCase("with a zero byte", below(line("D1"), "D2,Ac\0me,Prospecting,12.50,2026-05-03,n"), {
    rows: 2,
    kept: [one],
    rejects: ["3 (row): The row holds a zero byte, which no text can hold."],
  }),
  {
    name: "with one line of 100 MB",
    file: "deals.csv",
    bytes: () => endless(100 * 1024 * 1024),
    expected: { rows: 2, kept: [two], rejects: ["2 (row): The line is longer than 10 MB."] },
  },
  {
    name: "whose header is a line of 20 MB",
    file: "deals.csv",
    bytes: () => Buffer.alloc(20 * 1024 * 1024, "a,"),
    expected: { refused: "deals.csv: the header line cannot be read. The line is longer than 10 MB." },
  },
  {
    name: "with 10,000 columns",
    file: "deals.csv",
    bytes: () => {
      const more = Array.from({ length: 9994 }, (_, at) => `Empty ${at}`);
      return written([
        [...header, ...more],
        [...deal(), ...more.map(() => "")],
      ]);
    },
    expected: { rows: 1, kept: [one] },
  },
];

import { gzipSync } from "node:zlib";
import { type Case, deal, header, textCase, written } from "./case.ts";
import { rowsOf, workbookOf, zipOf } from "./packing.ts";

const table = written([header, deal(), deal({ id: "D2" })]);
const both = { rows: 2, kept: ["D1 | Acme | 12.50 | 2026-05-03 | n", "D2 | Acme | 12.50 | 2026-05-03 | n"] };
const one = { rows: 1, kept: [both.kept[0] ?? ""] };
const packed = (name: string, file: string, bytes: () => Uint8Array, expected: Case["expected"]): Case => ({
  name,
  file,
  bytes,
  expected,
});
const sheet = (cells: Parameters<typeof rowsOf>[0][number]) =>
  workbookOf([{ name: "Deals", rows: rowsOf([header, cells]) }]);

/** Archives, workbooks, and files that are not what their names say. */
export const packedCases: readonly Case[] = [
  packed("compressed with gzip", "deals.csv.gz", () => gzipSync(table), both),
  packed(
    "compressed and cut off",
    "deals.csv.gz",
    () =>
      gzipSync(
        Buffer.concat([table, Buffer.from(Array.from({ length: 500 }, (_, at) => at * at).join())]),
      ).subarray(0, 300),
    {
      refused: "deals.csv.gz is damaged or was cut off: it cannot be unpacked. Pack or download it again.",
    },
  ),
  packed("compressed and cut off within its head", "deals.csv.gz", () => gzipSync(table).subarray(0, 7), {
    refused: "deals.csv.gz is damaged or was cut off: it cannot be unpacked. Pack or download it again.",
  }),
  packed(
    "compressed, with other bytes behind its end",
    "deals.csv.gz",
    () => Buffer.concat([gzipSync(table), Buffer.from("more")]),
    {
      refused: "deals.csv.gz is damaged or was cut off: it cannot be unpacked. Pack or download it again.",
    },
  ),
  packed(
    "in a ZIP whose middle is missing",
    "export.zip",
    () => {
      const whole = zipOf([{ name: "deals.csv", bytes: table }]);
      return Buffer.concat([whole.subarray(0, 60), whole.subarray(90)]);
    },
    {
      refused:
        "export.zip is damaged or was cut off: its list of files is missing. Pack or download it again.",
    },
  ),
  packed("compressed that is no table", "deals.csv.gz", () => gzipSync(Buffer.alloc(1000)), {
    refused: "It is not text, so it is no table: export it as CSV or .xlsx.",
  }),
  packed("in a ZIP, in a folder", "export.zip", () => zipOf([{ name: "crm/deals.csv", bytes: table }]), both),
  packed(
    "in a ZIP with a path that leads out",
    "export.zip",
    () => zipOf([{ name: "../../../../tmp/deals.csv", bytes: table }]),
    both,
  ),
  packed(
    "in a ZIP that was cut off",
    "export.zip",
    () => zipOf([{ name: "deals.csv", bytes: table }]).subarray(0, -30),
    {
      refused:
        "export.zip is damaged or was cut off: its list of files is missing. Pack or download it again.",
    },
  ),
  packed(
    "in a ZIP with a password",
    "export.zip",
    () => zipOf([{ name: "deals.csv", bytes: table, encrypted: true }]),
    { refused: "export.zip, deals.csv has a password. Pack it without a password." },
  ),
  packed(
    "in a ZIP that unpacks to a thousand times its size",
    "export.zip",
    () => zipOf([{ name: "deals.csv", bytes: Buffer.alloc(64 * 1024 * 1024, "0") }]),
    {
      refused:
        "export.zip unpacks to more than 200 times its size, as no export does. Give the files one by one, unpacked.",
    },
  ),
  packed(
    "in a ZIP that hides what it unpacks to",
    "export.zip",
    () => zipOf([{ name: "deals.csv", bytes: Buffer.alloc(64 * 1024 * 1024, "0"), claim: { bytes: 100 } }]),
    {
      refused:
        "export.zip, deals.csv unpacks to more than 200 times its size, as no export does. Give the files one by one, unpacked.",
    },
  ),
  packed("that is an empty ZIP", "export.zip", () => zipOf([]), { refused: "" }),
  packed(
    "in a workbook",
    "deals.xlsx",
    () => sheet(["D1", "Acme", "Prospecting", { v: "12.5" }, { v: "46145", s: 1 }, "n"]),
    one,
  ),
  packed(
    "in a workbook of the 1904 system",
    "deals.xlsx",
    () =>
      workbookOf(
        [
          {
            name: "Deals",
            rows: rowsOf([header, ["D1", "Acme", "Prospecting", { v: "12.5" }, { v: "44683", s: 1 }, "n"]]),
          },
        ],
        { is1904: true },
      ),
    one,
  ),
  packed(
    "in a workbook, as a report: its table begins under titles and in the second column",
    "deals.xlsx",
    () =>
      workbookOf([
        {
          name: "Deals",
          rows: rowsOf([
            ["", "Pipeline"],
            ["", "As of", "3 May 2026"],
            [""],
            ["", ...header],
            ["", "D1", "Acme", "Prospecting", { v: "12.5" }, { v: "46145", s: 1 }, "n"],
            ["", "D2", "Bolt", "Prospecting", { v: "7" }],
            ["", "Total", "", "", { v: "19.5", f: "SUM(E5:E6)" }],
            [""],
            ["", "Confidential"],
          ]),
        },
      ]),
    {
      rows: 2,
      kept: [both.kept[0] ?? "", "D2 | Bolt | 7.00 | "],
      says: [
        "deals.xlsx, Deals: 2 lines above the header (“Pipeline” …), 1 line of totals (line 7) and 1 line under the table (“Confidential”) were left out, and are no rows.",
      ],
    },
  ),
  packed(
    "in a workbook with a formula",
    "deals.xlsx",
    () => sheet(["D1", "Acme", "Prospecting", { v: "12.5", f: "SUM(A1:A9)" }, { v: "46145", s: 1 }, "n"]),
    {
      ...one,
      says: ["deals.xlsx, Deals: 1 cell is a formula and was read by the value that the workbook last kept."],
    },
  ),
  packed(
    "in a workbook with a long number as its id",
    "deals.xlsx",
    () => sheet([{ v: "900719925474099" }, "Acme", "Prospecting", { v: "0.1" }, { v: "46145", s: 1 }, "n"]),
    {
      rows: 1,
      kept: ["900719925474099 | Acme | 0.10 | 2026-05-03 | n"],
    },
  ),
  packed(
    "in a workbook that declares entities",
    "deals.xlsx",
    () => workbookOf([{ name: "S", rows: '<!DOCTYPE x [<!ENTITY e "x">]>' }]),
    {
      refused:
        "The workbook declares a document type, as no workbook does and an attack would. Save it again with the program that it comes from.",
    },
  ),
  packed(
    "in a workbook under the name of a CSV",
    "deals.csv",
    () => sheet(["D1", "Acme", "Prospecting", { v: "12.5" }, { v: "46145", s: 1 }, "n"]),
    one,
  ),
  textCase("of text under the name of a workbook", table.toString(), both, { file: "deals.xlsx" }),
  textCase("of text under the name of an old workbook", table.toString(), both, { file: "deals.xls" }),
  textCase("that is a web page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", {
    refused:
      "It is a web page or XML, not a table, whatever its name says: export it again as CSV, signed in.",
  }),
  textCase(
    "that is an HTML table, as some programs export",
    "<table><tr><td>Deal ID</td></tr></table>",
    {
      refused:
        "It is a web page or XML, not a table, whatever its name says: export it again as CSV, signed in.",
    },
    { file: "deals.xls" },
  ),
  textCase("that is JSON", '[{"Deal ID": "D1", "Stage": "Open"}]\n', {
    refused: 'It has the columns [{"Deal ID": "D1", "Stage": "Open"}], but no row.',
  }),
  packed(
    "that is a picture",
    "deals.csv",
    () => Buffer.from("89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866", "hex"),
    { refused: "It is not text, so it is no table: export it as CSV or .xlsx." },
  ),
  packed(
    "that is a PDF",
    "deals.csv",
    () => Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
    { refused: "It is not text, so it is no table: export it as CSV or .xlsx." },
  ),
  packed(
    "that is an old workbook",
    "deals.xls",
    () => Buffer.from("d0cf11e0a1b11ae10000000000000000", "hex"),
    {
      refused:
        "It is a workbook in the old format of Excel, or one with a password: save it as .xlsx or as CSV.",
    },
  ),
  packed(
    "of random bytes",
    "deals.csv",
    () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) % 256)),
    { refused: "It is not text, so it is no table: export it as CSV or .xlsx." },
  ),
  packed("of zero bytes", "deals.csv", () => Buffer.alloc(5000), {
    refused: "It is not text, so it is no table: export it as CSV or .xlsx.",
  }),
];

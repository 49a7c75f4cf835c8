import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOf, workbookOf, zipOf } from "../../../../test/corpus/packing.ts";
import { filesAt } from "./folder.ts";
import { packLimits } from "./pack-limits.ts";
import { flatName } from "./place.ts";
import { openTable, rowChunks } from "./table-file.ts";
import { takeFile } from "./unpack.ts";

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "quarterdeck-unpack-"));
});
afterAll(() => rm(base, { recursive: true }));

/** What an import has after it was given one file. */
async function taken(name: string, bytes: Uint8Array, limits = packLimits) {
  const folder = await mkdtemp(join(base, "import-"));
  const { reason } = await takeFile(folder, name, Readable.from([bytes]), limits);
  const { tables, passedOver } = await filesAt(folder);
  const read = [];
  for (const file of tables) {
    const table = await openTable(file);
    const rows: string[] = [];
    for await (const chunk of rowChunks(table)) {
      rows.push(...chunk.rows.map((row) => `${row.line}: ${row.values.join(" | ")}`));
      rows.push(...chunk.unread.map((row) => `${row.line}! ${row.reason}`));
    }
    read.push({ name: file.name, columns: table.columns, rows, warnings: file.warnings ?? [] });
  }
  return { reason, read, passedOver, left: await readdir(folder) };
}

const table = "id,name\n1,a\n";

test("a ZIP is a folder: what lies in folders keeps their path in its name, and no path leads out", async () => {
  const { reason, read, passedOver, left } = await taken(
    "export.zip",
    zipOf([
      { name: "deals.csv", bytes: table },
      { name: "2026/may/deals.csv", bytes: table, stored: true },
      { name: "../../etc/passwd.csv", bytes: table },
      { name: "C:\\x\\..\\deals.csv", bytes: table },
      { name: "deals.csv", bytes: "id,name\n2,b\n" },
      { name: "folder/", bytes: "" },
      { name: "__MACOSX/._deals.csv", bytes: "junk" },
      { name: ".DS_Store", bytes: "junk" },
      { name: "readme.md", bytes: "# hello" },
      { name: "inner.zip", bytes: zipOf([{ name: "a.csv", bytes: table }]) },
      { name: "more.csv.gz", bytes: gzipSync(table) },
    ]),
  );
  expect(reason).toBeNull();
  expect(read.map((one) => one.name)).toEqual([
    "2026/may/deals.csv",
    "deals.csv",
    "deals.csv (2)",
    "etc/passwd.csv",
    "more.csv",
    "x/deals.csv",
  ]);
  expect(read.every((one) => one.rows.length === 1)).toBe(true);
  expect(passedOver.map((one) => `${one.name}: ${one.reason}`)).toEqual([
    "readme.md: It is not a table: only CSV, TSV, text files with a header line, XLSX, ZIP and GZ are read.",
    "inner.zip: It is an archive inside an archive: give it by itself.",
  ]);
  expect(left).toEqual([".unpacked"]);
});

test.each([
  ["..", "file"],
  ["/etc/./x", "etc/x"],
  ["a\u0000b/c:d.csv", "a_b/c_d.csv"],
  ["..\\..\\x.csv", "x.csv"],
])("the path %j inside an archive is shown as %j", (path, name) => {
  expect(flatName(path)).toBe(name);
});

const small = { entriesMax: 3, unpackedBytesMax: 4_000_000, ratioMax: 20, freeBytes: 100_000 };
const zeros = Buffer.alloc(3_000_000, "0,");
test.each([
  [
    "says that it unpacks to too much",
    zipOf([{ name: "a.csv", bytes: "a", claim: { bytes: 5_000_000 } }]),
    "f.zip unpacks to more than 4 MB. Give the files one by one, unpacked.",
  ],
  [
    "unpacks to many times its size",
    zipOf([{ name: "a.csv", bytes: zeros }]),
    "f.zip unpacks to more than 20 times its size, as no export does. Give the files one by one, unpacked.",
  ],
  [
    "hides how much it unpacks to",
    zipOf([{ name: "a.csv", bytes: zeros, claim: { bytes: 10 } }]),
    "f.zip, a.csv unpacks to more than 20 times its size, as no export does. Give the files one by one, unpacked.",
  ],
  [
    "holds too many files",
    zipOf(["a", "b", "c", "d"].map((name) => ({ name, bytes: "x" }))),
    "f.zip holds 4 files; at most 3 are taken at once. Pack only the tables that are to be imported.",
  ],
  [
    "was cut off",
    zipOf([{ name: "a.csv", bytes: table }]).subarray(0, 60),
    "f.zip is damaged or was cut off: its list of files is missing. Pack or download it again.",
  ],
  [
    "holds other bytes than were packed",
    zipOf([{ name: "a.csv", bytes: table, claim: { checksum: 1 } }]),
    "f.zip, a.csv is damaged: what it unpacks to is not what was packed. Pack or download it again.",
  ],
  [
    "has a password",
    zipOf([{ name: "a.csv", bytes: table, encrypted: true }]),
    "f.zip, a.csv has a password. Pack it without a password.",
  ],
  [
    "is a compressed file that was cut off",
    gzipSync(Buffer.from(Array.from({ length: 500 }, (_, at) => at * at).join())).subarray(0, 400),
    "f.zip is damaged or was cut off: it cannot be unpacked. Pack or download it again.",
  ],
  [
    "is a compressed file that unpacks to many times its size",
    gzipSync(zeros),
    "f.zip unpacks to more than 20 times its size, as no export does. Give the files one by one, unpacked.",
  ],
])("a packed file that %s is refused in words, and nothing of it stays", async (_, bytes, words) => {
  const { reason, read, left } = await taken("f.zip", bytes, small);
  expect(reason).toBe(words);
  expect(read).toEqual([]);
  expect(left.filter((one) => one !== ".unpacked")).toEqual([]);
});

test("each sheet of a workbook is a table: dates as ISO, numbers as they are stored, formulas by their value", async () => {
  const rows = rowsOf([
    ["Id", "Day", "Moment", "Code", "Amount", "Text", "Yes"],
    [
      "A1",
      { v: "45291", s: 1 },
      { v: "45291.75", s: 2 },
      { v: "123", s: 3 },
      { v: "9007199254740993" },
      { v: "0", t: "s" },
      { v: "1", t: "b" },
    ],
    [
      "A2",
      { v: "59", s: 5 },
      { v: "0.5", s: 4 },
      "",
      { v: "1.5E+3", f: "A1*2" },
      { f: "B1" },
      { v: "#N/A", t: "e" },
    ],
    ["A3", { v: "60", s: 1 }, "", "", { v: "0.30000000000000004" }, 'line\nbreak, “quoted "x"”'],
    [],
    ["A4", "", "", "", "", "", "", "beyond"],
  ]);
  const book = workbookOf(
    [
      { name: "Deals &amp; more", rows, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' },
      {
        name: "Hidden",
        rows: `<row r="3" hidden="1"><c r="B3" t="inlineStr"><is><t>x</t></is></c></row>`,
        hidden: true,
      },
      { name: "Empty", rows: "" },
    ],
    { texts: "<si><r><t>Ri</t></r><rPh><t>reading</t></rPh><r><t>ch_x000D_&#228;</t></r></si>" },
  );
  const { reason, read, passedOver } = await taken("book.xlsx", book);
  expect(reason).toBeNull();
  expect(read.map((one) => one.name)).toEqual(["book.xlsx, Deals & more", "book.xlsx, Hidden"]);
  expect(read[0]?.columns).toEqual(["Id", "Day", "Moment", "Code", "Amount", "Text", "Yes"]);
  expect(read[0]?.rows).toEqual([
    "2: A1 | 2023-12-31 | 2023-12-31T18:00:00 | 00123 | 9007199254740993 | Rich\rä | TRUE",
    "3: A2 | 1900-02-28 | 12:00:00 |  | 1500 |  | #N/A",
    '4: A3 | 60 |  |  | 0.30000000000000004 | line\nbreak, “quoted "x"” | ',
    "6! The row has 8 values, but the header names 7 columns.",
  ]);
  expect(read.flatMap((one) => one.warnings)).toEqual([
    "book.xlsx, Deals & more: 2 cells are formulas and were read by the value that the workbook last kept.",
    "book.xlsx, Deals & more: 1 formula has no kept value and came as empty: open the workbook, let it calculate, and save it.",
    "book.xlsx, Deals & more: 1 cell holds an error of the spreadsheet, like #N/A.",
    "book.xlsx, Deals & more: of 1 merged range only the first cell has the value.",
    "book.xlsx, Deals & more: 1 cell is formatted as a date but holds no day, and came as the number.",
    "book.xlsx, Hidden: the sheet is hidden in the workbook, and was read all the same.",
    "book.xlsx, Hidden: 1 hidden row was read like the others.",
  ]);
  expect(passedOver).toEqual([{ name: "book.xlsx, Empty", reason: "The sheet is empty." }]);
});

test("days of the 1904 system are read as such", async () => {
  const rows = rowsOf([["Day"], [{ v: "43829", s: 1 }], [{ v: "0", s: 1 }]]);
  const { read } = await taken("mac.xlsx", workbookOf([{ name: "S", rows }], { is1904: true }));
  expect(read[0]?.rows).toEqual(["2: 2023-12-31", "3: 1904-01-01"]);
});

test.each([
  [
    "shares more texts than the memory should hold",
    workbookOf([{ name: "S", rows: rowsOf([["a"]]) }], { texts: "<si><t>x</t></si>".repeat(500_001) }),
    "f.xlsx shares more than 500000 different texts between its cells, or more than 64 MB of them. Save each sheet as CSV and give those.",
  ],
  [
    "declares entities, as an attack does",
    workbookOf([{ name: "S", rows: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><row/>' }]),
    "The workbook declares a document type, as no workbook does and an attack would. Save it again with the program that it comes from.",
  ],
  [
    "is cut off inside",
    workbookOf([{ name: "S", rows: "<row><c><v>1</v>" }]),
    "The workbook is damaged: its XML ends too early. Save it again.",
  ],
  [
    "is wider than a sheet can be",
    workbookOf([{ name: "S", rows: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }]),
    "f.xlsx, S: row 1 is too wide.",
  ],
])("a workbook that %s is refused", async (_, bytes, words) => {
  expect((await taken("f.xlsx", bytes)).reason).toBe(words);
});

test("what a file is, its bytes say: text under .xlsx is read, a workbook under .csv too", async () => {
  expect((await taken("deals.xlsx", Buffer.from(table))).read[0]?.rows).toEqual(["2: 1 | a"]);
  const book = workbookOf([{ name: "S", rows: rowsOf([["id"], ["7"]]) }]);
  expect((await taken("deals.csv", book)).read[0]?.rows).toEqual(["2: 7"]);
  expect((await taken("deals.csv", Buffer.from("<!DOCTYPE html><p>Sign in"))).reason).toMatch(
    /^It is a web page/,
  );
  expect((await taken("deals.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).reason).toMatch(
    /old format/,
  );
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesAt } from "./folder.ts";
import { columnNames, openTable, rowChunks } from "./table-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quarterdeck-tables-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(content: Buffer | string, size?: number) {
  const path = join(folder, "file.csv");
  await writeFile(path, content);
  const table = await openTable({ name: "file.csv", path });
  const chunks = [];
  for await (const chunk of rowChunks(table, size)) chunks.push(chunk);
  return { table, chunks, rows: chunks.flatMap((chunk) => chunk.rows) };
}

const text = "name,city\nMüller,Köln\n";
test.each([
  ["UTF-8", Buffer.from(text), "utf-8"],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
  ["UTF-16 little-endian", iconv.encode(text, "utf-16le", { addBOM: true }), "utf-16le"],
  ["UTF-16 without a mark", iconv.encode(text, "utf-16le", { addBOM: false }), "utf-16le"],
  ["UTF-16 big-endian", iconv.encode(text, "utf-16be", { addBOM: true }), "utf-16be"],
  ["Windows-1252", iconv.encode(text, "windows-1252"), "windows-1252"],
])("%s is read as it was written", async (_, bytes, encoding) => {
  const { table, rows } = await rowsOf(bytes);
  expect(table.encoding).toBe(encoding);
  expect(table.columns).toEqual(["name", "city"]);
  expect(rows.map((row) => row.values)).toEqual([["Müller", "Köln"]]);
});

test.each([
  ["a semicolon", "a;b\n1,5;2\n", ["1,5", "2"]],
  ["a tab", "a\tb\n1,5\t2\n", ["1,5", "2"]],
  ["a bar", "a|b\n1|2\n", ["1", "2"]],
  ["what the first line announces", "sep=;\na;b\n1;2\n", ["1", "2"]],
])("columns are divided by %s", async (_, content, expected) => {
  const { table, rows } = await rowsOf(content);
  expect(table.columns).toEqual(["a", "b"]);
  expect(rows[0]?.values).toEqual(expected);
});

test("a row with too few or too many values is refused with its line and its reason", async () => {
  const { chunks } = await rowsOf("a,b\n1,2\n3\n4,5,6\n7,8\n");
  expect(chunks[0]?.unread).toEqual([
    { line: 3, excerpt: "3", reason: "The row has 1 value, but the header names 2 columns.", values: ["3"] },
    {
      line: 4,
      excerpt: "4,5,6",
      reason: "The row has 3 values, but the header names 2 columns.",
      values: ["4", "5", "6"],
    },
  ]);
  expect(chunks[0]?.rows.map((row) => row.line)).toEqual([2, 5]);
});

test("a chunk holds at most as many rows as asked for", async () => {
  const { chunks } = await rowsOf("a,b\n1,1\n2,2\n3,3\n4,4\n5,5\n", 2);
  expect(chunks.map((chunk) => chunk.rows.length)).toEqual([2, 2, 1]);
});

test("columns without a name or with the same name can still be told apart", () => {
  expect(columnNames(["a", "", " a ", "a"])).toEqual(["a", "column 2", "a (2)", "a (3)"]);
});

test("an empty file is refused in words", async () => {
  await expect(rowsOf("")).rejects.toThrow("file.csv is empty.");
});

test("a folder gives its tables by name, and says why it passes over the rest", async () => {
  const place = await mkdtemp(join(tmpdir(), "quarterdeck-folder-"));
  for (const name of ["b.csv", "a.tsv", "c.xlsx", "notes.md", ".hidden"])
    await writeFile(join(place, name), "x,y\n");
  const found = await filesAt(place);
  expect(found.tables.map((file) => file.name)).toEqual(["a.tsv", "b.csv", "c.xlsx"]);
  expect(found.passedOver.map((file) => file.name)).toEqual(["notes.md"]);
  await rm(place, { recursive: true });
});

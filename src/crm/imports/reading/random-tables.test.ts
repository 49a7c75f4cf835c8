/** Tables of anything, written in any dialect and encoding, are read back as they were: no value is changed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Dialect, written } from "../../../../test/corpus/case.ts";
import { LeftOut } from "./report/left-out.ts";
import { openTable, rowChunks } from "./table-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quarterdeck-random-"));
});
afterAll(() => rm(folder, { recursive: true }));

const plain = [
  "a",
  "Z",
  "7",
  "0",
  ".",
  "-",
  "=",
  "'",
  '"',
  ",",
  ";",
  "\t",
  "|",
  " ",
  "\n",
  "\r\n",
  "\r",
  "é",
  "ß",
  "€",
];
const wide = ["😀", "中", "ש", "\u200b", "e\u0301", "\ufeff"];
const cell = (letters: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom("", "00123", "1E5", "1.234,56 €", "03/04/2026", "NULL", "=1+1") },
  );

const dialects: fc.Arbitrary<Required<Dialect>> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  quoted: fc.boolean(),
  encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be", "windows-1252"),
  mark: fc.boolean(),
});

const tables = dialects.chain((dialect) => {
  const letters = dialect.encoding === "windows-1252" ? plain : [...plain, ...wide];
  return fc.integer({ min: 2, max: 6 }).chain((width) =>
    fc.record({
      dialect: fc.constant(dialect),
      header: fc.constant(Array.from({ length: width }, (_, at) => `Größe ${at + 1}`)),
      rows: fc.array(fc.array(cell(letters), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 20,
      }),
    }),
  );
});

test("a random table is read back equal, whatever it was written with", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(tables, async ({ dialect, header, rows }) => {
      // Without a mark nothing tells UTF-16 of wide letters; with one in Windows-1252 there is no such thing.
      const mark = dialect.encoding === "windows-1252" ? false : dialect.encoding !== "utf-8" || dialect.mark;
      const path = join(folder, `${count++ % 8}.csv`);
      await writeFile(path, written([header, ...rows], { ...dialect, mark }));
      const table = await openTable({ name: "random.csv", path, lines: "all" });
      const read: (readonly string[])[] = [];
      for await (const chunk of rowChunks(table)) {
        expect(chunk.unread).toEqual([]);
        read.push(...chunk.rows.map((row) => row.values));
      }
      expect(table.columns).toEqual(header);
      expect(read).toEqual(rows);
      // Read as a report could be, each line is a row or is told as left out, and none is lost.
      const report = await openTable({ name: "random.csv", path });
      const leftOut = new LeftOut();
      const kept: (readonly string[])[] = [];
      for await (const chunk of rowChunks(report, 7, leftOut))
        kept.push(...chunk.rows.map((row) => row.values));
      expect(kept.length + leftOut.count).toBe(rows.length);
    }),
    { numRuns: Number(process.env.QUARTERDECK_RUNS ?? 1000) },
  );
});

/** A workbook as tables: each sheet becomes a file of text, every row beginning with its number on the sheet. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#base/kernel";
import { requireBelievable } from "./pack-limits.ts";
import { longestRow } from "./row-reader.ts";
import type { Unpacking } from "./unpacking.ts";
import { readSheet, sentencesOn } from "./workbook/sheet-rows.ts";
import { openWorkbook } from "./workbook/workbook-parts.ts";
import type { ZipArchive } from "./zip-archive.ts";

const inQuotes = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** Unpacks each sheet that holds anything into a table of its own; empty ones are named. */
export async function unpackWorkbook(unpacking: Unpacking, archive: ZipArchive): Promise<void> {
  const book = await openWorkbook(archive);
  for (const sheet of book.sheets) {
    const name = unpacking.freeName(`${archive.name}, ${sheet.name}`);
    const file = unpacking.nextFile();
    const target = createWriteStream(join(unpacking.place, file), { mode: 0o600 });
    let width = 0;
    let rows = 0;
    let text: string[] = [];
    let held = 0;
    const write = () => {
      target.write(text.join(""));
      unpacking.bytes += held;
      text = [];
      held = 0;
    };
    const notes = await readSheet(archive, book, sheet, ({ line, values }) => {
      const last = values.findLastIndex((value) => value !== "") + 1;
      if (rows === 0) width = last;
      rows += 1;
      requireBelievable(name, Number.POSITIVE_INFINITY, unpacking.bytes + held, unpacking.limits);
      if (values.reduce((sum, value) => sum + value.length, 0) > longestRow)
        throw new Refusal("too-much", `${name}: row ${line} is longer than 10 MB.`);
      const full = Array.from({ length: Math.max(width, last) }, (_, at) => values[at] ?? "");
      const one = `${[String(line), ...full].map(inQuotes).join(",")}\n`;
      text.push(one);
      held += one.length;
      if (held > 256 * 1024) write();
    });
    write();
    target.end();
    await once(target, "close");
    if (rows === 0) {
      unpacking.passedOver.push({ name, reason: "The sheet is empty." });
      await rm(join(unpacking.place, file));
    } else {
      const warnings = sentencesOn(name, sheet, notes);
      unpacking.tables.push({ name, file, numbered: true, warnings });
    }
  }
}

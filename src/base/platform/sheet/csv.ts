/** A sheet as CSV for spreadsheets: UTF-8 with a mark, commas, lines that end as in RFC 4180. */
import type { Sheet, SheetValue } from "./sheet.ts";

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const bytesPerChunk = 64 * 1024;

/** `safe` makes texts harmless that a spreadsheet would run as formulas; figures and days are none. */
export async function* csvOf(sheet: Sheet, safe: (text: string) => string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const cell = (value: SheetValue) => {
    if (value === null) return "";
    if ("text" in value) return quoted(safe(value.text));
    return "day" in value ? value.day : value.figure;
  };
  const names = sheet.columns.map(({ name }) => quoted(safe(name)));
  let held = `\uFEFF${names.join(",")}\r\n`;
  for await (const line of sheet.lines) {
    held += `${line.map(cell).join(",")}\r\n`;
    if (held.length < bytesPerChunk) continue;
    yield encoder.encode(held);
    held = "";
  }
  yield encoder.encode(held);
}

/** A sheet as an Excel workbook (Office Open XML), written line by line. */
import type { Sheet, SheetValue } from "./sheet.ts";
import { columnName, fixedParts, sheetHead, sheetTail, styles } from "./workbook-parts.ts";
import { escaped } from "./xml-text.ts";
import { zipOf } from "./zip.ts";

/** As many lines as a sheet of Excel has below its head. */
export const workbookLinesMax = 1_048_575;

/** The bytes of a workbook with one sheet. Texts stay texts: nothing in them is run. */
export function workbookOf(sheet: Sheet): AsyncGenerator<Uint8Array> {
  return zipOf([
    ...fixedParts(sheet.name).map(({ name, text }) => ({ name, content: [new TextEncoder().encode(text)] })),
    { name: "xl/worksheets/sheet1.xml", content: sheetXml(sheet) },
  ]);
}

const bytesPerChunk = 64 * 1024;

async function* sheetXml(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const letters = sheet.columns.map((_, at) => columnName(at));
  const names = sheet.columns.map(({ name }, at) => textCell(`${letters[at]}1`, name, styles.head));
  let held = `${sheetHead(sheet.columns)}<row r="1">${names.join("")}</row>`;
  let row = 1;
  for await (const line of sheet.lines) {
    row += 1;
    const cells = line.map((value, at) => cellXml(`${letters[at]}${row}`, value));
    held += `<row r="${row}">${cells.join("")}</row>`;
    if (held.length < bytesPerChunk) continue;
    yield encoder.encode(held);
    held = "";
  }
  yield encoder.encode(held + sheetTail(letters.at(-1) ?? "A", row));
}

function cellXml(place: string, value: SheetValue): string {
  if (value === null) return "";
  if ("text" in value) return textCell(place, value.text, isRun(value.text) ? styles.quoted : styles.plain);
  if ("day" in value) {
    const serial = daySerial(value.day);
    return serial === null
      ? textCell(place, value.day, styles.plain)
      : figureCell(place, String(serial), styles.day);
  }
  return isExact(value.figure)
    ? figureCell(place, value.figure, styles[value.as])
    : textCell(place, value.figure, styles.plain);
}

const figureCell = (place: string, figure: string, style: number) =>
  `<c r="${place}" s="${style}"><v>${figure}</v></c>`;

const textCell = (place: string, text: string, style: number) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Excel counts with about fifteen digits; a figure with more stays as it is written, as text. */
function isExact(figure: string): boolean {
  const digits = figure.replace(/^-/, "").replace(".", "").replace(/^0+/, "");
  return /^-?\d+(\.\d+)?$/.test(figure) && digits.length <= 15;
}

/** What Excel would read as a formula once somebody edits the cell, unless it is marked as text. */
const isRun = (text: string) => /^[=+\-@\t\r]/.test(text);

/** The day as Excel counts days; null before March 1900, which it counts wrongly. */
function daySerial(day: string): number | null {
  const date = Temporal.PlainDate.from(day);
  if (Temporal.PlainDate.compare(date, "1900-03-01") < 0) return null;
  return Temporal.PlainDate.from("1899-12-30").until(date, { largestUnit: "days" }).days;
}

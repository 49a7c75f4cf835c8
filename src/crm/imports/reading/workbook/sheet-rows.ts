/** The rows of a sheet as text: what each cell holds, exactly, and what about the sheet a person should know. */
import { refuse } from "#base/kernel";
import type { ZipArchive } from "../zip-archive.ts";
import { type CellFormat, isoOfSerial, plainNumber } from "./number-format.ts";
import { readPart, type SheetPart, unescapeCell, type Workbook } from "./workbook-parts.ts";

export interface SheetRow {
  /** Its number on the sheet, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/** What was noticed while reading a sheet, counted. */
export interface SheetNotes {
  formulas: number;
  formulasWithoutValue: number;
  errors: number;
  hiddenRows: number;
  mergedRanges: number;
  unreadableDates: number;
}

const mostColumns = 16_384;

/** The column of a cell from its reference: "C7" → 2. Without one it follows the cell before. */
export function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return next;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat;
  text: string;
  hasFormula: boolean;
}

function textOf(cell: Cell, book: Workbook, notes: SheetNotes): string {
  const { type, text, format } = cell;
  if (cell.hasFormula) {
    notes.formulas += 1;
    if (text === "") notes.formulasWithoutValue += 1;
  }
  if (type === "s") return text === "" ? "" : (book.texts[Number(text)] ?? "");
  if (type === "inlineStr" || type === "str") return unescapeCell(text);
  if (type === "b") return text === "" ? "" : text === "1" ? "TRUE" : "FALSE";
  if (type === "e") notes.errors += 1;
  if (type === "e" || type === "d" || text === "") return text;
  const number = plainNumber(text.trim());
  if (format.kind === "number") return number;
  if (format.kind === "padded") return /^\d+$/.test(number) ? number.padStart(format.digits, "0") : number;
  const iso = isoOfSerial(text, format, book.is1904);
  if (iso === null) notes.unreadableDates += 1;
  return iso ?? number;
}

/** Reads a sheet, row by row, into `take`; rows without any value are left out. */
export async function readSheet(
  archive: ZipArchive,
  book: Workbook,
  sheet: SheetPart,
  take: (row: SheetRow) => void,
): Promise<SheetNotes> {
  const notes: SheetNotes = {
    formulas: 0,
    formulasWithoutValue: 0,
    errors: 0,
    hiddenRows: 0,
    mergedRanges: 0,
    unreadableDates: 0,
  };
  let line = 0;
  let values: string[] = [];
  let isHidden = false;
  let cell: Cell | null = null;
  let nextColumn = 0;
  let inValue = false;
  let isPhonetic = false;
  await readPart(archive, sheet.path, {
    open(name, attribute) {
      if (name === "row") {
        line = Number(attribute("r") ?? line + 1);
        values = [];
        nextColumn = 0;
        isHidden = /^(1|true)$/.test(attribute("hidden") ?? "");
      } else if (name === "c") {
        const column = columnOf(attribute("r"), nextColumn);
        if (column >= mostColumns)
          refuse("invalid", `${archive.name}, ${sheet.name}: row ${line} is too wide.`);
        nextColumn = column + 1;
        const format = book.formats[Number(attribute("s") ?? 0)] ?? { kind: "number" };
        cell = { column, type: attribute("t") ?? "n", format, text: "", hasFormula: false };
      } else if (name === "f" && cell) cell.hasFormula = true;
      else if (name === "rPh") isPhonetic = true;
      else if (name === "v" || name === "t") inValue = cell !== null && !isPhonetic;
      else if (name === "mergeCell") notes.mergedRanges += 1;
    },
    text(text) {
      if (inValue && cell) cell.text += text;
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "c" && cell) {
        const text = textOf(cell, book, notes);
        // A gap before the cell is empty cells; nothing follows it yet.
        while (values.length < cell.column) values.push("");
        values[cell.column] = text;
        cell = null;
      } else if (name === "row" && values.some((value) => value !== "")) {
        if (isHidden) notes.hiddenRows += 1;
        take({ line, values });
      }
    },
  });
  return notes;
}

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The notes of a sheet in sentences. */
export function sentencesOn(table: string, sheet: SheetPart, notes: SheetNotes): string[] {
  const found: string[] = [];
  const say = (sentence: string) => found.push(`${table}: ${sentence}`);
  if (sheet.isHidden) say("the sheet is hidden in the workbook, and was read all the same.");
  if (notes.formulas > 0)
    say(
      `${times(notes.formulas, "cell is a formula and was", "cells are formulas and were")} read by the value that the workbook last kept.`,
    );
  if (notes.formulasWithoutValue > 0)
    say(
      `${times(notes.formulasWithoutValue, "formula has", "formulas have")} no kept value and came as empty: open the workbook, let it calculate, and save it.`,
    );
  if (notes.errors > 0)
    say(`${times(notes.errors, "cell holds", "cells hold")} an error of the spreadsheet, like #N/A.`);
  if (notes.hiddenRows > 0)
    say(`${times(notes.hiddenRows, "hidden row was", "hidden rows were")} read like the others.`);
  if (notes.mergedRanges > 0)
    say(
      `of ${times(notes.mergedRanges, "merged range", "merged ranges")} only the first cell has the value.`,
    );
  if (notes.unreadableDates > 0)
    say(
      `${times(notes.unreadableDates, "cell is formatted as a date but holds", "cells are formatted as dates but hold")} no day, and came as the number.`,
    );
  return found;
}

/** Cells as text for and from a spreadsheet: lines and tabs, and for those that take it a table in HTML. Pure. */
import { restoredCell, safeCell } from "#base/kernel";

/** Lines of cells as a spreadsheet takes them from the clipboard. What it would run as a formula is made harmless. */
export function tabbedText(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map((cell) => quoted(safeCell(cell))).join("\t")).join("\n");
}

const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The same as a table, for mail and documents. */
export function tableHtml(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td>${safeCell(text).replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}</td>`;
  return `<table>${lines.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("")}</table>`;
}

/** Reads what a spreadsheet puts into the clipboard: tabs between cells, quotes around those that hold tabs or lines. */
export function readTabbed(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  while (at <= plain.length) {
    const quotedCell = plain[at] === '"' ? readQuoted(plain, at) : null;
    const end = quotedCell?.end ?? endOfCell(plain, at);
    cells.push(restoredCell(quotedCell?.cell ?? plain.slice(at, end)));
    if (plain[end] !== "\t") {
      lines.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  // A spreadsheet ends its last line as it ends all others.
  const last = lines.at(-1);
  if (lines.length > 1 && last?.length === 1 && last[0] === "") lines.pop();
  return lines;
}

function endOfCell(text: string, from: number): number {
  const ends = /[\t\n]/g;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

/** A cell in quotes that end at a tab, a line or the end; null where the quotes are part of a plain text. */
function readQuoted(text: string, from: number): { cell: string; end: number } | null {
  const found = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  found.lastIndex = from;
  const cell = found.exec(text)?.[1];
  return cell === undefined ? null : { cell: cell.replaceAll('""', '"'), end: found.lastIndex };
}

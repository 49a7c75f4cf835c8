/**
 * Cells that a spreadsheet would run as formulas (CWE-1236), made harmless by an apostrophe in front, and read back
 * as what they were. Negative numbers stay numbers.
 */

const runs = /^['"\s\u200b\ufeff]*[=+\-@＝＋－＠]/;
const startsWithControl = /^['"]*[\t\r\n]/;
const negativeNumber = /^-\d[\d.,]*$/;

const isDangerous = (cell: string): boolean =>
  (runs.test(cell) || startsWithControl.test(cell)) && !negativeNumber.test(cell);

/** A cell that no spreadsheet runs: "=1+1" → "'=1+1". */
export const safeCell = (cell: string): string => (isDangerous(cell) ? `'${cell}` : cell);

/** What a cell was before {@link safeCell}. */
export const restoredCell = (cell: string): string =>
  cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;

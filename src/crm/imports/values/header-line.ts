/** Whether a table begins with the names of its columns, or at once with a row. */

const values: readonly RegExp[] = [
  /^\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?$/i,
  /^\d{4}-\d\d-\d\d|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/,
  /^[-+]?[\p{Sc}]?\s?\d+([.,]\d+)*\s?[\p{Sc}%]?$/u,
  /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i,
  /^(\\n|null|true|false)$/i,
];

/** Whether a cell is a value that no column is called by: a number, a date, an address, an id. */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  // "42 (2)" is how a second column of the name 42 is told from the first.
  return values.some((pattern) => pattern.test(text.replace(/ \(\d+\)$/, "")));
}

const year = /^(19|20)\d\d$/;

/** Years side by side name columns, as in a table with a column for each. */
function areYears(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => isValue(cell));
  return (
    numbers.length > 1 &&
    numbers.every((cell) => year.test(cell.trim())) &&
    numbers.every((cell, at) => at === 0 || Math.abs(Number(cell) - Number(numbers[at - 1])) === 1)
  );
}

/** Whether the first line of a file is a row of values: at least a quarter of its cells are, and they are no years. */
export function hasNoHeader(first: readonly string[]): boolean {
  const found = first.filter(isValue).length;
  return found > 0 && found * 4 >= first.length && !areYears(first);
}

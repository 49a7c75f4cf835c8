/**
 * The reasons in a file of rejected rows, as a column of their own. They hold until a person has done something: changed
 * the value that they name or, where no single value is named, emptied the cell. So an uncorrected row stays rejected,
 * whatever the few rows of such a file would make of it.
 */

/** The last column of a file of rejected rows. A file that has it is read without it. */
export const reasonsColumn = "Rejected because";

/** What is said of such a file in which nothing was corrected. */
export const uncorrected = `These are rows that an import refused, and none of them was corrected yet. Correct the values that the column “${reasonsColumn}” names, or empty that cell where the whole row was at fault, save the file, and drop it again.`;

const untilCleared = "(row)";

const ofValue = (column: string, value: string): string => `${column} “${value.trim().slice(0, 200)}”: `;

/** The reasons of one row in its cell. */
export function reasonsCell(
  columns: readonly string[],
  reasons: readonly { readonly field: string; readonly value: string; readonly reason: string }[],
): string {
  return reasons
    .map(({ field, value, reason }) =>
      columns.includes(field)
        ? ofValue(field, value) + reason
        : `${untilCleared} ${field === untilCleared ? "" : `${field}: `}${reason}`,
    )
    .join(" ");
}

/** Why a row is still rejected; null when it was corrected. */
export function stillRejected(
  columns: readonly string[],
  values: readonly string[],
  cell: string,
): string | null {
  if (cell.trim() === "") return null;
  if (cell.includes(untilCleared))
    return `Its cell “${reasonsColumn}” still says why. Correct the row and empty that cell.`;
  const at = columns.findIndex((column, place) => cell.includes(ofValue(column, values[place] ?? "")));
  return at === -1 ? null : `The value of ${columns[at]} was rejected before and is still the same.`;
}

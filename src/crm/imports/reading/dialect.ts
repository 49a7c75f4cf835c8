/** Which sign divides the columns, decided on the first lines of a file. */
import { RowReader } from "./row-reader.ts";

const candidates = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof candidates)[number];

/** A first line "sep=;" as Excel writes it; null when there is none. */
export function announcedDelimiter(start: string): Delimiter | null {
  const found = /^"?sep=([,;\t|])"?\r?(\n|$)/.exec(start)?.[1];
  return candidates.find((candidate) => candidate === found) ?? null;
}

/** Columns that a line with a title above it has at least: fewer could be a list with a sign in some of its texts. */
const fewestUnderTitle = 3;

/** The number of columns that most of the lines with several have; 0 where there are none. */
function usual(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width >= fewestUnderTitle) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** The sign that divides the most rows into the same number (above one) of columns; a comma when none does. */
export function delimiterOf(start: string): Delimiter {
  const announced = announcedDelimiter(start);
  if (announced !== null) return announced;
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const candidate of candidates) {
    // A row that cannot be read with a sign speaks against that sign, and the header must be one that can.
    const widths = new RowReader(candidate)
      .take(start.endsWith("\n") ? start : `${start}\n`)
      .map((read) => ("row" in read ? read.row.values.length : 0))
      .slice(0, 200);
    // The first line names the columns, unless a report has its title there: then what most lines are counts.
    const first = (widths[0] ?? 0) > 1 ? (widths[0] ?? 0) : usual(widths);
    if (widths[0] === 0 || first < 2) continue;
    const alike = widths.filter((width) => width === first).length / widths.length;
    const score = alike * 1000 + Math.min(first, 100);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Tables for a terminal: columns aligned, numbers to the right. */

/** Lines of a table; columns named in `right` are set to the right. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [line(heads), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

/** "1234567.50" as "1,234,567.50". */
export function grouped(amount: string): string {
  const [whole = "", fraction] = amount.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** A figure for reading: money grouped, rates as percent, days with one decimal. */
export function readable(value: string | number | null, unit: string): string {
  if (value === null) return "–";
  if (typeof value === "string") return grouped(value);
  if (unit === "rate") return `${(value * 100).toFixed(1)} %`;
  if (unit === "days") return `${Number(value.toFixed(1))}`;
  return unit === "ratio" ? `${value.toFixed(2)}×` : `${value}`;
}

/** 75 as "1 min 15 s". */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

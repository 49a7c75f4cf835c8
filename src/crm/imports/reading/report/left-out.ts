/** The lines of a file that are no rows of it: counted, and told. */

const kinds = ["above", "units", "totals", "labels", "repeats", "empty", "under"] as const;
export type LeftOutKind = (typeof kinds)[number];

const words: Readonly<Record<LeftOutKind, readonly [one: string, many: string]>> = {
  above: ["line above the header", "lines above the header"],
  units: ["line of units", "lines of units"],
  totals: ["line of totals", "lines of totals"],
  labels: ["label of a group", "labels of groups"],
  repeats: ["repeated header", "repeated headers"],
  empty: ["empty line", "empty lines"],
  under: ["line under the table", "lines under the table"],
};

/** Lines that are named with their numbers; of more, the first. */
const mostNamed = 3;
const named: ReadonlySet<LeftOutKind> = new Set(["totals", "labels", "repeats"]);

interface Kept {
  count: number;
  readonly lines: number[];
  readonly excerpt: string;
}

/** What is left out of one file while it is read, in bounded memory. */
export class LeftOut {
  readonly #kept = new Map<LeftOutKind, Kept>();
  /** Values that stand on the first row of a group only, and were taken to its other rows: column → rows. */
  readonly #carried = new Map<string, number>();

  note(kind: LeftOutKind, line: number, cells: readonly string[]): void {
    const kept = this.#kept.get(kind) ?? {
      count: 0,
      lines: [],
      excerpt: cells.find((cell) => cell.trim() !== "")?.trim() ?? "",
    };
    kept.count += 1;
    if (kept.lines.length < mostNamed) kept.lines.push(line);
    this.#kept.set(kind, kept);
  }

  noteCarried(column: string): void {
    this.#carried.set(column, (this.#carried.get(column) ?? 0) + 1);
  }

  /** How many lines were left out. */
  get count(): number {
    return [...this.#kept.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** What was left out and what was carried down, in sentences; none where every line under the header is a row. */
  sentences(file: string): string[] {
    const parts = kinds.flatMap((kind) => {
      const kept = this.#kept.get(kind);
      return kept === undefined ? [] : [partOf(kind, kept)];
    });
    const carried = [...this.#carried].map(
      ([column, rows]) =>
        `${file}, ${column}: the value stands once above or beside the rows of a group, and was given to ${rows} ${rows === 1 ? "row" : "rows"} of it.`,
    );
    if (parts.length === 0) return carried;
    const all = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
    const total = this.count;
    return [
      `${file}: ${all} ${total === 1 ? "was" : "were"} left out, and ${total === 1 ? "is no row" : "are no rows"}.`,
      ...carried,
    ];
  }
}

function partOf(kind: LeftOutKind, { count, lines, excerpt }: Kept): string {
  const what = `${count} ${words[kind][count === 1 ? 0 : 1]}`;
  if (named.has(kind)) {
    const where = `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${count > lines.length ? " …" : ""}`;
    return `${what} (${where})`;
  }
  return excerpt === "" ? what : `${what} (“${excerpt.slice(0, 60)}”${count > 1 ? " …" : ""})`;
}

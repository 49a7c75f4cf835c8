/** How fast an import goes: by what it did of late, so that a slow beginning does not weigh for ever. */

interface Seen {
  readonly rows: number;
  readonly at: Temporal.Instant;
}

const windowSeconds = 30;

export class Pace {
  #seen: Seen[] = [];

  /** Notes how many rows were done at a moment. */
  note(rows: number, at: Temporal.Instant): void {
    this.#seen.push({ rows, at });
    const since = at.subtract({ seconds: windowSeconds });
    // One from before the window stays, so that there always is a stretch to measure.
    while (this.#seen[1] !== undefined && Temporal.Instant.compare(this.#seen[1].at, since) < 0)
      this.#seen.shift();
  }

  /** Rows a second, and the seconds that the rows left will take; null while nothing can be said. */
  tell(rowsTotal: number): { rowsPerSecond: number; remainingSeconds: number | null } {
    const first = this.#seen[0];
    const last = this.#seen.at(-1);
    if (first === undefined || last === undefined || first === last)
      return { rowsPerSecond: 0, remainingSeconds: null };
    const seconds = last.at.since(first.at).total("seconds");
    const rowsPerSecond = seconds > 0 ? Math.max(0, last.rows - first.rows) / seconds : 0;
    const left = Math.max(0, rowsTotal - last.rows);
    return {
      rowsPerSecond: Math.round(rowsPerSecond),
      remainingSeconds: rowsPerSecond > 0 ? Math.round(left / rowsPerSecond) : null,
    };
  }
}

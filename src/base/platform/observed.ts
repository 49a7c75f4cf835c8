/** What a running Quarterdeck has seen of itself since its start, for a page that an administrator reads. Bounded. */
import type { Clock } from "../kernel/index.ts";

const latestKept = 1000;
const slowestKept = 20;

export interface SlowSeen {
  readonly at: string;
  readonly ms: number;
  /** Without its parameters, which may be anybody's data. */
  readonly sql: string;
}

export interface Seen {
  readonly since: string;
  readonly answered: number;
  /** Answered with what is the program's own fault or its machine's: 500 and above. */
  readonly failed: number;
  /** Of the latest thousand: half took at most so many milliseconds; null before the first. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** The slowest statements of the last day, the slowest first. */
  readonly slow: readonly SlowSeen[];
}

export class Observed {
  readonly #clock: Clock;
  readonly #since: Temporal.Instant;
  readonly #latest: number[] = [];
  #answered = 0;
  #failed = 0;
  #slow: SlowSeen[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** Takes note of a request that was answered. */
  request(status: number, ms: number): void {
    this.#latest[this.#answered % latestKept] = ms;
    this.#answered += 1;
    if (status >= 500) this.#failed += 1;
  }

  /** Takes note of a statement that took long. */
  statement(sql: string, ms: number): void {
    const at = this.#clock.now();
    const dayBefore = at.subtract({ hours: 24 });
    const isRecent = (one: SlowSeen) =>
      Temporal.Instant.compare(Temporal.Instant.from(one.at), dayBefore) > 0;
    this.#slow = [...this.#slow.filter(isRecent), { at: at.toString(), ms, sql }]
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, slowestKept);
  }

  seen(): Seen {
    const sorted = this.#latest.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
    const dayBefore = this.#clock.now().subtract({ hours: 24 });
    return {
      since: this.#since.toString(),
      answered: this.#answered,
      failed: this.#failed,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      slow: this.#slow.filter(
        (one) => Temporal.Instant.compare(Temporal.Instant.from(one.at), dayBefore) > 0,
      ),
    };
  }
}

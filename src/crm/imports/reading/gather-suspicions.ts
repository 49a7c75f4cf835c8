/** One pass over the opportunities of a file: what in all of them together is suspicious. */
import { type FilePlan, fills } from "../mapping/column-plan.ts";
import { dayIn, momentIn, type ReadRow } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { closedBeforeCreated, constantDaysToClose, createdAtOnce, isFarAhead } from "../values/suspicions.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

type Day = Temporal.PlainDate;
const mostMinutes = 100_000;

/** Gathers in bounded memory what the dates of opportunities say; `finish` gives it in sentences. */
export class SuspicionGatherer {
  readonly #file: string;
  readonly #timeZone: string;
  #reversed = { count: 0, line: 0 };
  #lastCreated: Day | null = null;
  readonly #closes = new Map<string, { count: number; line: number }>();
  readonly #perMinute = new Map<string, number>();
  readonly #perDays = new Map<number, number>();

  constructor(file: string, timeZone: string) {
    this.#file = file;
    this.#timeZone = timeZone;
  }

  take(row: ReadRow): void {
    const created = dayIn(row, "createdAt", this.#timeZone);
    const closes = dayIn(row, "closeOn", this.#timeZone);
    if (closedBeforeCreated(created, closes)) {
      const { count, line } = this.#reversed;
      this.#reversed = { count: count + 1, line: count === 0 ? row.line : line };
    }
    if (created !== null) this.#noteCreation(row, created);
    if (closes === null) return;
    if (created !== null) {
      const days = created.until(closes).days;
      this.#perDays.set(days, (this.#perDays.get(days) ?? 0) + 1);
    }
    const day = closes.toString();
    const { count, line } = this.#closes.get(day) ?? { count: 0, line: row.line };
    if (count > 0 || this.#closes.size < mostMinutes) this.#closes.set(day, { count: count + 1, line });
  }

  #noteCreation(row: ReadRow, created: Day): void {
    if (this.#lastCreated === null || Temporal.PlainDate.compare(created, this.#lastCreated) > 0)
      this.#lastCreated = created;
    const moment = momentIn(row, "createdAt");
    if (moment?.time == null) return;
    const minute = `${moment.date} ${moment.time.toString({ smallestUnit: "minute" })}`;
    const count = this.#perMinute.get(minute) ?? 0;
    if (count > 0 || this.#perMinute.size < mostMinutes) this.#perMinute.set(minute, count + 1);
  }

  finish(): string[] {
    const found: string[] = [];
    const say = (sentence: string) => found.push(`${this.#file}: ${sentence}`);
    const { count, line } = this.#reversed;
    if (count > 0)
      say(
        `${count} ${count === 1 ? "row closes" : "rows close"} before ${count === 1 ? "its" : "their"} creation, the first in line ${line}. Both dates are kept as they are.`,
      );
    const together = createdAtOnce(this.#perMinute);
    if (together !== null)
      say(
        `${together.count} records were created in the same minute (${together.minute}), so they were loaded, and the date says nothing of when a sale began.`,
      );
    const present = this.#lastCreated;
    const ahead =
      present === null
        ? []
        : [...this.#closes].filter(([day]) => isFarAhead(Temporal.PlainDate.from(day), present));
    const [first] = ahead;
    if (first !== undefined && present !== null) {
      const all = ahead.reduce((sum, [, one]) => sum + one.count, 0);
      say(
        `${all} ${all === 1 ? "row closes" : "rows close"} more than ten years after the latest creation, for example on ${first[0]} in line ${first[1].line}.`,
      );
    }
    const days = constantDaysToClose(this.#perDays);
    if (days !== null)
      say(
        `nearly every record closes exactly ${days} days after its creation, so a rule filled in one of the dates.`,
      );
    return found;
  }
}

/** The suspicions on the files of opportunities that have dates to suspect. */
export async function gatherSuspicions(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
  timeZone: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const { table, plan } of files) {
    if (plan.object !== "opportunity" || !fills(plan, "createdAt") || !fills(plan, "closeOn")) continue;
    const gatherer = new SuspicionGatherer(plan.file, timeZone);
    for await (const row of readRowsOf(table, plan, source)) gatherer.take(row);
    found.push(...gatherer.finish());
  }
  return found;
}

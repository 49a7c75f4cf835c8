/** What a running import has at hand. */

import type { Clock } from "#base/kernel";
import { newId } from "#base/kernel";
import type { Author, Db } from "#base/platform";
import type { ImportPlan } from "../mapping/import-plan.ts";
import type { Reject } from "../mapping/read-row.ts";
import type { TableFile } from "../reading/table-file.ts";
import type { PeopleDirectory } from "./people-directory.ts";
import type { StageBook } from "./stage-book.ts";

/** Rows of one chunk of one file: what became of them. */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  readonly rejects: Reject[];
}

export const emptyTally = (): Tally => ({ created: 0, updated: 0, unchanged: 0, rejects: [] });

/** Things that were noticed while an import ran, each counted, each said once. */
export class Notices {
  readonly #counts = new Map<string, number>();

  /** Counts one; `#` in the sentence stands for the number. */
  notice(sentence: string, times = 1): void {
    if (times > 0) this.#counts.set(sentence, (this.#counts.get(sentence) ?? 0) + times);
  }

  sentences(): string[] {
    return [...this.#counts].map(([sentence, times]) => sentence.replace("#", String(times)));
  }
}

export interface RunContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly author: Author;
  readonly workspaceId: string;
  readonly importId: string;
  readonly plan: ImportPlan;
  readonly tables: ReadonlyMap<string, TableFile>;
  /** The moment of the import: since then is true what the source does not date. The same when it is resumed. */
  readonly importedAt: Temporal.Instant;
  readonly people: PeopleDirectory;
  readonly stages: StageBook;
  readonly notices: Notices;
}

/** A new id for a record of this run. */
export function idFor(run: Pick<RunContext, "clock">): string {
  return newId(run.clock);
}

/** How the source is called in sentences. */
export function sourceTitle(plan: Pick<ImportPlan, "source">): string {
  return { salesforce: "Salesforce", pipedrive: "Pipedrive", csv: "Imported" }[plan.source];
}

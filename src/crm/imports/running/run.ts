/** What a running import knows, apart from the database. */
import type { ImportPlan } from "../mapping/import-plan.ts";
import { sourceTitles } from "../recognition/shape.ts";
import type { Joins } from "./joins.ts";
import type { PeopleDirectory } from "./people-directory.ts";
import type { StageBook } from "./stage-book.ts";

/** Things that were noticed while an import ran, each said once, with how often it happened. */
export class Notices {
  readonly #counts = new Map<string, number>();

  /** Counts what a sentence says, as often as it happened. */
  notice(sentence: string, times = 1): void {
    if (times > 0) this.#counts.set(sentence, (this.#counts.get(sentence) ?? 0) + times);
  }

  /** The sentences, each with its count: "… : 3". */
  sentences(): string[] {
    return [...this.#counts].map(([sentence, times]) => `${sentence}: ${times}`);
  }
}

/** Under which name the ids of a source are kept: the source's own, or with the name that a person gave it. */
export function sourceKeyOf(plan: Pick<ImportPlan, "source">, sourceName: string | undefined): string {
  const name = (sourceName ?? "").trim().toLowerCase();
  return name === "" || name === plan.source ? plan.source : `${plan.source}:${name}`;
}

export interface Run {
  readonly workspaceId: string;
  readonly importId: string;
  readonly plan: ImportPlan;
  /** Whose ids these are: two sources that count alike are kept apart by it. */
  readonly sourceKey: string;
  /** The moment of the import: since then is true what the source does not date. The same when it is resumed. */
  readonly importedAt: Temporal.Instant;
  readonly people: PeopleDirectory;
  readonly stages: StageBook;
  readonly notices: Notices;
  /** What files say of each other's records. */
  readonly joins: Joins;
  /** A new id for a record. */
  readonly newId: () => string;
  /** A short text that stands for what was said. */
  readonly digest: (parts: readonly string[]) => string;
}

/** How the source is called in sentences. */
export function sourceTitle(plan: Pick<ImportPlan, "source">): string {
  return sourceTitles[plan.source];
}

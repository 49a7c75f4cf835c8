/** What an import did, or would do, in the form that people and programs read. */
import type { ImportPlan, Proposal } from "./mapping/import-plan.ts";
import type { ComparedFigure } from "./running/compared-figures.ts";
import type { ChunkEntry } from "./running/tally.ts";

export interface FileResult {
  readonly file: string;
  readonly object: string | null;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** A record that an import would create or change, with what it would say. */
export interface Previewed {
  readonly noun: string;
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** What a dry run saw. */
export interface Preview {
  readonly created: readonly Previewed[];
  readonly updated: readonly Previewed[];
  readonly figures: readonly ComparedFigure[];
}

/** Records of earlier imports of a source that its files no longer hold. */
export interface Vanished {
  readonly object: string;
  readonly count: number;
  readonly removed: boolean;
  readonly sample: readonly string[];
}

export interface ImportResult {
  readonly source: string;
  readonly files: readonly FileResult[];
  readonly assumptions: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly warnings: readonly string[];
  readonly notUnderstood: readonly { readonly file: string; readonly reason: string }[];
  readonly vanished?: readonly Vanished[];
  readonly preview?: Preview;
}

/**
 * The result of an import out of its plan and its ledger. For every understood file that ran to its end
 * rows = created + updated + unchanged + duplicate + rejected; a file that was not understood has no object and zeros.
 */
export function resultOf(
  plan: ImportPlan,
  entries: readonly ChunkEntry[],
  noticed: readonly string[],
  passedOver: readonly { readonly name: string; readonly reason: string }[] = [],
): ImportResult {
  const files = plan.files.map(({ file, object, rows }): FileResult => {
    const counts = { created: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 };
    for (const entry of entries.filter((one) => one.file === file)) {
      counts.created += entry.created;
      counts.updated += entry.updated;
      counts.unchanged += entry.unchanged;
      counts.duplicate += entry.duplicate;
      counts.rejected += entry.rejected;
    }
    return { file, object, rows, ...counts };
  });
  const others = passedOver.map(({ name }) => ({
    file: name,
    object: null,
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    duplicate: 0,
    rejected: 0,
  }));
  return {
    source: plan.source,
    files: [...files, ...others],
    assumptions: plan.assumptions,
    proposals: plan.proposals,
    warnings: [...plan.warnings, ...noticed],
    notUnderstood: [...plan.notUnderstood, ...passedOver.map(({ name, reason }) => ({ file: name, reason }))],
  };
}

const counted = /^(.*): (\d+)$/s;

/**
 * What was noticed in two runs of one import (before and after a pause), each thing once: sentences that end in a count
 * are added up, those of the plan stand in both.
 */
export function noticedInBoth(
  plan: Pick<ImportPlan, "warnings">,
  before: readonly string[],
  after: readonly string[],
): string[] {
  const planned = new Set(plan.warnings);
  const sums = new Map<string, number | null>();
  for (const sentence of [...before, ...after]) {
    if (planned.has(sentence)) continue;
    const [, text, count] = counted.exec(sentence) ?? [];
    if (text === undefined) sums.set(sentence, null);
    else sums.set(text, (sums.get(text) ?? 0) + Number(count));
  }
  return [...planned, ...[...sums].map(([text, count]) => (count === null ? text : `${text}: ${count}`))];
}

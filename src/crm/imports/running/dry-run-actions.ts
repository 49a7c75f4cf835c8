/**
 * A dry run: the whole import into a copy of what it could touch, looked at, and thrown away. The record is only read,
 * a page at a time, so that a dry run keeps nobody from writing.
 */
import { join } from "node:path";
import { type CopiedTable, type Db, openTrialCopy, type Replica } from "#base/platform";
import type { ImportResult } from "../result.ts";
import { compared } from "./compared-figures.ts";
import type { ComparedFigures } from "./contributed-actions.ts";
import { findRejects, keepRejects } from "./ledger-store.ts";
import { sampleTouched } from "./preview-store.ts";
import { type RunRequest, runImport } from "./run-actions.ts";

const sampled = 10;
const pageRejects = 5000;

export interface Trial {
  readonly db: Db;
  /** A directory for the copy, which is made and removed again. */
  readonly directory: string;
  /** Where the blank record is kept that copies begin from. */
  readonly blanks: string;
  readonly tables: readonly CopiedTable[];
  readonly copying: (copied: { readonly rows: number; readonly rowsTotal: number }) => void;
  /** Told where the copy is, so that its ledger can be read while it runs; null when it is gone. */
  readonly working: (copy: Db | null) => void;
  readonly isStopped: () => boolean;
  /** How the figures are compared; null: nobody told. */
  readonly figures: { readonly of: ComparedFigures; readonly replica: Replica } | null;
}

/** Runs an import of which only its result, what it would have done, and what it refused are kept. Null when stopped. */
export async function runDry(trial: Trial, request: Omit<RunRequest, "db">): Promise<ImportResult | null> {
  const { clock, importId, workspaceId } = request;
  const { db, isStopped, figures } = trial;
  const before =
    figures === null ? [] : await figures.of.now({ db, clock, replica: figures.replica }, workspaceId);
  const { directory, blanks, tables, copying: report } = trial;
  const ask = { workspaceId, tables, directory, blanks, clock, report, isStopped };
  const copy = await openTrialCopy(db, ask);
  if (copy === null) return null;
  trial.working(copy.db);
  try {
    const result = await runImport({ ...request, db: copy.db });
    if (isStopped()) return null;
    const source = `import:${importId}`;
    const besides = { db: copy.db, directory: join(directory, "replica"), clock };
    const after = (await figures?.of.onCopy(besides, workspaceId)) ?? [];
    const preview = {
      created: await sampleTouched(copy.db, workspaceId, source, "created", sampled, request.kinds),
      updated: await sampleTouched(copy.db, workspaceId, source, "updated", sampled, request.kinds),
      figures: compared(before, after),
    };
    await keepAllRejects(copy.db, db, workspaceId, importId);
    return { ...result, preview };
  } finally {
    trial.working(null);
    await copy.close();
  }
}

async function keepAllRejects(from: Db, to: Db, workspaceId: string, importId: string): Promise<void> {
  for (let offset = 0; ; offset += pageRejects) {
    const { rejects } = await findRejects(from, workspaceId, importId, { limit: pageRejects, offset });
    for (const [file, some] of Map.groupBy(rejects, (one) => one.file))
      await keepRejects(to, workspaceId, importId, file, some);
    if (rejects.length < pageRejects) return;
  }
}

/** A dry run: the whole import in one transaction, looked at, and taken back. */
import { refuse } from "#base/kernel";
import { type Author, type Db, writeAs } from "#base/platform";
import type { ImportResult } from "../result.ts";
import { findRejects, keepRejects } from "./ledger-store.ts";
import { figuresNow, sampleTouched } from "./preview-store.ts";
import { type RunRequest, runImport } from "./run-actions.ts";

/** Ends the transaction of a dry run, so that nothing of it stays. */
class Undone extends Error {}

const sampled = 10;
/** Refused rows that are kept of a dry run, to be read. */
const rejectsKept = 1000;

/** Runs an import of which only its result, what it would have done, and what it refused are kept. */
export async function runDry(
  db: Db,
  request: Omit<RunRequest, "db"> & { readonly author: Author },
): Promise<ImportResult> {
  const { author, clock, importId, workspaceId } = request;
  const source = `import:${importId}`;
  let outcome: ImportResult | null = null;
  let rejects: Awaited<ReturnType<typeof findRejects>>["rejects"] = [];
  await writeAs(db, author, clock, async (trx) => {
    const before = await figuresNow(trx, workspaceId);
    const result = await runImport({ ...request, db: trx });
    const preview = {
      created: await sampleTouched(trx, workspaceId, source, "created", sampled, request.kinds),
      updated: await sampleTouched(trx, workspaceId, source, "updated", sampled, request.kinds),
      before,
      after: await figuresNow(trx, workspaceId),
    };
    outcome = { ...result, preview };
    rejects = (await findRejects(trx, workspaceId, importId, { limit: rejectsKept, offset: 0 })).rejects;
    throw new Undone();
  }).catch((problem: unknown) => {
    if (!(problem instanceof Undone)) throw problem;
  });
  for (const [file, some] of Map.groupBy(rejects, (one) => one.file))
    await keepRejects(db, workspaceId, importId, file, some);
  return outcome ?? refuse("unavailable", "The dry run gave no result.");
}

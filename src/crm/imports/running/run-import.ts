/** Runs a planned import from its first chunk that is not yet in the ledger to its last. */
import type { Clock } from "#base/kernel";
import { type Author, type Db, writeAs } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { filesOf, type ImportPlan } from "../mapping/import-plan.ts";
import type { ReadRow } from "../mapping/read-row.ts";
import { openTable, rowChunks, type SourceFile, type TableFile } from "../reading/table-file.ts";
import { type ImportResult, resultOf } from "../result.ts";
import { addCustomFields, bookStages } from "./book-stages.ts";
import { Ledger, type Progress, sifterFor, writeChunk } from "./chunks.ts";
import { accountKind, activityKind, contactKind, productKind } from "./kinds.ts";
import { findChunks } from "./ledger-store.ts";
import { openDirectory } from "./people-directory.ts";
import { Notices, type RunContext, type Tally } from "./run-context.ts";
import { runChangeLogs, runOpportunityFiles } from "./run-opportunities.ts";
import { StageBook } from "./stage-book.ts";
import { writeMemberships, writePeople, writeReportingLines } from "./write-people.ts";
import { type Kind, writeRecords } from "./write-records.ts";

export interface RunRequest {
  readonly db: Db;
  readonly clock: Clock;
  readonly workspaceId: string;
  readonly importId: string;
  /** Who imports; the source of every change becomes "import:<id>". */
  readonly author: Pick<Author, "authorId" | "author">;
  readonly plan: ImportPlan;
  readonly files: readonly SourceFile[];
  /** When the import began; the same when it is resumed. */
  readonly importedAt: Temporal.Instant;
  readonly report?: ((progress: Progress) => void) | undefined;
  readonly isStopped?: (() => boolean) | undefined;
}

async function openTables(request: RunRequest): Promise<Map<string, TableFile>> {
  const understood = new Set(
    request.plan.files.filter((file) => file.object !== null).map((file) => file.file),
  );
  const tables = new Map<string, TableFile>();
  for (const file of request.files)
    if (understood.has(file.name)) tables.set(file.name, await openTable(file));
  return tables;
}

async function contextFor(request: RunRequest): Promise<RunContext> {
  const { db, clock, workspaceId, importId, plan, importedAt } = request;
  const run = {
    db,
    clock,
    workspaceId,
    importId,
    plan,
    importedAt,
    author: { ...request.author, workspaceId, source: `import:${importId}` },
    tables: await openTables(request),
    stages: new StageBook(),
    notices: new Notices(),
    people: await openDirectory(db, workspaceId, plan.source),
  };
  await writeAs(db, run.author, clock, async (trx) => {
    await addCustomFields(run, trx);
    await bookStages(run, trx);
  });
  return run;
}

/** Goes through the rows of a file, a chunk at a time, each in a transaction of its own. */
async function runFile(
  run: RunContext,
  ledger: Ledger,
  file: UnderstoodFile,
  write: (trx: RunContext["db"], rows: readonly ReadRow[]) => Promise<Tally>,
): Promise<void> {
  const table = run.tables.get(file.file);
  if (table === undefined) throw new Error(`${file.file} is not open.`);
  const sift = sifterFor(file, run.plan.source);
  let chunkNo = 0;
  for await (const chunk of rowChunks(table)) {
    const { rows, tally } = sift(chunk);
    const place = { file: file.file, chunkNo };
    chunkNo += 1;
    await writeChunk(run, ledger, place, async (trx) => [
      { ...place, object: file.object, tally: added(tally, await write(trx, rows)) },
    ]);
  }
}

function added(a: Tally, b: Tally): Tally {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejects: [...a.rejects, ...b.rejects],
  };
}

/** Once all people are there: their teams and lines. What is there already is found and kept, so no ledger is needed. */
async function linkPeople(run: RunContext, file: UnderstoodFile): Promise<void> {
  const table = run.tables.get(file.file);
  const fields = new Set(file.columns.map((column) => column.field));
  if (table === undefined || !["manager", "team", "region"].some((field) => fields.has(field))) return;
  const sift = sifterFor(file, run.plan.source);
  for await (const chunk of rowChunks(table)) {
    const { rows } = sift(chunk);
    await writeAs(run.db, run.author, run.clock, async (trx) => {
      await writeReportingLines(run, trx, rows);
      await writeMemberships(run, trx, rows);
    });
  }
}

/** A table that helps to read the others: all its rows were read, none is a record of its own. */
const readOnly = async (rows: readonly ReadRow[]): Promise<Tally> => ({
  created: 0,
  updated: 0,
  unchanged: rows.length,
  rejects: [],
});

/**
 * Runs an import, or what is left of it. People come before what they own, accounts before contacts, products before
 * opportunities, and activities last. Gives the result as it stands in the ledger.
 */
export async function runImport(request: RunRequest): Promise<ImportResult> {
  const { plan, db, workspaceId, importId } = request;
  const rowsTotal = plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);
  const run = await contextFor(request);
  const ledger = new Ledger(
    await findChunks(db, workspaceId, importId),
    rowsTotal,
    request.report ?? (() => {}),
    request.isStopped ?? (() => false),
  );
  for (const object of ["stage", "field-labels", "activity-types"] as const) {
    for (const file of filesOf(plan, object)) await runFile(run, ledger, file, (_, rows) => readOnly(rows));
  }
  const people = filesOf(plan, "person");
  for (const file of people) await runFile(run, ledger, file, (trx, rows) => writePeople(run, trx, rows));
  for (const file of people) if (!ledger.isStopped) await linkPeople(run, file);
  const kinds = async (kind: Kind) => {
    for (const file of filesOf(plan, kind.object)) {
      await runFile(run, ledger, file, (trx, rows) => writeRecords(run, trx, kind, rows, file));
    }
  };
  await kinds(accountKind);
  await kinds(contactKind);
  await kinds(productKind);
  await runOpportunityFiles(run, ledger);
  await runChangeLogs(run, ledger);
  await kinds(activityKind);
  return resultOf(plan, ledger.entries, run.notices.sentences());
}

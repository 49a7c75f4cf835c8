/** Runs a planned import from its first chunk that is not yet in the ledger to its last. */
import { type Clock, newId } from "#base/kernel";
import { type Author, type Db, writeAs } from "#base/platform";
import { findPeople } from "#people";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { filesOf, type ImportPlan } from "../mapping/import-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import { digest } from "../reading/digest.ts";
import { openTable, type SourceFile, type TableFile } from "../reading/table-file.ts";
import { type ImportResult, resultOf } from "../result.ts";
import { type OpenRun, siftedChunks, writeChunk } from "./chunk-actions.ts";
import type { ContributedKind } from "./contributed-actions.ts";
import { readJoins } from "./join-actions.ts";
import { accountKind, activityKind, contactKind, productKind } from "./kind-actions.ts";
import { Ledger, type Progress } from "./ledger.ts";
import { findChunks } from "./ledger-store.ts";
import { type GoThrough, runHelpingFiles, runLinkFiles } from "./link-files-actions.ts";
import { allLinks } from "./links-store.ts";
import { runChangeLogs, runOpportunityFiles } from "./opportunity-file-actions.ts";
import { namesPeople, writePeople } from "./people-actions.ts";
import { PeopleDirectory } from "./people-directory.ts";
import { writeMemberships, writeReportingLines } from "./people-lines-actions.ts";
import { type Kind, writeRecords } from "./record-actions.ts";
import { Notices, sourceKeyOf } from "./run.ts";
import { Seen } from "./seen.ts";
import { addCustomFields, bookStages } from "./stage-actions.ts";
import { StageBook } from "./stage-book.ts";
import type { Tally } from "./tally.ts";
import { findVanished } from "./vanished-actions.ts";

export interface RunRequest {
  readonly db: Db;
  readonly clock: Clock;
  readonly workspaceId: string;
  readonly importId: string;
  /** Who imports; the source of every change becomes "import:<id>". */
  readonly author: Pick<Author, "authorId" | "author">;
  readonly plan: ImportPlan;
  readonly files: readonly SourceFile[];
  /** Files that were handed over and are no tables: named in the result. */
  readonly passedOver?: readonly { readonly name: string; readonly reason: string }[] | undefined;
  /** When the import began; the same when it is resumed. */
  readonly importedAt: Temporal.Instant;
  readonly report?: ((progress: Progress) => void) | undefined;
  /** Whose ids these are, where two sources count alike. */
  readonly sourceName?: string | undefined;
  /** Whether records of earlier imports that the files no longer hold are removed. */
  readonly removeVanished?: boolean | undefined;
  readonly isStopped?: (() => boolean) | undefined;
  /** What other capabilities let imports read. */
  readonly kinds?: readonly ContributedKind[] | undefined;
}

async function openTables(request: RunRequest): Promise<Map<string, TableFile>> {
  const understood = new Map(
    request.plan.files.filter((file) => file.object !== null).map((file) => [file.file, file]),
  );
  const tables = new Map<string, TableFile>();
  for (const file of request.files) {
    const planned = understood.get(file.name);
    if (planned === undefined) continue;
    const { header, lines } = planned;
    tables.set(file.name, await openTable({ ...file, header, lines }));
  }
  return tables;
}

async function openRun(request: RunRequest): Promise<OpenRun> {
  const { db, clock, workspaceId, importId, plan, importedAt } = request;
  const sourceKey = sourceKeyOf(plan, request.sourceName);
  const links = await allLinks(db, workspaceId, sourceKey, "person");
  const tables = await openTables(request);
  const run: OpenRun = {
    db,
    clock,
    workspaceId,
    importId,
    plan,
    sourceKey,
    importedAt,
    author: { ...request.author, workspaceId, source: `import:${importId}` },
    tables,
    kinds: request.kinds ?? [],
    joins: await readJoins({ plan, tables }, digest),
    people: new PeopleDirectory(await findPeople(db, workspaceId), links),
    stages: new StageBook(),
    notices: new Notices(),
    seen: new Seen(),
    newId: () => newId(clock),
    digest,
  };
  await writeAs(db, run.author, clock, async (trx) => {
    await addCustomFields(run, trx);
    await bookStages(run, trx);
  });
  return run;
}

/** Goes through the rows of a file, a chunk at a time, each in a transaction of its own. */
async function runFile(
  run: OpenRun,
  ledger: Ledger,
  file: UnderstoodFile,
  write: (trx: OpenRun["db"], rows: readonly ReadRow[]) => Promise<Tally>,
): Promise<void> {
  let chunkNo = 0;
  for await (const { rows: sifted, tally } of siftedChunks(run, file)) {
    const rows = sifted.map((row) => run.joins.fill(file.object, row));
    run.seen.note(
      file.object,
      rows.map((row) => row.key),
    );
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
    duplicate: a.duplicate + b.duplicate,
    rejects: [...a.rejects, ...b.rejects],
  };
}

/** Once all people are there: their teams and lines. What is there already is found and kept, so no ledger is needed. */
async function linkPeople(run: OpenRun, file: UnderstoodFile): Promise<void> {
  const fields = new Set(run.joins.widened(file).columns.map((column) => column.field));
  if (!["manager", "team", "region"].some((field) => fields.has(field))) return;
  const speaksOf = (...some: string[]) => file.columns.some(({ field }) => some.includes(field ?? ""));
  for await (const chunk of siftedChunks(run, file)) {
    const rows = chunk.rows.map((row) => run.joins.fill(file.object, row));
    await writeAs(run.db, run.author, run.clock, async (trx) => {
      await writeReportingLines(run, trx, rows, speaksOf("manager"));
      await writeMemberships(run, trx, rows, speaksOf("team", "region"));
    });
  }
}

/**
 * Runs an import, or what is left of it. People come before what they own, accounts before contacts, products before
 * opportunities, and activities last. Gives the result as it stands in the ledger.
 */
export async function runImport(request: RunRequest): Promise<ImportResult> {
  const { plan, db, workspaceId, importId } = request;
  const rowsTotal = plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);
  const run = await openRun(request);
  const ledger = new Ledger(
    await findChunks(db, workspaceId, importId),
    rowsTotal,
    request.report ?? (() => {}),
    request.isStopped ?? (() => false),
  );
  const goThrough: GoThrough = (file, write) => runFile(run, ledger, file, write);
  await runHelpingFiles(run, goThrough);
  const people = filesOf(plan, "person").toSorted((a, b) => Number(namesPeople(b)) - Number(namesPeople(a)));
  for (const file of people)
    await runFile(run, ledger, file, (trx, rows) => writePeople(run, trx, rows, run.joins.widened(file)));
  for (const file of people) if (!ledger.isStopped) await linkPeople(run, file);
  const kinds = async (kind: Kind) => {
    for (const file of filesOf(plan, kind.object)) {
      await runFile(run, ledger, file, (trx, rows) =>
        writeRecords(run, trx, kind, rows, run.joins.widened(file)),
      );
    }
  };
  await kinds(accountKind);
  await kinds(contactKind);
  await kinds(productKind);
  await runOpportunityFiles(run, ledger);
  await runChangeLogs(run, ledger);
  await kinds(activityKind);
  await runLinkFiles(run, goThrough);
  const vanished = ledger.isStopped
    ? []
    : await findVanished(run, ledger.entries, request.removeVanished ?? false);
  return { ...resultOf(plan, ledger.entries, run.notices.sentences(), request.passedOver ?? []), vanished };
}

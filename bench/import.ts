/**
 * How fast opportunities are imported: `node bench/import.ts 100000` (20,000 rows when left out), on the embedded record or,
 * with DATABASE_URL=postgres://…, on that server. Beside it the bare insert of the same rows in chunks of the same
 * size, whose triggers write the same history, and the insert into a table without any of that. On a server also COPY into
 * both, which is the fastest way into PostgreSQL.
 */

import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { newId, systemClock } from "#base/kernel";
import { type Db, writeAs } from "#base/platform";
import { filesAt, type ImportGround, planImport, runImport } from "#crm";
import { createSampleWorkspace } from "#test/cast";
import { openQuarterdeck } from "../src/app/opening.ts";
import { say, sizeAsked, took } from "./company.ts";
import { copyInto } from "./copy.ts";

const size = sizeAsked();
const chunkRows = 2000;
const folder = mkdtempSync(join(tmpdir(), "quarterdeck-bench-import-"));
const copied = [
  "true_since",
  "name",
  "account_id",
  "pipeline_id",
  "stage_id",
  "stage_entered_at",
  "status",
  "amount_minor",
  "currency",
  "probability",
  "forecast_category",
  "created_on",
  "close_on",
  "custom",
] as const;
const stages = ["Prospecting", "Qualification", "Proposal", "Closed Won", "Closed Lost"];

/** One opportunity, told by its number alone. */
function rowOf(at: number): string[] {
  const day = (offset: number) =>
    Temporal.PlainDate.from("2024-01-01")
      .add({ days: (at % 700) + offset })
      .toString();
  const stage = stages[at % stages.length] ?? "";
  return [
    `D${at}`,
    `Opportunity ${at}`,
    `Account ${at % 500}`,
    stage,
    `${at % 9000}.${(at % 90) + 10}`,
    day(0),
    day(30 + (at % 60)),
    `note ${at % 97}`,
  ];
}

async function writeFile(): Promise<string> {
  const path = join(folder, "deals.csv");
  const target = createWriteStream(path);
  target.write("Deal ID,Deal Name,Account,Stage,Amount,Created,Close Date,Note\n");
  for (let at = 0; at < size; at += 1)
    if (!target.write(`${rowOf(at).join(",")}\n`)) await once(target, "drain");
  target.end();
  await once(target, "close");
  return path;
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

function memoryNow(): string {
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return `${inMegabytes(rss)} resident, ${inMegabytes(heapUsed)} of them objects, ${inMegabytes(arrayBuffers)} buffers`;
}

/** The highest memory of the process while it works, in MB, looked at ten times a second. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const looking = setInterval(look, 100);
  await work();
  clearInterval(looking);
  look();
  return Math.round(most / 1024 / 1024);
}

async function importAll(
  ground: Pick<ImportGround, "database">,
  workspaceId: string,
): Promise<{ planMs: number; runMs: number; mb: number }> {
  const { db } = ground.database;
  const { tables } = await filesAt(folder);
  let runMs = 0;
  let planMs = 0;
  const mb = await memoryOf(async () => {
    let plan: Awaited<ReturnType<typeof planImport>> | undefined;
    planMs = await took(async () => {
      plan = await planImport(tables, {}, { currency: "USD", timeZone: "America/New_York" });
    });
    if (plan === undefined) throw new Error("There is no plan.");
    const planned = plan;
    const importId = newId(systemClock);
    const mapping = JSON.stringify({ options: {}, plan: null, passedOver: [], outcome: null });
    await sql`
      insert into crm.import_run (workspace_id, id, source, label, mapping, state, requested_by, created_at)
      values (${workspaceId}::uuid, ${importId}::uuid, ${planned.source}, 'bench', ${mapping}::jsonb, 'running', 'bench', now())`.execute(
      db,
    );
    runMs = await took(async () => {
      const result = await runImport({
        db,
        clock: systemClock,
        workspaceId,
        importId,
        author: { authorId: null, author: "bench" },
        plan: planned,
        files: tables,
        importedAt: systemClock.now(),
        report: ({ rowsDone }) => {
          if (rowsDone % 100_000 === 0) console.log(`  after ${rowsDone} rows: ${memoryNow()}`);
        },
      });
      const [file] = result.files;
      if (file?.created !== size) throw new Error(`Of ${size} rows ${file?.created} were created.`);
    });
  });
  return { planMs, runMs, mb };
}

async function inChunks(
  db: Db,
  workspaceId: string,
  write: (trx: Db, first: number, count: number) => Promise<unknown>,
): Promise<number> {
  const author = { workspaceId, authorId: null, author: "bench", source: "bench" };
  return took(async () => {
    for (let first = 0; first < size; first += chunkRows) {
      const count = Math.min(chunkRows, size - first);
      await writeAs(db, author, systemClock, (trx) => write(trx, first, count));
    }
  });
}

/** The same opportunities by one insert a chunk, with the triggers that keep their history. */
function insertBare(db: Db, workspaceId: string, pipeline: { id: string; stage: string }): Promise<number> {
  return inChunks(db, workspaceId, (trx, first, count) => {
    const rows = Array.from({ length: count }, (_, at) => rowOf(first + at));
    const list = (place: number) => rows.map((row) => row[place] ?? "");
    return sql`
      insert into crm.opportunity (workspace_id, id, name, pipeline_id, stage_id, status, amount_minor, currency, created_on, close_on, true_since)
      select ${workspaceId}::uuid, given.id, given.name, ${pipeline.id}::uuid, ${pipeline.stage}::uuid, 'open',
        (given.amount * 100)::bigint, 'USD', given.created, given.closes, given.created
      from unnest(${rows.map(() => newId(systemClock))}::uuid[], ${list(1)}::text[], ${list(4)}::numeric[], ${list(5)}::date[], ${list(6)}::date[])
        as given (id, name, amount, created, closes)`.execute(trx);
  });
}

/** The opportunities that the import wrote, copied under other ids; triggers write their history. */
async function copyAgain(db: Db, url: string, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(E'\\t', workspace_id, gen_random_uuid(), ${sql.raw(copied.map((name) => `coalesce(${name}::text, '\\N')`).join(", "))}) as line
    from crm.opportunity where workspace_id = ${workspaceId}::uuid and custom <> '{}'`.execute(db);
  if (rows.length !== size) throw new Error(`Of ${size} rows ${rows.length} are there to be copied.`);
  const lines = rows.map(({ line }) => `${line}\n`);
  return took(() => copyInto(url, `crm.opportunity (workspace_id, id, ${copied.join(", ")})`, lines));
}

/** The same texts into a table without keys and triggers: the floor. */
async function insertFloor(db: Db, workspaceId: string): Promise<number> {
  await sql`create table if not exists public.bench_floor (id text, name text, account text, stage text, amount numeric, created date, closes date, note text)`.execute(
    db,
  );
  const ms = await inChunks(db, workspaceId, (trx, first, count) => {
    const rows = Array.from({ length: count }, (_, at) => rowOf(first + at));
    const list = (place: number) => rows.map((row) => row[place] ?? "");
    return sql`
      insert into public.bench_floor select * from unnest(${list(0)}::text[], ${list(1)}::text[], ${list(2)}::text[], ${list(3)}::text[],
        ${list(4)}::numeric[], ${list(5)}::date[], ${list(6)}::date[], ${list(7)}::text[])`.execute(trx);
  });
  await sql`drop table public.bench_floor`.execute(db);
  return ms;
}

const opened = await openQuarterdeck(
  { directory: join(folder, "data"), url: process.env.DATABASE_URL || null },
  "a bench",
  () => undefined,
);
const { database } = opened.services;
const rate = (ms: number): string => `${Math.round(size / (ms / 1000)).toLocaleString("en")} rows/s`;
const tell = (what: string, ms: number, runMs: number) =>
  say(
    `${database.engine}: ${what}`,
    ms,
    `${rate(ms)}; the import takes ${(runMs / ms).toFixed(1)} times as long`,
  );
try {
  await writeFile();
  const before = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const workspaceId = await createSampleWorkspace(database.db, systemClock);
  const { planMs, runMs, mb } = await importAll({ database }, workspaceId);
  say(`${database.engine}: planning ${size} rows`, planMs, rate(planMs));
  say(
    `${database.engine}: importing ${size} rows`,
    runMs,
    `${rate(runMs)}, memory ${mb} MB at most, ${before} MB before`,
  );
  const { rows } = await sql<{ id: string; stage: string }>`
    select p.id, s.id as stage from crm.pipeline p join crm.stage s on s.workspace_id = p.workspace_id and s.pipeline_id = p.id
    where p.workspace_id = ${workspaceId}::uuid and s.outcome = 'open' limit 1`.execute(database.db);
  const [pipeline] = rows;
  if (pipeline === undefined) throw new Error("The import made no pipeline.");
  const bareMs = await insertBare(database.db, workspaceId, pipeline);
  tell("bare insert with history", bareMs, runMs);
  tell("insert into a table without anything", await insertFloor(database.db, workspaceId), runMs);
  const url = process.env.DATABASE_URL;
  if (url) {
    tell("COPY of the same rows, with history", await copyAgain(database.db, url, workspaceId), runMs);
    await sql`create table public.bench_floor (id text, name text, account text, stage text, amount numeric, created date, closes date, note text)`.execute(
      database.db,
    );
    const bare = Array.from({ length: size }, (_, at) => `${rowOf(at).join("\t")}\n`);
    tell(
      "COPY into a table without anything",
      await took(() => copyInto(url, "public.bench_floor", bare)),
      runMs,
    );
    await sql`drop table public.bench_floor`.execute(database.db);
  }
} finally {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
}

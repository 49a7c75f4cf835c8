import { sql } from "kysely";
import { type Clock, newId, refuse } from "#base/kernel";
import { type Author, type Db, writeAs } from "#base/platform";
import type { Cast } from "./cast.ts";
import * as columns from "./columns.ts";
import type { CastOpportunity } from "./records.ts";
import { company } from "./story.ts";

/** How far the loading is: so many of all opportunities. */
export interface LoadProgress {
  readonly opportunities: number;
  readonly of: number;
}

/** How many records one statement writes at most, and how many opportunities one chunk holds. */
const statementSize = 2_000;
const chunkSize = 500;

function authorIn(workspaceId: string): Author {
  return { workspaceId, authorId: null, author: "Sample company", source: "sample" };
}

/** Adds the workspace in which the sample company lives, with its currency, time zone and fiscal year; gives its id. */
export async function createSampleWorkspace(db: Db, clock: Clock): Promise<string> {
  const id = newId(clock);
  await writeAs(db, authorIn(id), clock, (trx) =>
    sql`
      insert into base.workspace (workspace_id, true_since, name, origin, currency, time_zone, fiscal_start_month)
      values (${id}::uuid, base.moment(), ${company.name}, 'sample', ${company.currency}, ${company.timeZone},
        ${company.fiscalStartMonth})`.execute(trx),
  );
  return id;
}

/**
 * Writes a cast into a workspace: every record with its present values, and every opportunity's earlier states. Each
 * chunk of opportunities is one transaction. Refuses ("conflict") a workspace that has people or opportunities already.
 */
export async function loadCast(
  db: Db,
  cast: Cast,
  workspaceId: string,
  clock: Clock,
  onProgress: (progress: LoadProgress) => void | Promise<void> = () => {},
): Promise<void> {
  await refuseInhabited(db, workspaceId);
  const write = (work: (trx: Db) => Promise<void>) =>
    writeAs(db, authorIn(workspaceId), clock, work, { basis: "source" });
  await write((trx) => insertFrame(trx, workspaceId, cast));
  await onProgress({ opportunities: 0, of: cast.size });
  let loaded = 0;
  for (const chunk of chunksOf(cast.opportunities(), chunkSize)) {
    await write((trx) => insertOpportunities(trx, workspaceId, chunk));
    loaded += chunk.length;
    await onProgress({ opportunities: loaded, of: cast.size });
  }
  await write(async (trx) => {
    await insertRows(trx, workspaceId, "plan.target", columns.targetColumns, cast.targets);
    await insertRows(trx, workspaceId, "plan.cost", columns.costColumns, cast.costs);
  });
}

/**
 * Adds a sample workspace and everything in it in one transaction: all of it, or nothing when it is interrupted. For
 * the first start; a cast of a million is better loaded by `loadCast`, chunk by chunk. Gives the workspace's id.
 */
export async function foundSampleCompany(
  db: Db,
  cast: Cast,
  clock: Clock,
  onProgress: (progress: LoadProgress) => void | Promise<void> = () => {},
): Promise<string> {
  const nobodyYet = authorIn("");
  return writeAs(db, nobodyYet, clock, async (trx) => {
    const workspaceId = await createSampleWorkspace(trx, clock);
    await loadCast(trx, cast, workspaceId, clock, onProgress);
    return workspaceId;
  });
}

async function refuseInhabited(db: Db, workspaceId: string): Promise<void> {
  const { rows } = await sql<{ inhabited: boolean }>`
    select exists (select from people.person where workspace_id = ${workspaceId}::uuid)
      or exists (select from crm.opportunity where workspace_id = ${workspaceId}::uuid) as inhabited`.execute(
    db,
  );
  if (rows[0]?.inhabited !== true) return;
  refuse(
    "conflict",
    "This workspace has records already; the sample company can only move into an empty one.",
    {
      fix: "Keep the workspace as it is, or begin again with an empty data directory.",
    },
  );
}

/** Everything but the opportunities and the plan, in the order in which one refers to another. */
async function insertFrame(trx: Db, workspaceId: string, cast: Cast): Promise<void> {
  const insert = <T>(table: string, shape: readonly columns.Column<T>[], records: Iterable<T>) =>
    insertRows(trx, workspaceId, table, shape, records);
  await insert("base.exchange_rate", columns.exchangeRateColumns, cast.exchangeRates);
  await insert("crm.custom_field", columns.customFieldColumns, cast.customFields);
  await insert("people.person", columns.personColumns, cast.everyone);
  await insert("people.team", columns.teamColumns, cast.teams);
  await insert("people.team_membership", columns.membershipColumns, cast.memberships);
  await insert("people.reporting_line", columns.reportingColumns, cast.reportingLines);
  await insert("crm.product", columns.productColumns, cast.products);
  await insert("crm.pipeline", columns.pipelineColumns, cast.pipelines);
  await insert("crm.stage", columns.stageColumns, cast.stages);
  await insert("crm.account", columns.accountColumns, cast.accounts);
  await insert("crm.contact", columns.contactColumns, cast.contacts());
}

async function insertOpportunities(
  trx: Db,
  workspaceId: string,
  chunk: readonly CastOpportunity[],
): Promise<void> {
  const insert = <T>(table: string, shape: readonly columns.Column<T>[], records: Iterable<T>) =>
    insertRows(trx, workspaceId, table, shape, records);
  const earlier = chunk.flatMap(({ record, states }) =>
    states.slice(0, -1).map((state) => ({ ...state, opportunityId: record.id, basis: "source" })),
  );
  await insert(
    "crm.opportunity",
    columns.opportunityColumns,
    chunk.map(({ record }) => record),
  );
  await insert("crm.opportunity_version", columns.versionColumns, earlier);
  await insert(
    "crm.opportunity_line",
    columns.lineColumns,
    chunk.flatMap(({ lines }) => lines),
  );
  await insert(
    "crm.opportunity_split",
    columns.splitColumns,
    chunk.flatMap(({ splits }) => splits),
  );
  await insert(
    "crm.opportunity_contact",
    columns.stakeholderColumns,
    chunk.flatMap(({ stakeholders }) => stakeholders),
  );
  await insert(
    "crm.activity",
    columns.activityColumns,
    chunk.flatMap(({ activities }) => activities),
  );
}

/** Inserts records by arrays, one array a column, in statements of a bounded size. */
async function insertRows<T>(
  trx: Db,
  workspaceId: string,
  table: string,
  shape: readonly columns.Column<T>[],
  records: Iterable<T>,
): Promise<void> {
  const names = sql.join(shape.map(({ name }) => sql.ref(name)));
  for (const rows of chunksOf(records, statementSize)) {
    const arrays = shape.map(
      (column) => sql`${rows.map((row) => column.of(row))}::${sql.raw(column.type)}[]`,
    );
    await sql`insert into ${sql.table(table)} (workspace_id, ${names})
      select ${workspaceId}::uuid, ${names} from unnest(${sql.join(arrays)}) as given (${names})`.execute(
      trx,
    );
  }
}

function* chunksOf<T>(records: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const record of records) {
    chunk.push(record);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Targets many at a time, as an import brings them. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { TargetSaid } from "./target.ts";

export type TargetRow = TargetSaid & { readonly id: string };

const columnsOf = (rows: readonly TargetRow[]) => sql`unnest(${rows.map((row) => row.id)}::uuid[],
  ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.startsOn.toString())}::date[],
  ${rows.map((row) => row.endsOn.toString())}::date[], ${rows.map((row) => row.amountMinor.toString())}::bigint[],
  ${rows.map((row) => row.currency)}::text[]) as given (id, person_id, starts_on, ends_on, amount_minor, currency)`;

/** Adds targets. */
export async function insertTargets(db: Db, workspaceId: string, rows: readonly TargetRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into plan.target (workspace_id, id, person_id, starts_on, ends_on, amount_minor, currency)
    select ${workspaceId}::uuid, given.* from ${columnsOf(rows)}`.execute(db);
}

/** Gives targets other people, days and amounts; one that was removed is there again. */
export async function changeTargets(db: Db, workspaceId: string, rows: readonly TargetRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update plan.target as held set person_id = given.person_id, starts_on = given.starts_on, ends_on = given.ends_on,
      amount_minor = given.amount_minor, currency = given.currency, removed_at = null
    from ${columnsOf(rows)}
    where held.workspace_id = ${workspaceId}::uuid and held.id = given.id`.execute(db);
}

export interface TargetFound {
  readonly id: string;
  readonly personId: string | null;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

/** The targets that begin on one of these days and were not removed, in the order in which they came. */
export async function findTargetsFrom(
  db: Db,
  workspaceId: string,
  days: readonly Temporal.PlainDate[],
): Promise<TargetFound[]> {
  if (days.length === 0) return [];
  const found = await sql<TargetFound>`
    select id, person_id as "personId", starts_on as "startsOn", ends_on as "endsOn" from plan.target
    where workspace_id = ${workspaceId}::uuid and removed_at is null
      and starts_on = any(${days.map((day) => day.toString())}::date[]) order by id`.execute(db);
  return found.rows;
}

/** What targets are called: whose they are, and from which day on. */
export async function targetNames(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select t.id, coalesce(p.name, 'The company') || ' from ' || t.starts_on as name from plan.target as t
    left join people.person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
    where t.workspace_id = ${workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

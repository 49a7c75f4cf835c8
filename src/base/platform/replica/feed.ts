/**
 * The change feed: which records changed since a position. A position is a snapshot of the database: the transactions
 * that were seen then. What is seen now and was not then is new, in whatever order transactions began and ended, so a
 * change that commits late is never passed over, and one that commits early does not wait for an older transaction.
 * Reading a change twice is harmless: the replica takes the record's present rows, not the change.
 */
import { CompiledQuery } from "kysely";
import type { Db } from "../db/index.ts";
import type { ReplicatedTable } from "./table.ts";

/** The position of the present transaction's snapshot, as text: "xmin:xmax:xip,…". */
export async function feedPosition(db: Db): Promise<string> {
  const result = await db.executeQuery(CompiledQuery.raw("select pg_current_snapshot()::text as position"));
  return (result.rows[0] as { position: string }).position;
}

/**
 * Which database this is: numbers of transactions, and so positions, mean something to one database only. Another answer
 * when the record was moved, restored on a server, or loaded from a backup.
 */
export async function databaseIdentity(db: Db): Promise<string> {
  const text = `select concat_ws(' ', (pg_control_system()).system_identifier, (pg_control_checkpoint()).timeline_id,
    (select oid from pg_database where datname = current_database())) as identity`;
  const result = await db.executeQuery(CompiledQuery.raw(text));
  return (result.rows[0] as { identity: string }).identity;
}

/** Whether a position knows of a transaction that has ended well. */
export function knowsOf(position: string, transaction: string): boolean {
  const [xmin = "0", xmax = "0", running = ""] = position.split(":");
  const id = BigInt(transaction);
  if (id < BigInt(xmin)) return true;
  return id < BigInt(xmax) && !running.split(",").includes(transaction);
}

/** The condition on changes `c` that are new since the position in the given parameter. */
const isNew = (parameter: string) =>
  `c.txid >= pg_snapshot_xmin(${parameter}::pg_snapshot) and not pg_visible_in_snapshot(c.txid, ${parameter}::pg_snapshot)`;

export interface Touched {
  readonly table: ReplicatedTable;
  readonly keys: readonly string[] | "whole";
}

const mostKeys = 20_000;

/** The tables touched by changes that are new since a position, with the keys to take anew. */
export async function touchedSince(
  db: Db,
  workspaceId: string,
  tables: readonly ReplicatedTable[],
  since: string,
): Promise<Touched[]> {
  const nouns = await changedNouns(db, workspaceId, since);
  if (nouns.size === 0) return [];
  const touched: Touched[] = [];
  for (const table of tables) {
    const followed = Object.entries(table.follows).filter(([noun]) => nouns.has(noun));
    if (followed.length === 0) continue;
    const keys = await keysTouched(db, workspaceId, followed, since);
    touched.push({ table, keys });
  }
  return touched.filter(({ keys }) => keys === "whole" || keys.length > 0);
}

async function changedNouns(db: Db, workspaceId: string, since: string): Promise<Set<string>> {
  const text = `select distinct c.noun from base.change c where c.workspace_id = $1 and ${isNew("$2")}`;
  const result = await db.executeQuery(CompiledQuery.raw(text, [workspaceId, since]));
  return new Set((result.rows as { noun: string }[]).map((row) => row.noun));
}

async function keysTouched(
  db: Db,
  workspaceId: string,
  followed: readonly (readonly [string, ReplicatedTable["follows"][string]])[],
  since: string,
): Promise<readonly string[] | "whole"> {
  const keys = new Set<string>();
  for (const [noun, how] of followed) {
    if (how === "whole") return "whole";
    const expression = how === "key" ? "c.record_id" : how.keysOf;
    const text = `select distinct (${expression})::text as key from base.change c where c.workspace_id = $1
      and ${isNew("$2")} and c.noun = $3 limit ${mostKeys + 1}`;
    const result = await db.executeQuery(CompiledQuery.raw(text, [workspaceId, since, noun]));
    for (const row of result.rows as { key: string | null }[]) if (row.key) keys.add(row.key);
    if (keys.size > mostKeys) return "whole";
  }
  return [...keys];
}

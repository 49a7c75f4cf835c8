/**
 * The change feed: which records changed since a position. A position is a transaction id below which every transaction
 * has ended, so a change that commits late is never passed over. Reading a change twice is harmless: the replica
 * takes the record's present rows, not the change.
 */
import { CompiledQuery } from "kysely";
import type { Db } from "../db/index.ts";
import type { ReplicatedTable } from "./table.ts";

/** The position up to which the feed can be read once and for all. */
export async function feedHorizon(db: Db): Promise<string> {
  const result = await db.executeQuery(CompiledQuery.raw("select base.feed_horizon()::text as horizon"));
  return (result.rows[0] as { horizon: string }).horizon;
}

export interface Touched {
  readonly table: ReplicatedTable;
  readonly keys: readonly string[] | "whole";
}

const mostKeys = 20_000;

/** The tables touched by changes from `since` (inclusive) to `until` (exclusive), with the keys to take anew. */
export async function touchedSince(
  db: Db,
  workspaceId: string,
  tables: readonly ReplicatedTable[],
  since: string,
  until: string,
): Promise<Touched[]> {
  const nouns = await changedNouns(db, workspaceId, since, until);
  if (nouns.size === 0) return [];
  const touched: Touched[] = [];
  for (const table of tables) {
    const followed = Object.entries(table.follows).filter(([noun]) => nouns.has(noun));
    if (followed.length === 0) continue;
    const keys = await keysTouched(db, workspaceId, followed, since, until);
    touched.push({ table, keys });
  }
  return touched.filter(({ keys }) => keys === "whole" || keys.length > 0);
}

async function changedNouns(db: Db, workspaceId: string, since: string, until: string): Promise<Set<string>> {
  const text = `select distinct noun from base.change where workspace_id = $1 and txid >= $2::xid8 and txid < $3::xid8`;
  const result = await db.executeQuery(CompiledQuery.raw(text, [workspaceId, since, until]));
  return new Set((result.rows as { noun: string }[]).map((row) => row.noun));
}

async function keysTouched(
  db: Db,
  workspaceId: string,
  followed: readonly (readonly [string, ReplicatedTable["follows"][string]])[],
  since: string,
  until: string,
): Promise<readonly string[] | "whole"> {
  const keys = new Set<string>();
  for (const [noun, how] of followed) {
    if (how === "whole") return "whole";
    const expression = how === "key" ? "c.record_id" : how.keysOf;
    const text = `select distinct (${expression})::text as key from base.change c where c.workspace_id = $1
      and c.txid >= $2::xid8 and c.txid < $3::xid8 and c.noun = $4 limit ${mostKeys + 1}`;
    const result = await db.executeQuery(CompiledQuery.raw(text, [workspaceId, since, until, noun]));
    for (const row of result.rows as { key: string | null }[]) if (row.key) keys.add(row.key);
    if (keys.size > mostKeys) return "whole";
  }
  return [...keys];
}

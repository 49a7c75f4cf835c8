/** The answers to POSTs, kept in the transaction that had the effect: the same key gives the same answer. */
import { sql } from "kysely";
import type { Clock } from "../../kernel/index.ts";
import type { Database, Db } from "../db/index.ts";

export interface PostedKey {
  readonly workspaceId: string;
  /** Who posted; keys of two principals never meet. */
  readonly principal: string;
  readonly key: string;
  readonly requestHash: string;
  /** The answer holds a secret: that it was given is kept, and not what it said. */
  readonly secret: boolean;
}

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly text: string;
}

/**
 * Takes the key for this transaction, or gives the answer that it already had. While a twin is in flight this
 * waits for it, on a server for at most two seconds; then the database refuses with 55P03 (lock not available).
 */
export async function claimKey(
  trx: Db,
  engine: Database["engine"],
  posted: PostedKey,
  clock: Clock,
): Promise<KeptAnswer | null> {
  // The embedded engine runs one transaction at a time: there a twin has always ended before this one begins.
  if (engine === "server") await sql`set local lock_timeout = '2s'`.execute(trx);
  const claimed = await sql`
    insert into base.idempotency (workspace_id, principal, key, request_hash, status, body, answered_at)
    values (${posted.workspaceId}, ${posted.principal}, ${posted.key}, ${posted.requestHash}, 0, 'null',
      ${clock.now().toString()}::timestamptz)
    on conflict do nothing returning key`.execute(trx);
  if (engine === "server") await sql`set local lock_timeout to default`.execute(trx);
  if (claimed.rows.length > 0) return null;
  const kept = await sql<{ request_hash: string; status: number; text: string }>`
    select request_hash, status, body #>> '{}' as text from base.idempotency
    where workspace_id = ${posted.workspaceId} and principal = ${posted.principal} and key = ${posted.key}
  `.execute(trx);
  const row = kept.rows[0];
  if (!row) throw new Error("The key of a POST was taken, but its answer is not there.");
  return { requestHash: row.request_hash, status: row.status, text: row.text };
}

/** Keeps the answer. The body is kept as text, so that a replay is the same to the byte. */
export async function keepAnswer(trx: Db, posted: PostedKey, status: number, text: string): Promise<void> {
  await sql`
    update base.idempotency set status = ${status}, body = to_jsonb(${text}::text)
    where workspace_id = ${posted.workspaceId} and principal = ${posted.principal} and key = ${posted.key}
  `.execute(trx);
}

const KEPT_HOURS = 48;

/** Forgets answers older than two days, twice the day for which they are promised. Gives how many. */
export async function forgetAnswers(db: Db, clock: Clock): Promise<number> {
  const before = clock.now().subtract({ hours: KEPT_HOURS }).toString();
  const gone = await sql`delete from base.idempotency where answered_at < ${before}::timestamptz`.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}

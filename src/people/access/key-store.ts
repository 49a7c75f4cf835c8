import type { Db, KeyRights, Sight } from "#base/platform";
import type { Key } from "./key.ts";
import { findSeat, type HeldSeat } from "./seat-store.ts";

export interface HeldKey extends Key {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly rights: KeyRights;
  readonly prefix: string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
  /** The seat that made it, and with which it ends; null: the owner on the machine. */
  readonly seatId: string | null;
}

const columns = [
  "k.workspace_id as workspaceId",
  "k.id",
  "k.version",
  "k.name",
  "k.rights",
  "k.prefix",
  "k.made_by as madeBy",
  "k.seat_id as seatId",
  "k.made_at as madeAt",
  "k.expires_at as expiresAt",
  "k.ended_at as endedAt",
  "s.used_at as usedAt",
] as const;

function keys(db: Db) {
  return db
    .selectFrom("people.api_key as k")
    .innerJoin("people.api_key_secret as s", (join) =>
      join.onRef("s.workspace_id", "=", "k.workspace_id").onRef("s.key_id", "=", "k.id"),
    )
    .select(columns);
}

function held<R extends { rights: string }>(row: R): R & { rights: KeyRights } {
  return { ...row, rights: row.rights === "write" ? "write" : "read" };
}

/** Keys of a workspace, the newest first, ended ones too. */
export async function listKeys(db: Db, sight: Sight): Promise<HeldKey[]> {
  const rows = await keys(db)
    .where("k.workspace_id", "=", sight.workspaceId)
    .orderBy("k.made_at", "desc")
    .orderBy("k.id")
    .execute();
  return rows.map(held);
}

/** The key that a secret belongs to, in whatever workspace. */
export async function findKeyBySecret(
  db: Db,
  tokenHash: string,
): Promise<(HeldKey & { readonly workspaceId: string; readonly seat: HeldSeat | null }) | undefined> {
  const row = await keys(db).where("s.token_hash", "=", tokenHash).executeTakeFirst();
  if (!row || row.seatId === null) return row && { ...held(row), seat: null };
  const seat = await findSeat(db, row.workspaceId, row.seatId);
  return seat && { ...held(row), seat };
}

export async function insertKey(
  db: Db,
  workspaceId: string,
  key: Omit<HeldKey, "version" | "usedAt" | "endedAt"> & { readonly tokenHash: string },
): Promise<void> {
  await db
    .insertInto("people.api_key")
    .values({
      workspace_id: workspaceId,
      id: key.id,
      name: key.name,
      rights: key.rights,
      prefix: key.prefix,
      seat_id: key.seatId,
      made_by: key.madeBy,
      made_at: key.madeAt,
      expires_at: key.expiresAt,
    })
    .execute();
  await db
    .insertInto("people.api_key_secret")
    .values({ workspace_id: workspaceId, key_id: key.id, token_hash: key.tokenHash })
    .execute();
}

export async function markKeyUsed(db: Db, tokenHash: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable("people.api_key_secret")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Ends a key; gives whether it worked until now. */
export async function endKey(
  db: Db,
  workspaceId: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await db
    .updateTable("people.api_key")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .where("expires_at", ">", now)
    .returning("id")
    .execute();
  return ended.length > 0;
}

import type { Db, Sight } from "#base/platform";
import type { Holder } from "./seat.ts";
import type { Session } from "./session.ts";

export interface HeldSession extends Session {
  readonly workspaceId: string;
  /** Whose session it is; null: the owner's, who came in by the link on the machine. */
  readonly seat: (Holder & { readonly accessRole: string; readonly timeZone: string }) | null;
}

export async function insertLink(
  db: Db,
  workspaceId: string,
  link: { tokenHash: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("people.sign_in_link")
    .values({ workspace_id: workspaceId, token_hash: link.tokenHash, expires_at: link.expiresAt })
    .execute();
}

/** Uses up a link, if it is unused and not too old; gives its workspace. Of two at the same time one gets it. */
export async function useUpLink(
  db: Db,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await db
    .updateTable("people.sign_in_link")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("workspace_id")
    .executeTakeFirst();
  return row?.workspace_id;
}

export async function insertSession(
  db: Db,
  workspaceId: string,
  session: {
    tokenHash: string;
    openedAt: Temporal.Instant;
    seatId?: string;
    personId?: string;
    /** From where it was opened. */
    network?: string;
  },
): Promise<void> {
  await db
    .insertInto("people.session")
    .values({
      workspace_id: workspaceId,
      token_hash: session.tokenHash,
      opened_at: session.openedAt,
      seen_at: session.openedAt,
      seat_id: session.seatId ?? null,
      person_id: session.personId ?? null,
      network: session.network ?? null,
    })
    .execute();
}

export async function findSession(db: Db, tokenHash: string): Promise<HeldSession | undefined> {
  const row = await db
    .selectFrom("people.session as session")
    .innerJoin("base.workspace as workspace", "workspace.workspace_id", "session.workspace_id")
    .leftJoin("people.seat as seat", (join) =>
      join.onRef("seat.workspace_id", "=", "session.workspace_id").onRef("seat.id", "=", "session.seat_id"),
    )
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.workspace_id", "=", "seat.workspace_id").onRef("person.id", "=", "seat.person_id"),
    )
    .where("session.token_hash", "=", tokenHash)
    .select([
      "session.workspace_id",
      "session.person_id",
      "session.seat_id",
      "session.opened_at",
      "session.seen_at",
      "session.ended_at",
      "workspace.time_zone",
      "seat.access_role",
      "seat.ended_at as seat_ended_at",
      "person.id as seated_id",
      "person.name",
      "person.left_on",
      "person.removed_at",
    ])
    .executeTakeFirst();
  // Somebody's session without their seat is nobody's.
  if (!row || (row.seat_id === null && row.person_id !== null)) return undefined;
  const session = {
    workspaceId: row.workspace_id,
    openedAt: row.opened_at,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
  };
  if (row.seat_id === null) return { ...session, seat: null };
  if (row.access_role === null || row.seated_id === null || row.name === null) return undefined;
  return {
    ...session,
    seat: {
      personId: row.seated_id,
      personName: row.name,
      endedAt: row.seat_ended_at,
      leftOn: row.left_on,
      removedAt: row.removed_at,
      accessRole: row.access_role,
      timeZone: row.time_zone,
    },
  };
}

/** Sessions of a workspace, or of one seat in it, that nobody has ended, the one used last first; some may be too old by now. */
export async function listSessions(
  db: Db,
  sight: Sight,
  seatId?: string,
): Promise<(Session & { tokenHash: string; personName: string | null; network: string | null })[]> {
  let sessions = db
    .selectFrom("people.session as session")
    .leftJoin("people.person as person", (join) =>
      join
        .onRef("person.workspace_id", "=", "session.workspace_id")
        .onRef("person.id", "=", "session.person_id"),
    )
    .where("session.workspace_id", "=", sight.workspaceId)
    .where("session.ended_at", "is", null)
    .where("person.removed_at", "is", null)
    .select([
      "session.token_hash as tokenHash",
      "session.opened_at as openedAt",
      "session.seen_at as seenAt",
      "session.ended_at as endedAt",
      "session.network",
      "person.name as personName",
    ])
    .orderBy("session.seen_at", "desc")
    .orderBy("session.token_hash");
  if (seatId !== undefined) sessions = sessions.where("session.seat_id", "=", seatId);
  return sessions.execute();
}

export async function markSessionSeen(db: Db, tokenHash: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable("people.session").set({ seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

/** Ends a session; gives whether it was open until now. */
export async function endSession(db: Db, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await db
    .updateTable("people.session")
    .set({ ended_at: now })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .returning("token_hash")
    .execute();
  return ended.length > 0;
}

/** Ends a session of a workspace; gives whether it was open until now. */
export async function endSessionOf(
  db: Db,
  workspaceId: string,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await db
    .updateTable("people.session")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .returning("token_hash")
    .execute();
  return ended.length > 0;
}

/** Forgets links and sessions that nobody can use any more. */
export async function forgetSignIns(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom("people.sign_in_link").where("expires_at", "<", before).execute();
  await db.deleteFrom("people.session").where("opened_at", "<", before).execute();
}

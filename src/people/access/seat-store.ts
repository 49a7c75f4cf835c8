import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Holder } from "./seat.ts";

/** A seat with its person and what is known of how they sign in; nothing secret is in it. */
export interface HeldSeat extends Holder {
  readonly workspaceId: string;
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly accessRole: string;
  readonly timeZone: string;
  readonly madeAt: Temporal.Instant;
  readonly hasPassword: boolean;
  readonly hasFactor: boolean;
}

const columns = [
  "seat.workspace_id as workspaceId",
  "seat.id",
  "seat.version",
  "seat.person_id as personId",
  "seat.email",
  "seat.access_role as accessRole",
  "seat.made_at as madeAt",
  "seat.ended_at as endedAt",
  "person.name as personName",
  "person.left_on as leftOn",
  "person.removed_at as removedAt",
  "workspace.time_zone as timeZone",
] as const;

/** Seats with whom they belong to. Other stores of this folder narrow it. */
export function seats(db: Db) {
  return db
    .selectFrom("people.seat as seat")
    .innerJoin("people.person as person", (join) =>
      join.onRef("person.workspace_id", "=", "seat.workspace_id").onRef("person.id", "=", "seat.person_id"),
    )
    .innerJoin("base.workspace as workspace", "workspace.workspace_id", "seat.workspace_id")
    .leftJoin("people.seat_secret as secret", (join) =>
      join.onRef("secret.workspace_id", "=", "seat.workspace_id").onRef("secret.seat_id", "=", "seat.id"),
    )
    .select(columns)
    .select((eb) => [
      eb("secret.password_hash", "is not", null).as("hasPassword"),
      eb("secret.factor_sealed", "is not", null).as("hasFactor"),
    ]);
}

type Row = Omit<HeldSeat, "hasPassword" | "hasFactor"> & { hasPassword: unknown; hasFactor: unknown };
export const seatFrom = <R extends Row>(row: R) => ({
  ...row,
  hasPassword: row.hasPassword === true,
  hasFactor: row.hasFactor === true,
});

export interface ListedSeat extends HeldSeat {
  readonly seenAt: Temporal.Instant | null;
  /** Until when a link can be opened that nobody has used; null: there is none. */
  readonly linkUntil: Temporal.Instant | null;
}

/** Every seat of a workspace, ended ones too, by the person's name. */
export async function listSeats(db: Db, sight: Sight): Promise<ListedSeat[]> {
  const rows = await seats(db)
    .select((eb) => [
      eb
        .selectFrom("people.session as session")
        .whereRef("session.workspace_id", "=", "seat.workspace_id")
        .whereRef("session.seat_id", "=", "seat.id")
        .select(({ fn }) => fn.max("session.seen_at").as("at"))
        .as("seenAt"),
      eb
        .selectFrom("people.invitation as invitation")
        .whereRef("invitation.workspace_id", "=", "seat.workspace_id")
        .whereRef("invitation.seat_id", "=", "seat.id")
        .where("invitation.spent_at", "is", null)
        .select(({ fn }) => fn.max("invitation.expires_at").as("at"))
        .as("linkUntil"),
    ])
    .where("seat.workspace_id", "=", sight.workspaceId)
    .orderBy("person.name")
    .orderBy("seat.made_at", "desc")
    .execute();
  return rows.map(seatFrom) as ListedSeat[];
}

export async function findSeat(db: Db, workspaceId: string, id: string): Promise<HeldSeat | undefined> {
  const row = await seats(db)
    .where("seat.workspace_id", "=", workspaceId)
    .where("seat.id", "=", id)
    .executeTakeFirst();
  return row && seatFrom(row);
}

/** One seat, held until the transaction ends. */
export async function holdSeat(db: Db, workspaceId: string, id: string): Promise<HeldSeat | undefined> {
  const row = await seats(db)
    .where("seat.workspace_id", "=", workspaceId)
    .where("seat.id", "=", id)
    .forNoKeyUpdate("seat")
    .executeTakeFirst();
  return row && seatFrom(row);
}

/** Whether a person, or an address, has an open seat in a workspace; `but`: a seat that does not count. */
export async function hasOpenSeat(
  db: Db,
  workspaceId: string,
  of: { readonly personId: string } | { readonly email: string; readonly but: string | null },
): Promise<boolean> {
  let query = db
    .selectFrom("people.seat")
    .where("workspace_id", "=", workspaceId)
    .where("ended_at", "is", null)
    .select("id");
  query = "personId" in of ? query.where("person_id", "=", of.personId) : query.where("email", "=", of.email);
  if ("but" in of && of.but !== null) query = query.where("id", "<>", of.but);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Whether anybody could sign in with a password, in whatever workspace. */
export async function anybodySignsIn(db: Db): Promise<boolean> {
  const found = await seats(db)
    .where("seat.ended_at", "is", null)
    .where("person.removed_at", "is", null)
    .where("secret.password_hash", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertSeat(
  db: Db,
  workspaceId: string,
  seat: Pick<HeldSeat, "id" | "personId" | "email" | "accessRole" | "madeAt"> & { readonly madeBy: string },
): Promise<void> {
  await db
    .insertInto("people.seat")
    .values({
      workspace_id: workspaceId,
      id: seat.id,
      person_id: seat.personId,
      email: seat.email,
      access_role: seat.accessRole,
      made_by: seat.madeBy,
      made_at: seat.madeAt,
    })
    .execute();
}

export async function storeSeat(
  db: Db,
  workspaceId: string,
  id: string,
  said: Pick<HeldSeat, "email" | "accessRole">,
): Promise<void> {
  await db
    .updateTable("people.seat")
    .set({ email: said.email, access_role: said.accessRole })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Ends a seat and everything by which its holder came in: sessions, keys, links, password, second factor. */
export async function endSeat(db: Db, workspaceId: string, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable("people.seat")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
  await db
    .updateTable("people.api_key")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("seat_id", "=", id)
    .where("ended_at", "is", null)
    .execute();
  await endSessionsOfSeat(db, workspaceId, id, null, now);
  await db
    .deleteFrom("people.seat_secret")
    .where("workspace_id", "=", workspaceId)
    .where("seat_id", "=", id)
    .execute();
  await db
    .deleteFrom("people.recovery_code")
    .where("workspace_id", "=", workspaceId)
    .where("seat_id", "=", id)
    .execute();
  await spendInvitations(db, workspaceId, id, now);
}

/** Ends the open sessions of a seat but one (null: all of them). Gives how many. */
export async function endSessionsOfSeat(
  db: Db,
  workspaceId: string,
  seatId: string,
  but: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const ended = await db
    .updateTable("people.session")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("seat_id", "=", seatId)
    .where("ended_at", "is", null)
    .where("token_hash", "<>", but ?? "")
    .returning("token_hash")
    .execute();
  return ended.length;
}

export async function insertInvitation(
  db: Db,
  workspaceId: string,
  invitation: { readonly seatId: string; readonly tokenHash: string; readonly expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("people.invitation")
    .values({
      workspace_id: workspaceId,
      seat_id: invitation.seatId,
      token_hash: invitation.tokenHash,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** Makes every link to a seat useless that was not used yet. */
export async function spendInvitations(
  db: Db,
  workspaceId: string,
  seatId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable("people.invitation")
    .set({ spent_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("seat_id", "=", seatId)
    .where("spent_at", "is", null)
    .execute();
}

/** The seat that a link leads to which can still be used. */
export async function findInvited(
  db: Db,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<HeldSeat | undefined> {
  const row = await seats(db)
    .innerJoin("people.invitation as invitation", (join) =>
      join
        .onRef("invitation.workspace_id", "=", "seat.workspace_id")
        .onRef("invitation.seat_id", "=", "seat.id"),
    )
    .where("invitation.token_hash", "=", tokenHash)
    .where("invitation.spent_at", "is", null)
    .where("invitation.expires_at", ">", now)
    .executeTakeFirst();
  return row && seatFrom(row);
}

/** Uses up a link; gives whether it could still be used. Of two at the same time one gets it. */
export async function spendInvitation(db: Db, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  const used = await db
    .updateTable("people.invitation")
    .set({ spent_at: now })
    .where("token_hash", "=", tokenHash)
    .where("spent_at", "is", null)
    .where("expires_at", ">", now)
    .returning("seat_id")
    .executeTakeFirst();
  return used !== undefined;
}

/** Forgets links that nobody can use any more. */
export async function forgetInvitations(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from people.invitation where expires_at < ${before.toString()}::timestamptz`.execute(db);
}

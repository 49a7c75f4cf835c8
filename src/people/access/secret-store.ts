import type { Db } from "#base/platform";
import { type HeldSeat, seatFrom, seats } from "./seat-store.ts";

/** A seat with what proves that somebody is its holder: a hash and a sealed secret. */
export interface SecretSeat extends HeldSeat {
  readonly passwordHash: string;
  readonly passwordSetAt: Temporal.Instant | null;
  readonly factorSealed: string | null;
  readonly factorLastStep: number | null;
  readonly offeredFactorSealed: string | null;
  readonly factorOfferedAt: Temporal.Instant | null;
}

function secretSeats(db: Db) {
  return seats(db)
    .select([
      "secret.password_hash as passwordHash",
      "secret.password_set_at as passwordSetAt",
      "secret.factor_sealed as factorSealed",
      "secret.factor_last_step as factorLastStep",
      "secret.offered_factor_sealed as offeredFactorSealed",
      "secret.factor_offered_at as factorOfferedAt",
    ])
    .where("secret.password_hash", "is not", null)
    .where("seat.ended_at", "is", null);
}
type Row = Awaited<ReturnType<ReturnType<typeof secretSeats>["executeTakeFirstOrThrow"]>>;
const secretFrom = (row: Row): SecretSeat => ({ ...seatFrom(row), passwordHash: row.passwordHash ?? "" });

/** The open seats with a password that have this address, in all workspaces, the oldest first. */
export async function findSeatsByAddress(db: Db, email: string): Promise<SecretSeat[]> {
  const rows = await secretSeats(db)
    .where("seat.email", "=", email)
    .orderBy("seat.made_at")
    .orderBy("seat.id")
    .execute();
  return rows.map(secretFrom);
}

/** The seat of an open session. */
export async function findSeatOfSession(db: Db, session: string): Promise<SecretSeat | undefined> {
  const row = await secretSeats(db)
    .innerJoin("people.session as session", (join) =>
      join.onRef("session.workspace_id", "=", "seat.workspace_id").onRef("session.seat_id", "=", "seat.id"),
    )
    .where("session.token_hash", "=", session)
    .where("session.ended_at", "is", null)
    .executeTakeFirst();
  return row && secretFrom(row);
}

/** Whether an address was signed in with from a network within what is remembered of sessions. */
export async function isFamiliar(db: Db, email: string, network: string): Promise<boolean> {
  const found = await db
    .selectFrom("people.session as session")
    .innerJoin("people.seat as seat", (join) =>
      join.onRef("seat.workspace_id", "=", "session.workspace_id").onRef("seat.id", "=", "session.seat_id"),
    )
    .where("seat.email", "=", email)
    .where("session.network", "=", network)
    .select("session.seat_id")
    .executeTakeFirst();
  return found !== undefined;
}

type Place = Pick<HeldSeat, "workspaceId" | "id">;

export async function storePassword(db: Db, seat: Place, hash: string, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto("people.seat_secret")
    .values({ workspace_id: seat.workspaceId, seat_id: seat.id, password_hash: hash, password_set_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "seat_id"])
        .doUpdateSet({ password_hash: hash, password_set_at: now }),
    )
    .execute();
}

/** Keeps a hash made with more work of the same password, unless the password was changed meanwhile. */
export async function renewHash(db: Db, seat: SecretSeat, hash: string): Promise<void> {
  await db
    .updateTable("people.seat_secret")
    .set({ password_hash: hash })
    .where("workspace_id", "=", seat.workspaceId)
    .where("seat_id", "=", seat.id)
    .where("password_hash", "=", seat.passwordHash)
    .execute();
}

const ofSeat = (db: Db, seat: Place) =>
  db
    .updateTable("people.seat_secret")
    .where("workspace_id", "=", seat.workspaceId)
    .where("seat_id", "=", seat.id);

/** Keeps a second factor that is offered and not confirmed yet. */
export async function storeOfferedFactor(
  db: Db,
  seat: Place,
  sealed: string,
  now: Temporal.Instant,
): Promise<void> {
  await ofSeat(db, seat).set({ offered_factor_sealed: sealed, factor_offered_at: now }).execute();
}

/** Makes the offered second factor the one that holds. Gives whether it was still that one, and none held. */
export async function adoptFactor(db: Db, seat: SecretSeat, step: number): Promise<boolean> {
  const adopted = await ofSeat(db, seat)
    .set({
      factor_sealed: seat.offeredFactorSealed,
      factor_last_step: step,
      offered_factor_sealed: null,
      factor_offered_at: null,
    })
    .where("offered_factor_sealed", "=", seat.offeredFactorSealed)
    .where("factor_sealed", "is", null)
    .returning("seat_id")
    .executeTakeFirst();
  return adopted !== undefined;
}

/** Takes the second factor and its recovery codes away. */
export async function removeFactor(db: Db, seat: Place): Promise<void> {
  await ofSeat(db, seat)
    .set({
      factor_sealed: null,
      factor_last_step: null,
      offered_factor_sealed: null,
      factor_offered_at: null,
    })
    .execute();
  await removeRecoveryCodes(db, seat);
}

/** Uses up the code of a step; gives whether it was later than the last one. Of two at the same time one gets it. */
export async function spendStep(db: Db, seat: Place, step: number): Promise<boolean> {
  const used = await ofSeat(db, seat)
    .set({ factor_last_step: step })
    .where((eb) => eb.or([eb("factor_last_step", "is", null), eb("factor_last_step", "<", step)]))
    .returning("seat_id")
    .executeTakeFirst();
  return used !== undefined;
}

async function removeRecoveryCodes(db: Db, seat: Place): Promise<void> {
  await db
    .deleteFrom("people.recovery_code")
    .where("workspace_id", "=", seat.workspaceId)
    .where("seat_id", "=", seat.id)
    .execute();
}

/** Keeps recovery codes, as hashes, in place of those before. */
export async function storeRecoveryCodes(db: Db, seat: Place, hashes: readonly string[]): Promise<void> {
  await removeRecoveryCodes(db, seat);
  await db
    .insertInto("people.recovery_code")
    .values(hashes.map((code_hash) => ({ workspace_id: seat.workspaceId, seat_id: seat.id, code_hash })))
    .execute();
}

/** Uses up a recovery code; gives whether it was one that nobody had used. */
export async function spendRecoveryCode(
  db: Db,
  seat: Place,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const used = await db
    .updateTable("people.recovery_code")
    .set({ used_at: now })
    .where("workspace_id", "=", seat.workspaceId)
    .where("seat_id", "=", seat.id)
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .returning("seat_id")
    .executeTakeFirst();
  return used !== undefined;
}

export async function countRecoveryCodes(db: Db, seat: Place): Promise<number> {
  const { left } = await db
    .selectFrom("people.recovery_code")
    .where("workspace_id", "=", seat.workspaceId)
    .where("seat_id", "=", seat.id)
    .where("used_at", "is", null)
    .select((eb) => eb.fn.countAll<string>().as("left"))
    .executeTakeFirstOrThrow();
  return Number(left);
}

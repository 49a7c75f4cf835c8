/** What somebody does about their own way in: password, second factor, recovery codes, sessions. */
import { randomBytes } from "node:crypto";
import { refuse } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import { requireFound } from "../refusals.ts";
import { passwordHashOf } from "./password-actions.ts";
import {
  beginOwnAttempt,
  confirmPassword,
  newRecoveryCode,
  placeOfFactor,
  RECOVERY_CODES,
  recoveryHash,
  spendCode,
} from "./proof-actions.ts";
import { seal, unseal } from "./sealing-actions.ts";
import { endSessionsOfSeat, spendInvitations } from "./seat-store.ts";
import {
  adoptFactor,
  countRecoveryCodes,
  findSeatOfSession,
  removeFactor,
  type SecretSeat,
  storeOfferedFactor,
  storePassword,
  storeRecoveryCodes,
} from "./secret-store.ts";
import { whyEnded } from "./session.ts";
import { type Comer, refuseUnfitPassword } from "./sign-in-actions.ts";
import { endSessionOf, listSessions } from "./store.ts";
import { base32, factorLink, newFactorSecret, stepOfCode } from "./totp-actions.ts";

/** How long an offered second factor waits to be confirmed. */
const OFFER_MINUTES = 15;

/** Somebody who is signed in, with the hash of their session; null: none. */
export interface Own extends Comer {
  readonly db: Db;
  readonly session: string | null;
}

/** The seat of a session. Refuses where there is none. */
export async function ownSeat(db: Db, session: string | null): Promise<SecretSeat> {
  const seat = session === null ? undefined : await findSeatOfSession(db, session);
  return (
    seat ??
    refuse("conflict", "You came in without a seat, so there is no password or second factor of yours.", {
      fix: "Invite yourself under Settings, People who sign in, and sign in with that seat.",
    })
  );
}

/** How somebody signs in and where they are signed in; null: without a seat. */
export async function showOwn({ db, session, services }: Own, sight: Sight) {
  const seat = session === null ? undefined : await findSeatOfSession(db, session);
  if (!seat) return { seat: null };
  const now = services.clock.now();
  const open = (await listSessions(db, sight, seat.id)).filter((one) => whyEnded(one, now) === null);
  return {
    seat: {
      email: seat.email,
      passwordSetAt: seat.passwordSetAt?.toString() ?? null,
      twoFactor: seat.hasFactor,
      recoveryCodesLeft: await countRecoveryCodes(db, seat),
      sessions: open.map((one) => ({
        id: one.tokenHash,
        network: one.network,
        openedAt: one.openedAt.toString(),
        seenAt: one.seenAt.toString(),
        own: one.tokenHash === session,
      })),
    },
  };
}

/** Changes the password and ends the other sessions and every link. Asks for the present one. */
export async function changeOwnPassword(own: Own, given: { password: string; newPassword: string }) {
  const { db, session, services, approach } = own;
  const seat = await ownSeat(db, session);
  await confirmPassword(services, approach, seat, given.password);
  refuseUnfitPassword(given.newPassword, seat, "newPassword");
  const hash = await passwordHashOf(given.newPassword);
  return db.transaction().execute(async (trx) => {
    const now = services.clock.now();
    await storePassword(trx, seat, hash, now);
    await spendInvitations(trx, seat.workspaceId, seat.id, now);
    services.log("info", "A password was changed.", { seat: seat.id });
    return { ended: await endSessionsOfSeat(trx, seat.workspaceId, seat.id, session, now) };
  });
}

/** Offers a secret for an authenticator app. Asks for the password, and refuses where a second factor is on already. */
export async function offerOwnFactor(own: Own, password: string) {
  const { db, session, services, approach } = own;
  const seat = await ownSeat(db, session);
  await confirmPassword(services, approach, seat, password);
  if (seat.hasFactor) {
    refuse("conflict", "Two-factor is on already.", { fix: "Switch it off first, then set it up anew." });
  }
  const secret = newFactorSecret(randomBytes);
  const sealed = seal(services.directory, placeOfFactor(seat), secret);
  await storeOfferedFactor(db, seat, sealed, services.clock.now());
  const text = base32(secret);
  return { secret: text, link: factorLink(text, seat.email) };
}

/** Switches the offered second factor on with a code of it, gives recovery codes and ends the other sessions. */
export async function confirmOwnFactor(own: Own, code: string) {
  const { db, session, services, approach } = own;
  const seat = await ownSeat(db, session);
  const now = services.clock.now();
  const attempt = beginOwnAttempt(services, approach, seat);
  const { offeredFactorSealed: offered, factorOfferedAt: offeredAt } = seat;
  if (!offered || !offeredAt || now.since(offeredAt).total("minutes") >= OFFER_MINUTES) {
    refuse("conflict", "No second factor waits to be confirmed.", { fix: "Begin again with your password." });
  }
  const secret = unseal(services.directory, placeOfFactor(seat), offered);
  const step = secret && stepOfCode(secret, code.replaceAll(" ", ""), now, null);
  if (step === null) refuseCode();
  attempt.takeBack();
  return db.transaction().execute(async (trx) => {
    if (!(await adoptFactor(trx, seat, step))) refuseCode();
    await endSessionsOfSeat(trx, seat.workspaceId, seat.id, session, now);
    services.log("info", "A second factor was switched on.", { seat: seat.id });
    return { recoveryCodes: await makeRecoveryCodes(trx, seat) };
  });
}

/** Switches two-factor off and ends the other sessions. Asks for password and code. */
export async function endOwnFactor(own: Own, proof: { password: string; code: string }) {
  const { db, session, services } = own;
  const seat = await proven(own, proof);
  return db.transaction().execute(async (trx) => {
    await removeFactor(trx, seat);
    services.log("warn", "A second factor was switched off.", { seat: seat.id });
    const now = services.clock.now();
    return { ended: await endSessionsOfSeat(trx, seat.workspaceId, seat.id, session, now) };
  });
}

/** New recovery codes in place of those before. Asks for password and code. */
export async function renewOwnRecoveryCodes(own: Own, proof: { password: string; code: string }) {
  const seat = await proven(own, proof);
  return own.db.transaction().execute(async (trx) => ({ recoveryCodes: await makeRecoveryCodes(trx, seat) }));
}

/** The seat of somebody who showed password and code. Refuses where two-factor is off. */
async function proven(own: Own, { password, code }: { password: string; code: string }): Promise<SecretSeat> {
  const { db, session, services, approach } = own;
  const seat = await ownSeat(db, session);
  await confirmPassword(services, approach, seat, password);
  if (!seat.hasFactor) refuse("conflict", "Two-factor is off.", { fix: "Set it up first." });
  const attempt = beginOwnAttempt(services, approach, seat);
  if (!(await spendCode(db, services.directory, seat, code, services.clock))) refuseCode();
  attempt.takeBack();
  return seat;
}

async function makeRecoveryCodes(trx: Db, seat: SecretSeat): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(randomBytes));
  const hashes = codes.map((code) => recoveryHash(seat, code));
  await storeRecoveryCodes(trx, seat, hashes);
  return codes;
}

function refuseCode(): never {
  const message = "This code is not right, or it was used before.";
  return refuse("denied", message, {
    fix: "Enter the present code of your authenticator app; the machine's clock must be right.",
    fields: [{ field: "code", message }],
  });
}

/** Ends one of the sessions of one's own seat. Refuses one that is not there or not open. */
export async function endOwnSession({ db, session, services }: Own, id: string) {
  const seat = await ownSeat(db, session);
  const own = (await findSeatOfSession(db, id))?.id === seat.id;
  const ended = own && (await endSessionOf(db, seat.workspaceId, id, services.clock.now()));
  requireFound(ended || undefined, "open session");
  return { ended: 1 };
}

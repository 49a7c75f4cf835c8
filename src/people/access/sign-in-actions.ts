/** Coming in: with address and password (and a code), or by a link to a seat, which sets the password. */
import { randomBytes } from "node:crypto";
import { refuse, today } from "#base/kernel";
import { type Approach, type Db, HttpProblem, type Services } from "#base/platform";
import { tellSignIn } from "../audit/sign-in-actions.ts";
import { workspaceOf } from "../workspace/actions.ts";
import { whyPasswordIsUnfit } from "./password.ts";
import {
  compareWithNobody,
  isCommonPassword,
  isPassword,
  isWeakHash,
  passwordHashOf,
} from "./password-actions.ts";
import { beginAttempt, beginOwnAttempt, spendCode } from "./proof-actions.ts";
import { signInAddress, whyNoAddress, whyNoWayIn } from "./seat.ts";
import {
  endSessionsOfSeat,
  findInvited,
  type HeldSeat,
  spendInvitation,
  spendInvitations,
} from "./seat-store.ts";
import { findSeatsByAddress, isFamiliar, renewHash, type SecretSeat, storePassword } from "./secret-store.ts";
import { insertSession } from "./store.ts";
import { newToken, tokenHashOf } from "./token-actions.ts";

/** What coming in is done with: what is at hand, and by which way the request came. */
export interface Comer {
  readonly services: Services;
  readonly approach: Approach;
}

interface Shown {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly workspaceId?: string | undefined;
}

type SignedIn =
  | { readonly state: "code-needed" }
  | { readonly state: "workspace-needed"; readonly workspaces: { id: string; name: string }[] }
  | { readonly state: "signed-in"; readonly token: string };

/** What is said of an address that nobody has and of a wrong password alike. */
const wrongPair = "Address and password do not fit together.";
const wrongCode = "This code is not right, or it was used before.";

/**
 * Signs in. Refuses with 401, and with 429 after too many attempts. One address may have seats in several workspaces, each
 * with a password of its own: those that it fits count, and where there is more than one the caller says which.
 */
export async function signInWith({ services, approach }: Comer, shown: Shown): Promise<SignedIn> {
  const { database, clock } = services;
  const email = signInAddress(shown.email);
  const familiar = whyNoAddress(email) === null && (await isFamiliar(database.db, email, approach.network));
  const attempt = beginAttempt(services, { account: email, network: approach.network, familiar });
  const fitting = await fittingSeats(database.db, services, email, shown.password);
  const chosen = fitting.filter((seat) => !shown.workspaceId || seat.workspaceId === shown.workspaceId);
  const [seat, another] = chosen;
  if (!seat) {
    services.log("warn", "Signing in was refused.", { network: approach.network });
    throw new HttpProblem(401, wrongPair, {
      fix: "Check both. Who manages access can give you a link to choose a new password.",
    });
  }
  if (another) {
    attempt.takeBack();
    const workspaces = await Promise.all(
      chosen.map(({ workspaceId }) => workspaceOf(database.db, workspaceId)),
    );
    return { state: "workspace-needed", workspaces: workspaces.map(({ id, name }) => ({ id, name })) };
  }
  if (seat.hasFactor && shown.code === undefined) {
    attempt.takeBack();
    return { state: "code-needed" };
  }
  if (seat.hasFactor && !(await spendCode(database.db, services.directory, seat, shown.code ?? "", clock))) {
    services.log("warn", "A code was refused.", { seat: seat.id, network: approach.network });
    throw new HttpProblem(401, wrongCode, { fix: "Wait for the next code, or use a recovery code." });
  }
  attempt.takeBack();
  if (isWeakHash(seat.passwordHash)) await renewHash(database.db, seat, await passwordHashOf(shown.password));
  const token = await database.db
    .transaction()
    .execute((trx) => openSessionOf(trx, { services, approach }, seat, "POST /api/sign-in"));
  return { state: "signed-in", token };
}

/** The seats of an address that a password fits and whose holders have a way in. At least one comparison is made. */
async function fittingSeats(
  db: Db,
  { clock }: Services,
  email: string,
  password: string,
): Promise<SecretSeat[]> {
  const known = whyNoAddress(email) === null ? await findSeatsByAddress(db, email) : [];
  const seats = known.filter((seat) => whyNoWayIn(seat, today(clock, seat.timeZone)) === null);
  if (seats.length === 0) await compareWithNobody(password);
  const fitting: SecretSeat[] = [];
  for (const seat of seats) if (await isPassword(seat.passwordHash, password)) fitting.push(seat);
  return fitting;
}

/** Opens a session of a seat and gives its token. */
async function openSessionOf(
  db: Db,
  { services, approach }: Comer,
  seat: HeldSeat,
  endpoint: string,
): Promise<string> {
  const token = newToken(randomBytes);
  await insertSession(db, seat.workspaceId, {
    tokenHash: tokenHashOf(token),
    openedAt: services.clock.now(),
    seatId: seat.id,
    personId: seat.personId,
    network: approach.network,
  });
  services.log("info", "Signed in.", {
    seat: seat.id,
    workspace: seat.workspaceId,
    network: approach.network,
  });
  const { workspaceId, personId, personName: name, accessRole } = seat;
  await tellSignIn(db, services.clock, { workspaceId, personId, name, accessRole, endpoint }, approach);
  return token;
}

const linkIsNoGood = () =>
  new HttpProblem(404, "This link was used before, is too old, or another took its place.", {
    fix: "Ask whoever gave it to you for a new one.",
  });

/** The seat that a link leads to. Refuses with 404 one that is no good, and counts that against the network. */
async function invitedBy({ services, approach }: Comer, token: string): Promise<HeldSeat> {
  const attempt = beginAttempt(services, { account: null, network: approach.network, familiar: false });
  const { database, clock } = services;
  const seat = await findInvited(database.db, tokenHashOf(token), clock.now());
  if (!seat || whyNoWayIn(seat, today(clock, seat.timeZone)) !== null) throw linkIsNoGood();
  attempt.takeBack();
  return seat;
}

/** What a link is for. */
export async function lookAt(comer: Comer, token: string) {
  const seat = await invitedBy(comer, token);
  const workspace = await workspaceOf(comer.services.database.db, seat.workspaceId);
  return {
    name: seat.personName,
    email: seat.email,
    workspace: workspace.name,
    isNew: !seat.hasPassword,
    twoFactor: seat.hasFactor,
  };
}

/** Refuses a password that will not do, by the field in which it was sent. */
export function refuseUnfitPassword(password: string, seat: HeldSeat, field: string): void {
  const message = whyPasswordIsUnfit(password, [seat.personName, seat.email], isCommonPassword);
  if (message === null) return;
  refuse("invalid", message, {
    fix: "Several words that only you would put together make a good one.",
    fields: [{ field, message }],
  });
}

/**
 * Uses a link: sets the password, ends what was open before, opens a session and gives its token. A second factor stays on,
 * and its code is asked for.
 */
export async function acceptBy(
  comer: Comer,
  given: { readonly token: string; readonly password: string; readonly code?: string | undefined },
): Promise<string> {
  const { services, approach } = comer;
  const { database, clock } = services;
  const seat = await invitedBy(comer, given.token);
  refuseUnfitPassword(given.password, seat, "password");
  if (seat.hasFactor) await refuseWrongCode(comer, seat, given.code ?? "");
  const hash = await passwordHashOf(given.password);
  return database.db.transaction().execute(async (trx) => {
    const now = clock.now();
    if (!(await spendInvitation(trx, tokenHashOf(given.token), now))) throw linkIsNoGood();
    await spendInvitations(trx, seat.workspaceId, seat.id, now);
    await storePassword(trx, seat, hash, now);
    await endSessionsOfSeat(trx, seat.workspaceId, seat.id, null, now);
    return openSessionOf(trx, { services, approach }, seat, "POST /api/invitations/accept");
  });
}

async function refuseWrongCode({ services, approach }: Comer, seat: HeldSeat, code: string): Promise<void> {
  const attempt = beginOwnAttempt(services, approach, seat);
  const { db } = services.database;
  const [held] = (await findSeatsByAddress(db, seat.email)).filter(({ id }) => id === seat.id);
  const right = held && (await spendCode(db, services.directory, held, code, services.clock));
  if (!right) {
    refuse("denied", wrongCode, {
      fix: "Enter the present code of your authenticator app, or a recovery code.",
      fields: [{ field: "code", message: wrongCode }],
    });
  }
  attempt.takeBack();
}

import { createHash, timingSafeEqual } from "node:crypto";
import { type Clock, today } from "#base/kernel";
import {
  type Actor,
  type Credentials,
  type Db,
  isLoopback,
  noWorkspace,
  permissionsOf,
  type Seat,
} from "#base/platform";
import { workspaceOf, workspacesOf } from "../workspace/actions.ts";
import { findWorkspaces } from "../workspace/store.ts";
import type { SessionOut } from "./contract.ts";
import { KEY_START } from "./key.ts";
import { recogniseKey } from "./key-actions.ts";
import { whyNoWayIn } from "./seat.ts";
import { anybodySignsIn, forgetInvitations } from "./seat-store.ts";
import { linkExpiry, SESSION_DAYS, shouldBeSeenAgain, whyEnded } from "./session.ts";
import {
  findSession,
  forgetSignIns,
  insertLink,
  insertSession,
  markSessionSeen,
  useUpLink,
} from "./store.ts";
import { newToken, type SecretBytes, tokenHashOf } from "./token-actions.ts";

/** Makes a link that signs the owner in once within 15 minutes. Gives its path, "/sign-in?token=…". */
export async function makeSignInLink(
  db: Db,
  workspaceId: string,
  clock: Clock,
  secretBytes: SecretBytes,
): Promise<string> {
  const token = newToken(secretBytes);
  await insertLink(db, workspaceId, { tokenHash: tokenHashOf(token), expiresAt: linkExpiry(clock.now()) });
  return `/sign-in?token=${token}`;
}

/**
 * Opens a session with the token of a link, which works once. Gives the session's token, or null when it is no good.
 * `onOpened` runs last in the same transaction.
 */
export async function openSession(
  db: Db,
  linkToken: string,
  clock: Clock,
  secretBytes: SecretBytes,
  onOpened: (trx: Db, workspaceId: string) => Promise<void> = async () => undefined,
): Promise<string | null> {
  const now = clock.now();
  return db.transaction().execute(async (trx) => {
    const workspaceId = await useUpLink(trx, tokenHashOf(linkToken), now);
    if (workspaceId === undefined) return null;
    const token = newToken(secretBytes);
    await insertSession(trx, workspaceId, { tokenHash: tokenHashOf(token), openedAt: now });
    await onOpened(trx, workspaceId);
    return token;
  });
}

/** Whose session this is, or null when there is none or it has ended. Asked on every request. */
export async function recogniseSession(
  db: Db,
  token: string,
  clock: Clock,
  onMachine: boolean,
): Promise<Seat | null> {
  const tokenHash = tokenHashOf(token);
  const held = await findSession(db, tokenHash);
  if (!held) return null;
  const { seat } = held;
  // What the link on the machine opened opens nothing from elsewhere.
  if (seat === null && !onMachine) return null;
  const now = clock.now();
  if (whyEnded(held, now) || (seat && whyNoWayIn(seat, today(clock, seat.timeZone)))) return null;
  if (shouldBeSeenAgain(held, now)) await markSessionSeen(db, tokenHash, now);
  return {
    personId: seat?.personId ?? null,
    name: seat?.personName ?? "Owner",
    role: seat?.accessRole ?? "owner",
    workspaceId: held.workspaceId,
    session: tokenHash,
    source: "app",
  };
}

/**
 * Whether this is the command line of this machine. `expected` is its token; null: it has none and is never recognised.
 * Without naming a workspace it is in the only one of its owner's own, or else in the only one there is.
 */
export async function recogniseCommandLine(
  db: Db,
  token: string,
  expected: string | null,
): Promise<Seat | null> {
  if (expected === null || !equalInConstantTime(token, expected)) return null;
  // Own ones come first.
  const workspaces = await findWorkspaces(db);
  const own = workspaces.filter(({ origin }) => origin === "own");
  const only = own.length === 1 || workspaces.length === 1 ? workspaces[0] : undefined;
  return {
    personId: null,
    name: "Command line",
    role: "command-line",
    workspaceId: workspaces.length === 0 ? noWorkspace : (only?.id ?? null),
    usualWorkspaceId: workspaces[0]?.id ?? noWorkspace,
    session: null,
    source: "command line",
  };
}

/** Compares the hashes, which are of one length, so that the time it takes says nothing about the token. */
function equalInConstantTime(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return expected !== "" && timingSafeEqual(hash(given), hash(expected));
}

/** Who shows these credentials, or null. */
export async function recognise(
  db: Db,
  { sessionToken, bearerToken, onMachine }: Credentials,
  clock: Clock,
  commandLineToken: string | null,
): Promise<Seat | null> {
  if (bearerToken?.startsWith(KEY_START)) return recogniseKey(db, bearerToken, clock);
  if (bearerToken !== null) return onMachine ? recogniseCommandLine(db, bearerToken, commandLineToken) : null;
  if (sessionToken) return recogniseSession(db, sessionToken, clock, onMachine);
  return null;
}

/** What the web app needs to know first: who is here, what they may do, where, and which day it is there. */
export async function describeSession(db: Db, actor: Actor, clock: Clock): Promise<SessionOut> {
  const workspace = await workspaceOf(db, actor.workspaceId);
  const workspaces = await workspacesOf(db, actor);
  return {
    actor: {
      personId: actor.personId,
      name: actor.name,
      role: actor.role,
      permissions: [...permissionsOf(actor)],
    },
    workspaces: workspaces.map(({ id, name, origin }) => ({ id, name, origin })),
    workspace,
    today: today(clock, workspace.timeZone).toString(),
  };
}

/** Forgets links and sessions that ended long ago. */
export async function forgetOldSignIns(db: Db, clock: Clock): Promise<void> {
  const before = clock.now().subtract({ hours: 24 * SESSION_DAYS * 2 });
  await forgetSignIns(db, before);
  await forgetInvitations(db, before);
}

/**
 * Why Quarterdeck does not listen on an address, as a sentence, or null. Beyond this machine it needs an https address of
 * its own (`ownOrigin`), and somebody who can sign in there; and then it listens on every address, its own among them.
 */
export async function refuseListening(
  db: Db,
  host: string,
  ownOrigin: string | null,
): Promise<string | null> {
  if (isLoopback(host)) return null;
  if (host !== "0.0.0.0" && host !== "::")
    return `Quarterdeck does not listen on "${host}" alone, because its command line and the owner's link need this machine's own address too: set HOST to 0.0.0.0 or ::, or leave it out.`;
  const start = `Quarterdeck does not listen on "${host}", where everyone on the network could reach it`;
  if (ownOrigin === null)
    return `${start}, without an https address: set QUARTERDECK_ORIGIN to the one that people open, or leave HOST out.`;
  if (await anybodySignsIn(db)) return null;
  return (
    `${start}, before anybody can sign in: start it without HOST, invite somebody under Settings, People who sign in, ` +
    "and let them choose a password. Then start it with HOST again."
  );
}

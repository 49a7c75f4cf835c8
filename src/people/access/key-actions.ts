/** What the owner does about keys and open sessions: make a key, see who comes in, end what should not go on. */
import { type Clock, newId, today } from "#base/kernel";
import type { Actor, Db, KeyRights, Seat, Sight } from "#base/platform";
import { requireFound } from "../refusals.ts";
import { KEY_START, keyExpiry, shouldBeUsedAgain, shownOf, whyKeyEnded } from "./key.ts";
import { endKey, findKeyBySecret, type HeldKey, insertKey, listKeys, markKeyUsed } from "./key-store.ts";
import { ownSeat } from "./own-actions.ts";
import { whyNoWayIn } from "./seat.ts";
import { sessionExpiry, whyEnded } from "./session.ts";
import { endSessionOf, listSessions } from "./store.ts";
import { newToken, type SecretBytes, tokenHashOf } from "./token-actions.ts";

function shownKey(key: HeldKey, now: Temporal.Instant) {
  const { id, name, rights, prefix, madeBy } = key;
  return {
    ...{ id, name, rights, prefix, madeBy },
    madeAt: key.madeAt.toString(),
    expiresAt: key.expiresAt.toString(),
    usedAt: key.usedAt?.toString() ?? null,
    over: whyKeyEnded(key, now),
  };
}

/** The keys of the workspace, those that work first. */
export async function showKeys(db: Db, sight: Sight, clock: Clock) {
  const now = clock.now();
  const shown = (await listKeys(db, sight)).map((key) => shownKey(key, now));
  return { items: shown.toSorted((a, b) => Number(a.over !== null) - Number(b.over !== null)) };
}

/**
 * Makes a key that works for so many days (1 to 365), as long as the seat that makes it, with the rights that this seat
 * then has, narrowed. The secret is in the answer and nowhere else: it is kept as a hash only.
 */
export async function makeKey(
  db: Db,
  actor: Actor,
  clock: Clock,
  secretBytes: SecretBytes,
  session: string | null,
  wanted: { name: string; rights: KeyRights; days: number },
) {
  const now = clock.now();
  const secret = KEY_START + newToken(secretBytes);
  const { days, ...named } = wanted;
  const key = {
    ...named,
    id: newId(clock),
    prefix: shownOf(secret),
    madeBy: actor.name,
    madeAt: now,
    expiresAt: keyExpiry(now, days),
    seatId: actor.personId === null ? null : (await ownSeat(db, session)).id,
  };
  await insertKey(db, actor.workspaceId, { ...key, tokenHash: tokenHashOf(secret) });
  return { ...shownKey({ ...key, version: 1, endedAt: null, usedAt: null }, now), secret };
}

/** Ends a key at once: its next call is refused. Refuses one that is not there or works no more. */
export async function stopKey(db: Db, workspaceId: string, clock: Clock, id: string) {
  requireFound((await endKey(db, workspaceId, id, clock.now())) || undefined, "key that still works");
  return { ended: 1 };
}

/** Whose key this is, or null when there is none or it works no more. Asked on every request. */
export async function recogniseKey(db: Db, secret: string, clock: Clock): Promise<Seat | null> {
  const tokenHash = tokenHashOf(secret);
  const key = await findKeyBySecret(db, tokenHash);
  const now = clock.now();
  if (!key || whyKeyEnded(key, now)) return null;
  const { seat } = key;
  if (seat && whyNoWayIn(seat, today(clock, seat.timeZone))) return null;
  if (shouldBeUsedAgain(key.usedAt, now)) await markKeyUsed(db, tokenHash, now);
  return {
    personId: seat?.personId ?? null,
    name: key.name,
    role: seat?.accessRole ?? "owner",
    key: { id: key.id, rights: key.rights },
    workspaceId: key.workspaceId,
    session: null,
    source: "key",
  };
}

/** The sessions that are open in the workspace, the one used last first; `own` is the hash of the asker's. */
export async function showSessions(db: Db, sight: Sight, clock: Clock, own: string | null) {
  const open = (await listSessions(db, sight)).filter((session) => whyEnded(session, clock.now()) === null);
  return {
    items: open.map((session) => ({
      id: session.tokenHash,
      name: session.personName ?? "Owner",
      openedAt: session.openedAt.toString(),
      seenAt: session.seenAt.toString(),
      endsAt: sessionExpiry(session).toString(),
      own: session.tokenHash === own,
    })),
  };
}

/** Ends a session at once. Refuses one that is not there or not open. */
export async function stopSession(db: Db, workspaceId: string, clock: Clock, id: string) {
  const ended = await endSessionOf(db, workspaceId, id, clock.now());
  requireFound(ended || undefined, "open session");
  return { ended: 1 };
}

/** Ends every open session of the workspace but the asker's own (`own`: its hash). */
export async function stopOtherSessions(db: Db, sight: Sight, clock: Clock, own: string | null) {
  const now = clock.now();
  const others = (await listSessions(db, sight)).filter(
    (session) => session.tokenHash !== own && whyEnded(session, now) === null,
  );
  for (const { tokenHash } of others) await endSessionOf(db, sight.workspaceId, tokenHash, now);
  return { ended: others.length };
}

/** Walks a chain from its first event to its last, and says where it is broken and how. */
import type { Db } from "../db/index.ts";
import { findAuditHead, readAuditChain } from "./audit-store.ts";
import { type AuditEvent, auditHash, noHash } from "./event.ts";

/**
 * changed: an event does not say what it said; missing: events are not there; out of order: an event does not follow
 * the one before it, because one of them was put there later.
 */
export type Breakage = "changed" | "missing" | "out of order";

export interface Broken {
  /** The number of the first event that is broken, or of the first that is missing. */
  readonly eventNo: bigint;
  readonly how: Breakage;
  readonly words: string;
  /** Nothing is wrong but that a head which was kept elsewhere is not in this chain. */
  readonly aboutKept?: true;
}

export interface Verification {
  /** Events that were read and are as they were written. */
  readonly events: bigint;
  /** The hash of the last of them; null: none. */
  readonly head: string | null;
  /** The first thing that is wrong; null: nothing is. */
  readonly broken: Broken | null;
  /** The number of the event whose hash was kept elsewhere; null: none was given, or there is none with it. */
  readonly keptEventNo: bigint | null;
}

/** What an event must follow. */
interface Place {
  readonly eventNo: bigint;
  readonly hash: string;
}

const readAtOnce = 2_000;
/** Before every number, so that an event that was put in before the first is seen. */
const beforeAll = -(2n ** 63n);

/**
 * Verifies a chain. `kept` is a head that was written down elsewhere earlier (64 digits): it must still be in the chain,
 * which shows that neither the end was cut off nor everything written anew.
 */
export async function verifyAuditChain(
  db: Db,
  workspaceId: string,
  kept: string | null = null,
): Promise<Verification> {
  let last: Place = { eventNo: 0n, hash: noHash };
  let keptEventNo: bigint | null = null;
  const told = (broken: Broken | null): Verification => ({
    events: last.eventNo,
    head: last.eventNo === 0n ? null : last.hash,
    broken,
    keptEventNo,
  });
  for (;;) {
    // Where the chain ends is read first: what is written meanwhile is a reason to read on and not to cry out.
    const head = await findAuditHead(db, workspaceId);
    while (last.eventNo < (head?.eventNo ?? 0n)) {
      const events = await readAuditChain(db, workspaceId, {
        after: last.eventNo || beforeAll,
        limit: readAtOnce,
      });
      if (events.length === 0) break;
      for (const event of events) {
        const broken = whyBroken(event, last);
        if (broken) return told(broken);
        last = event;
        if (event.hash === kept) keptEventNo = event.eventNo;
        if (event.eventNo === head?.eventNo) break;
      }
    }
    const endIsBroken = whyEndIsBroken(last, head);
    if (endIsBroken) return told(endIsBroken);
    const [beyond] = await readAuditChain(db, workspaceId, {
      after: last.eventNo || beforeAll,
      limit: 1,
    });
    if (beyond === undefined) return told(whyKeptIsMissing(last, kept, keptEventNo));
    const now = await findAuditHead(db, workspaceId);
    if ((now?.eventNo ?? 0n) === last.eventNo) return told(beyondTheEnd(beyond));
  }
}

/** Why an event cannot stand after another, or null. */
export function whyBroken(event: AuditEvent, last: Place): Broken | null {
  const expected = last.eventNo + 1n;
  if (event.eventNo > expected) {
    const [from, to] = [expected, event.eventNo - 1n];
    const words = from === to ? `Event ${from} is missing.` : `Events ${from} to ${to} are missing.`;
    return { eventNo: expected, how: "missing", words };
  }
  const { eventNo } = event;
  if (auditHash(event) !== event.hash)
    return {
      eventNo,
      how: "changed",
      words: `Event ${eventNo} was changed: its hash is not that of what it says.`,
    };
  if (event.previousHash !== last.hash || eventNo < expected)
    return {
      eventNo,
      how: "out of order",
      words: `Event ${eventNo} does not follow the one before it: one of the two was put there later.`,
    };
  return null;
}

function whyEndIsBroken(last: Place, head: Place | undefined): Broken | null {
  if (head === undefined || (head.eventNo === last.eventNo && head.hash === last.hash)) return null;
  if (head.eventNo > last.eventNo) {
    const eventNo = last.eventNo + 1n;
    const words = `The end is missing: the last event is ${last.eventNo}, the chain went on to ${head.eventNo}.`;
    return { eventNo, how: "missing", words };
  }
  const words = `Event ${last.eventNo}, the last, is not the one that the chain's own note of its end tells of.`;
  return { eventNo: last.eventNo, how: "changed", words };
}

const beyondTheEnd = ({ eventNo }: AuditEvent): Broken => ({
  eventNo,
  how: "out of order",
  words: `Event ${eventNo} stands beyond the end that the chain notes of itself.`,
});

function whyKeptIsMissing(last: Place, kept: string | null, found: bigint | null): Broken | null {
  if (kept === null || found !== null) return null;
  const words =
    "No event has the hash that was kept elsewhere: the end was cut off after it was kept, or the chain was written anew.";
  return { eventNo: last.eventNo, how: "missing", words, aboutKept: true };
}

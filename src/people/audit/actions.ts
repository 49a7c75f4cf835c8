/** The verbs about the audit log: read it, take it along as a file, verify it. */
import {
  type AuditGroup,
  type AuditKind,
  type AuditOutcome,
  auditKindFacts,
  auditKinds,
  endOfDay,
  refuse,
  startOfDay,
} from "#base/kernel";
import {
  type AuditEvent,
  type Db,
  installationChain,
  readHash,
  type Sheet,
  type SheetValue,
  type Sight,
  shownHash,
  verifyAuditChain,
} from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";
import { requireFound } from "../refusals.ts";
import { workspaceOf } from "../workspace/actions.ts";
import { type AuditEventOut, type AuditVerificationOut, auditChains } from "./contract.ts";
import { sentenceOf } from "./sentence.ts";
import {
  type AuditFilter,
  type AuditPlace,
  changesBehind,
  countAuditEvents,
  lastNames,
  listAuditEvents,
} from "./store.ts";

export interface AuditAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: AuditKind | undefined;
  readonly group?: AuditGroup | undefined;
  readonly person?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  readonly text?: string | undefined;
}

async function filterOf(db: Db, { workspaceId }: Sight, asked: AuditAsked): Promise<AuditFilter> {
  const { timeZone } = await workspaceOf(db, workspaceId);
  const { from, to, kind, group, person, outcome, text } = asked;
  const ofGroup = (Object.keys(auditKinds) as AuditKind[]).filter(
    (one) => auditKindFacts(one).group === group && (kind === undefined || one === kind),
  );
  return {
    from: from === undefined ? null : startOfDay(Temporal.PlainDate.from(from), timeZone),
    until: to === undefined ? null : endOfDay(Temporal.PlainDate.from(to), timeZone),
    kinds: group === undefined ? (kind === undefined ? null : [kind]) : ofGroup,
    person: person ?? null,
    outcome: outcome ?? null,
    text: text?.trim() || null,
  };
}

/** A page of events, the latest first. */
export async function readAudit(
  db: Db,
  sight: Sight,
  { limit, cursor, ...asked }: AuditAsked & { readonly limit: number; readonly cursor?: string | undefined },
) {
  const filter = await filterOf(db, sight, asked);
  const before = cursor === undefined ? null : placeOf(cursor);
  const events = await listAuditEvents(db, sight, filter, { limit: limit + 1, before });
  const shown = events.slice(0, limit);
  const last = events.length > limit ? shown.at(-1) : undefined;
  return {
    items: await told(db, sight, shown),
    nextCursor: last
      ? cursorText([last.happenedAt.toString(), String(last.chain), String(last.eventNo)])
      : null,
  };
}

function placeOf(cursor: string): AuditPlace {
  const [at, chain, no] = cursorParts(cursor, 3);
  try {
    return { happenedAt: Temporal.Instant.from(at ?? ""), chain: Number(chain), eventNo: BigInt(no ?? "") };
  } catch {
    return refuse("invalid", "This page does not exist.", {
      fix: "Ask for the first page again, without a cursor, and follow nextCursor from there.",
      fields: [{ field: "cursor", message: "is not one that this list has given" }],
    });
  }
}

/** Events as they are shown: with the names that their subjects have or had last, and as sentences. */
async function told(
  db: Db,
  sight: Sight,
  events: readonly (AuditEvent & { readonly chain: number })[],
): Promise<AuditEventOut[]> {
  const ids = events.flatMap(({ subjectId }) => (subjectId && subjectId.length === 36 ? [subjectId] : []));
  const names = await lastNames(db, sight, [...new Set(ids)]);
  return events.map((event) => {
    const { subjectNoun: noun, subjectId: id, actor, kind } = event;
    const subject = noun === null ? null : { noun, id, name: names.get(id ?? "") ?? null };
    const detail = JSON.parse(event.detail) as Record<string, unknown>;
    const outcome = event.outcome as AuditOutcome;
    return {
      chain: auditChains[event.chain] ?? "workspace",
      no: event.eventNo.toString(),
      at: event.happenedAt.toString(),
      recordedAt: event.recordedAt.toString(),
      ...{ actor, kind, subject, detail, outcome },
      ...{ personId: event.personId, accessRole: event.accessRole, keyId: event.keyId },
      ...{ source: event.source, address: event.address, requestId: event.requestId },
      endpoint: event.endpoint,
      words: sentenceOf({ actor, kind, outcome, subject, detail }),
      ...{ hash: event.hash, previousHash: event.previousHash },
    };
  });
}

const sheetColumns = [
  ["Chain", 12],
  ["Number", 10],
  ["When (UTC)", 26],
  ["What happened", 60],
  ["Who", 24],
  ["Access role", 16],
  ["Through", 14],
  ["From", 16],
  ["Kind", 20],
  ["Outcome", 10],
  ["Endpoint", 30],
  ["Subject", 18],
  ["Subject id", 38],
  ["Detail", 30],
  ["Person id", 38],
  ["Key id", 38],
  ["Request", 38],
  ["Previous hash", 66],
  ["Hash", 66],
] as const;

const portion = 1_000;

/** The events that pass as a sheet, and how many they are. */
export async function exportAudit(
  db: Db,
  sight: Sight,
  asked: AuditAsked,
): Promise<{ sheet: Sheet; rows: number; filtered: boolean }> {
  const filter = await filterOf(db, sight, asked);
  const columns = sheetColumns.map(([name, width]) => ({ name, width }));
  return {
    rows: await countAuditEvents(db, sight, filter),
    filtered: Object.values(asked).some((value) => value !== undefined),
    sheet: { name: "Audit log", columns, lines: linesOf(db, sight, filter) },
  };
}

async function* linesOf(db: Db, sight: Sight, filter: AuditFilter) {
  for (let before: AuditPlace | null = null; ; ) {
    const events: (AuditEvent & AuditPlace)[] = await listAuditEvents(db, sight, filter, {
      limit: portion,
      before,
    });
    for (const event of await told(db, sight, events)) yield lineOf(event);
    before = events.at(-1) ?? null;
    if (events.length < portion) return;
  }
}

function lineOf(event: AuditEventOut): SheetValue[] {
  const { subject, detail } = event;
  const text = (value: string | null): SheetValue =>
    value === null || value === "" ? null : { text: value };
  return [
    ...[text(event.chain), { figure: event.no, as: "number" } as const, text(event.at), text(event.words)],
    ...[event.actor, event.accessRole, event.source, event.address, event.kind, event.outcome].map(text),
    ...[event.endpoint, subject?.name ?? subject?.noun ?? null, subject?.id ?? null].map(text),
    text(Object.keys(detail).length === 0 ? null : JSON.stringify(detail)),
    ...[event.personId, event.keyId, event.requestId, event.previousHash, event.hash].map(text),
  ];
}

/** Whether the chains are whole. Refuses a head that is none. */
export async function verifyAuditOf(
  db: Db,
  { workspaceId }: Sight,
  head: string | undefined,
): Promise<AuditVerificationOut> {
  const kept = head === undefined ? null : readHash(head);
  if (head !== undefined && kept === null)
    refuse("invalid", "This is no head of an audit log.", {
      fix: "Give the 64 digits of a head, with or without what stands between them.",
      fields: [{ field: "head", message: "has not 64 digits from 0 to f" }],
    });
  const found = [
    await verifyAuditChain(db, workspaceId, kept),
    await verifyAuditChain(db, installationChain, kept),
  ];
  // A head that was kept belongs to one chain; that the others have it not says nothing about them.
  const isFound = found.some(({ keptEventNo }) => keptEventNo !== null);
  const chains = found.map(({ events, head: last, broken, keptEventNo }, chain) => ({
    chain: auditChains[chain] ?? "workspace",
    events: Number(events),
    head: last === null ? null : shownHash(last),
    keptAt: keptEventNo?.toString() ?? null,
    broken:
      broken === null || broken.aboutKept
        ? null
        : { no: broken.eventNo.toString(), how: broken.how, words: broken.words },
  }));
  return { whole: chains.every(({ broken }) => broken === null) && (kept === null || isFound), chains };
}

/** What an event changed of its record, field by field. Refuses an event that is not there. */
export async function changesOfEvent(db: Db, sight: Sight, chain: (typeof auditChains)[number], no: string) {
  const place = { chain: auditChains.indexOf(chain), eventNo: BigInt(no) };
  const changes = requireFound((await changesBehind(db, sight, place)) ?? undefined, "event");
  const text = (value: unknown) =>
    value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return {
    items: changes.map(({ field, before, after }) => ({ field, before: text(before), after: text(after) })),
  };
}

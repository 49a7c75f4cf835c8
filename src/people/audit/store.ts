/** What is read of the audit log, each with a sight of the workspace whose log it is. */
import { sql } from "kysely";
import type { AuditKind, AuditOutcome } from "#base/kernel";
import { type AuditEvent, auditColumns, type Db, installationChain, type Sight } from "#base/platform";

export interface AuditFilter {
  /** The moment from which, and the one before which. */
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  /** null: all kinds. */
  readonly kinds: readonly AuditKind[] | null;
  readonly person: string | null;
  readonly outcome: AuditOutcome | null;
  readonly text: string | null;
}

/** A place in the log: the event before which a page goes on. */
export interface AuditPlace {
  readonly happenedAt: Temporal.Instant;
  readonly chain: number;
  readonly eventNo: bigint;
}

/** The chains that somebody with a sight reads: their workspace's, and the installation's. */
const chainsOf = ({ workspaceId }: Sight): readonly string[] => [workspaceId, installationChain];

/** Events of a chain that pass a filter. */
function passing(db: Db, chain: string, filter: AuditFilter) {
  const { from, until, kinds, person, outcome, text } = filter;
  let events = db.selectFrom("base.audit_event").where("workspace_id", "=", chain);
  if (from) events = events.where("happened_at", ">=", from);
  if (until) events = events.where("happened_at", "<", until);
  if (kinds) events = events.where("kind", "in", kinds.length > 0 ? kinds : [""]);
  if (person) events = events.where("person_id", "=", person);
  if (outcome) events = events.where("outcome", "=", outcome);
  if (text) {
    const said = sql`concat_ws(' ', actor, address, endpoint, kind, subject_id, request_id, key_id)`;
    events = events.where(sql<boolean>`position(lower(${text}) in lower(${said})) > 0`);
  }
  return events;
}

/** Events of workspace and installation, the latest first, at most `limit`, from a place on. */
export async function listAuditEvents(
  db: Db,
  sight: Sight,
  filter: AuditFilter,
  page: { readonly limit: number; readonly before: AuditPlace | null },
): Promise<(AuditEvent & AuditPlace)[]> {
  const { limit, before } = page;
  const all: (AuditEvent & AuditPlace)[] = [];
  for (const [chain, id] of chainsOf(sight).entries()) {
    let events = passing(db, id, filter);
    if (before) {
      const { happenedAt, eventNo } = before;
      const from = chain > before.chain ? null : chain === before.chain ? eventNo : 0n;
      events = events.where((is) =>
        is.or([
          is("happened_at", "<", happenedAt),
          is.and([is("happened_at", "=", happenedAt), ...(from === null ? [] : [is("event_no", "<", from)])]),
        ]),
      );
    }
    const found = await events
      .orderBy("happened_at", "desc")
      .orderBy("event_no", "desc")
      .limit(limit)
      .select(auditColumns)
      .execute();
    all.push(...found.map((event) => ({ ...event, chain })));
  }
  return all.sort(latestFirst).slice(0, limit);
}

const latestFirst = (a: AuditPlace, b: AuditPlace): number =>
  Temporal.Instant.compare(b.happenedAt, a.happenedAt) || a.chain - b.chain || Number(b.eventNo - a.eventNo);

/** How many events of workspace and installation pass a filter. */
export async function countAuditEvents(db: Db, sight: Sight, filter: AuditFilter): Promise<number> {
  let count = 0;
  for (const id of chainsOf(sight)) {
    const { n } = await passing(db, id, filter)
      .select(sql<number>`count(*)::int`.as("n"))
      .executeTakeFirstOrThrow();
    count += n;
  }
  return count;
}

/** The names that records have or had last, by their ids, as history tells them. */
export async function lastNames(db: Db, sight: Sight, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (record_id) record_id as id, name from base.change,
      lateral (select coalesce(fields #>> '{name,1}', fields #>> '{label,1}', fields #>> '{currency,1}') as name) as told
    where workspace_id = ${sight.workspaceId} and record_id = any(${ids}::uuid[]) and name is not null
    order by record_id, change_no desc`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What an event changed of the record that it is about: what history has of the same transaction. */
export async function changesBehind(
  db: Db,
  sight: Sight,
  event: { readonly chain: number; readonly eventNo: bigint },
): Promise<ChangedField[] | null> {
  const chain = chainsOf(sight)[event.chain] ?? "";
  const found = await db
    .selectFrom("base.audit_event")
    .where("workspace_id", "=", chain)
    .where("event_no", "=", event.eventNo)
    .select(["subject_id as subjectId", "recorded_at as recordedAt"])
    .executeTakeFirst();
  if (found === undefined) return null;
  if (chain === installationChain || !isId(found.subjectId)) return [];
  const { rows } = await sql<ChangedField>`
    select key as field, value -> 0 as before, value -> 1 as after
    from base.change, jsonb_each(fields)
    where workspace_id = ${chain} and record_id = ${found.subjectId}::uuid and recorded_at = ${found.recordedAt}
    order by change_no, key`.execute(db);
  return rows;
}

const isId = (text: string | null): text is string =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The statements by which the audit log is written and read through. */
import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import type { AuditEvent, NewAuditEvent } from "./event.ts";

/**
 * Writes an event, signed with the author of the transaction that it is in (see writeAs). From here until the
 * transaction ends, others who write to the same chain wait: it belongs at the end of one.
 */
export async function writeAuditEvent(trx: Db, event: NewAuditEvent): Promise<void> {
  await trx
    .insertInto("base.audit_event")
    .values({
      workspace_id: event.workspaceId,
      kind: event.kind,
      outcome: event.outcome,
      access_role: event.accessRole,
      key_id: event.keyId ?? null,
      address: event.address,
      request_id: event.requestId,
      endpoint: event.endpoint,
      subject_noun: event.subject?.noun ?? null,
      subject_id: event.subject?.id ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

/** Whether this record has an audit log; one of an older program has not until it is brought up to date. */
export async function hasAuditLog(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('base.audit_event') is not null as there`.execute(db);
  return rows[0]?.there === true;
}

/** Where a chain ends, by its own account; undefined for one that has not begun. */
export async function findAuditHead(
  db: Db,
  workspaceId: string,
): Promise<{ eventNo: bigint; hash: string } | undefined> {
  return db
    .selectFrom("base.audit_head")
    .where("workspace_id", "=", workspaceId)
    .select(["event_no as eventNo", "hash"])
    .executeTakeFirst();
}

/** Every chain that has begun, or of which an event is left. */
export async function listAuditChains(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from base.audit_head
    union select distinct workspace_id from base.audit_event order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Events of a chain from a place on, in the order of their numbers, without any condition on what they say. */
export async function readAuditChain(
  db: Db,
  workspaceId: string,
  from: { readonly after: bigint; readonly limit: number },
): Promise<AuditEvent[]> {
  return db
    .selectFrom("base.audit_event")
    .where("workspace_id", "=", workspaceId)
    .where("event_no", ">", from.after)
    .orderBy("event_no")
    .limit(from.limit)
    .select(auditColumns)
    .execute();
}

/** The columns of an event under the names that the program has for them. */
export const auditColumns = [
  "workspace_id as workspaceId",
  "event_no as eventNo",
  "format",
  "happened_at as happenedAt",
  "recorded_at as recordedAt",
  "actor",
  "person_id as personId",
  "access_role as accessRole",
  "key_id as keyId",
  "source",
  "address",
  "request_id as requestId",
  "kind",
  "endpoint",
  "subject_noun as subjectNoun",
  "subject_id as subjectId",
  "outcome",
  sql<string>`detail::text`.as("detail"),
  "previous_hash as previousHash",
  "hash",
] as const;

/** Whether history knows a record with this id in any workspace. */
export async function isKnownToHistory(db: Db, recordId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from base.workspace w where exists (
    select 1 from base.change c where c.workspace_id = w.workspace_id and c.record_id = ${recordId}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

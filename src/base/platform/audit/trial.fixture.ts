/** Chains for this folder's tests: written as the program writes them, and tampered with as an owner of the database could. */
import { type RawBuilder, sql } from "kysely";
import { fixedClock } from "../../kernel/index.ts";
import { type Database, type Db, writeAs } from "../db/index.ts";
import { readAuditChain, writeAuditEvent } from "./audit-store.ts";
import { auditHash, type NewAuditEvent } from "./event.ts";

export const clock = fixedClock("2026-03-02T08:15:30.123456Z");
export const chain = "01890000-0000-7000-8000-00000000000a";
const person = "01890000-0000-7000-8000-00000000000b";

export const entry = (over: Partial<NewAuditEvent> = {}): NewAuditEvent => ({
  ...{ workspaceId: chain, kind: "key made", outcome: "done", accessRole: "owner", address: "127.0.0.1" },
  ...{ keyId: "01890000-0000-7000-8000-00000000000c", requestId: "01890000-0000-4000-8000-00000000000d" },
  ...{ endpoint: "POST /api/keys", subject: { noun: "people.api_key", id: person } },
  detail: { times: 2, fields: ["name"] },
  ...over,
});

/** Writes events one after the other, each in a transaction of its own. */
export async function writeEvents(db: Db, count: number, over: Partial<NewAuditEvent> = {}): Promise<void> {
  const author = { workspaceId: chain, authorId: person, author: "Dana Reyes", source: "app" };
  for (let n = 0; n < count; n += 1)
    await writeAs(db, author, clock, (trx) => writeAuditEvent(trx, entry(over)));
}

/** Does something to the log past its triggers, as the owner of the database can. */
export async function pastTheTriggers(db: Db, work: (trx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of ["base.audit_event", "base.audit_head"])
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
    await work(trx);
    for (const table of ["base.audit_event", "base.audit_head"])
      await sql`alter table ${sql.table(table)} enable always trigger refuse_rewrite`.execute(trx);
    for (const [table, name] of [
      ["base.audit_event", "chain"],
      ["base.audit_event", "refuse_truncate"],
      ["base.audit_head", "refuse_forgery"],
      ["base.audit_head", "refuse_truncate"],
    ] as const)
      await sql`alter table ${sql.table(table)} enable always trigger ${sql.ref(name)}`.execute(trx);
  });
}

/** Changes one event and nothing else. */
export const setOn = (eventNo: number, column: string, value: RawBuilder<unknown>) => (trx: Db) =>
  sql`update base.audit_event set ${sql.ref(column)} = ${value} where workspace_id = ${chain} and event_no = ${eventNo}`
    .execute(trx)
    .then(() => undefined);

/** Gives events from a number on hashes that fit what they say now, as somebody would who knows how. */
export async function rehash(trx: Db, from: number, to = Number.POSITIVE_INFINITY): Promise<void> {
  const events = await readAuditChain(trx, chain, { after: 0n, limit: 10_000 });
  let previousHash = events.find(({ eventNo }) => Number(eventNo) === from - 1)?.hash ?? "0".repeat(64);
  for (const event of events.filter(({ eventNo }) => Number(eventNo) >= from && Number(eventNo) <= to)) {
    const hash = auditHash({ ...event, previousHash });
    await sql`update base.audit_event set previous_hash = ${previousHash}, hash = ${hash}
      where workspace_id = ${chain} and event_no = ${event.eventNo}`.execute(trx);
    previousHash = hash;
  }
}

/** Lets the chain's own note of its end say what its last event says. */
export async function refitHead(trx: Db): Promise<void> {
  await sql`update base.audit_head h set (event_no, hash) = (select event_no, hash from base.audit_event e
    where e.workspace_id = h.workspace_id order by event_no desc limit 1) where workspace_id = ${chain}`.execute(
    trx,
  );
}

export type { Database };

import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";
import type { Custom } from "../fields/field.ts";
import { jsonb } from "../record-store.ts";
import type { Activity, ActivityKind, ActivitySaid } from "./activity.ts";

function activities(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.activity as t")
    .leftJoin("crm.opportunity as o", (join) =>
      join.onRef("o.workspace_id", "=", "t.workspace_id").onRef("o.id", "=", "t.opportunity_id"),
    )
    .leftJoin("crm.account as a", (join) =>
      join.onRef("a.workspace_id", "=", "t.workspace_id").onRef("a.id", "=", "t.account_id"),
    )
    .leftJoin("crm.contact as c", (join) =>
      join.onRef("c.workspace_id", "=", "t.workspace_id").onRef("c.id", "=", "t.contact_id"),
    )
    .leftJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "t.workspace_id").onRef("p.id", "=", "t.person_id"),
    )
    .select([
      "t.id",
      "t.version",
      "t.kind",
      "t.subject",
      "t.body",
      "t.due_at as dueAt",
      "t.done_at as doneAt",
    ])
    .select(["t.opportunity_id as opportunityId", "o.name as opportunityName"])
    .select(["t.account_id as accountId", "a.name as accountName"])
    .select(["t.contact_id as contactId", "c.name as contactName"])
    .select(["t.person_id as personId", "p.name as personName", "t.removed_at as removedAt", "t.custom"])
    .where("t.workspace_id", "=", workspaceId);
}

const activityFrom = <T extends { kind: string; custom: unknown }>(row: T) => ({
  ...row,
  kind: row.kind as ActivityKind,
  custom: row.custom as Custom,
});

export interface ActivitiesAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly opportunityId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly personId?: string | undefined;
  readonly state?: "open" | "done" | undefined;
}

/** What is to be done comes first, the earliest on top; what was done follows, the latest on top. */
const rank = sql<string>`coalesce(-extract(epoch from t.done_at), extract(epoch from t.due_at) - 1e12, -1e11)`;

/** A page of activities, without removed ones. */
export async function listActivities(db: Db, sight: Sight, asked: ActivitiesAsked) {
  let query = activities(db, sight.workspaceId).where("t.removed_at", "is", null);
  if (asked.opportunityId) query = query.where("t.opportunity_id", "=", asked.opportunityId);
  if (asked.accountId) query = query.where("t.account_id", "=", asked.accountId);
  if (asked.contactId) query = query.where("t.contact_id", "=", asked.contactId);
  if (asked.personId) query = query.where("t.person_id", "=", asked.personId);
  if (asked.state) query = query.where("t.done_at", asked.state === "done" ? "is not" : "is", null);
  if (asked.cursor) {
    const [place, id] = cursorParts(asked.cursor, 2);
    query = query.where(sql<boolean>`(${rank}, t.id) > (${place}::numeric, ${id}::uuid)`);
  }
  const rows = await query
    .select(sql<string>`${rank}::text`.as("place"))
    .orderBy(rank)
    .orderBy("t.id")
    .limit(asked.limit + 1)
    .execute();
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  const items: Activity[] = rows.slice(0, asked.limit).map(({ place: _, ...row }) => activityFrom(row));
  return { items, nextCursor: last ? cursorText([last.place, last.id]) : null };
}

/** One activity, removed ones too, or undefined. */
export async function findActivity(db: Db, workspaceId: string, id: string): Promise<Activity | undefined> {
  const row = await activities(db, workspaceId).where("t.id", "=", id).executeTakeFirst();
  return row && activityFrom(row);
}

/** One activity that was not removed, held until the transaction ends. */
export async function holdActivity(db: Db, workspaceId: string, id: string): Promise<Activity | undefined> {
  const row = await activities(db, workspaceId)
    .where("t.id", "=", id)
    .where("t.removed_at", "is", null)
    .forNoKeyUpdate("t")
    .executeTakeFirst();
  return row && activityFrom(row);
}

export async function insertActivity(
  db: Db,
  workspaceId: string,
  id: string,
  said: ActivitySaid,
  custom: Custom,
): Promise<void> {
  await db
    .insertInto("crm.activity")
    .values({
      workspace_id: workspaceId,
      id,
      kind: said.kind,
      subject: said.subject,
      body: said.body,
      opportunity_id: said.opportunityId,
      account_id: said.accountId,
      contact_id: said.contactId,
      person_id: said.personId,
      due_at: said.dueAt,
      done_at: said.doneAt,
      custom: jsonb(custom),
    })
    .execute();
}

/** Marks an activity as done at the moment of the transaction. */
export async function markActivityDone(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .updateTable("crm.activity")
    .set({ done_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Custom } from "../fields/field.ts";
import { among, inOrderOf, jsonb } from "../record-store.ts";
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

/** The activities with these ids, in their order, removed ones too; ids that are none's are left out. */
export async function activitiesByIds(db: Db, sight: Sight, ids: readonly string[]): Promise<Activity[]> {
  if (ids.length === 0) return [];
  const rows = await activities(db, sight.workspaceId).where(among("t.id", ids)).execute();
  return inOrderOf(ids, rows.map(activityFrom));
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

const columnsOf = (said: ActivitySaid, custom: Custom) => ({
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
});

export async function insertActivity(
  db: Db,
  workspaceId: string,
  id: string,
  said: ActivitySaid,
  custom: Custom,
): Promise<void> {
  await db
    .insertInto("crm.activity")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said, custom) })
    .execute();
}

/** Writes what is said now; the database adds the version and the history. */
export async function storeActivity(
  db: Db,
  workspaceId: string,
  id: string,
  said: ActivitySaid,
  custom: Custom,
): Promise<void> {
  await db
    .updateTable("crm.activity")
    .set(columnsOf(said, custom))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
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

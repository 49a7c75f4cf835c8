import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { ListNoun } from "../lists/list-noun.ts";
import { markRemoved } from "../record-store.ts";
import type { SavedView, ViewSaid } from "./view.ts";

function views(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.saved_view as v")
    .leftJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "v.workspace_id").onRef("p.id", "=", "v.person_id"),
    )
    .select([
      "v.id",
      "v.version",
      "v.noun",
      "v.name",
      "v.filter",
      "v.sort",
      "v.grouping as group",
      "v.columns",
    ])
    .select(["v.person_id as personId", "p.name as personName"])
    .select(["v.shared_at as sharedAt", "v.removed_at as removedAt"])
    .where("v.workspace_id", "=", workspaceId);
}

const viewFrom = <T extends { noun: string }>(row: T) => ({ ...row, noun: row.noun as ListNoun });

/** The views of a noun that were not removed, by name; everybody's, from which a caller shows what its asker sees. */
export async function findViews(db: Db, workspaceId: string, noun: ListNoun): Promise<SavedView[]> {
  const rows = await views(db, workspaceId)
    .where("v.noun", "=", noun)
    .where("v.removed_at", "is", null)
    .orderBy(sql`v.name collate base.natural`)
    .orderBy("v.id")
    .execute();
  return rows.map(viewFrom);
}

/** One view, removed ones too, or undefined. */
export async function findView(db: Db, workspaceId: string, id: string): Promise<SavedView | undefined> {
  const row = await views(db, workspaceId).where("v.id", "=", id).executeTakeFirst();
  return row && viewFrom(row);
}

/** One view, removed ones too, held until the transaction ends. */
export async function holdView(db: Db, workspaceId: string, id: string): Promise<SavedView | undefined> {
  const row = await views(db, workspaceId).where("v.id", "=", id).forNoKeyUpdate("v").executeTakeFirst();
  return row && viewFrom(row);
}

const columnsOf = (said: ViewSaid) => ({
  name: said.name,
  filter: said.filter,
  sort: said.sort,
  grouping: said.group,
  columns: said.columns,
});

export async function insertView(
  db: Db,
  workspaceId: string,
  view: ViewSaid & Pick<SavedView, "id" | "noun" | "personId">,
  shared: boolean,
): Promise<void> {
  await db
    .insertInto("crm.saved_view")
    .values({
      workspace_id: workspaceId,
      id: view.id,
      noun: view.noun,
      person_id: view.personId,
      shared_at: shared ? sql`base.moment()` : null,
      ...columnsOf(view),
    })
    .execute();
}

/** Writes what is said now; shared from now on, as it was, or no longer. */
export async function storeView(
  db: Db,
  workspaceId: string,
  id: string,
  said: ViewSaid,
  shared: "now" | "as-it-was" | "no-longer",
): Promise<void> {
  const sharedAt = { now: sql<Temporal.Instant>`base.moment()`, "as-it-was": undefined, "no-longer": null }[
    shared
  ];
  await db
    .updateTable("crm.saved_view")
    .set({ ...columnsOf(said), ...(sharedAt === undefined ? {} : { shared_at: sharedAt }) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export const markViewRemoved = (db: Db, workspaceId: string, id: string): Promise<number> =>
  markRemoved(db, "crm.saved_view", workspaceId, id);

/** Marks a view as there again. */
export async function markViewTakenBack(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .updateTable("crm.saved_view")
    .set({ removed_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

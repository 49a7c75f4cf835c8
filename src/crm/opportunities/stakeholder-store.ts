/** Who takes part in opportunities on the customer's side. */
import type { Db } from "#base/platform";
import type { Stakeholder, StakeholderSaid } from "./stakeholder.ts";

/** An opportunity's stakeholders, the primary one first, then by name; without contacts that were removed. */
export async function stakeholdersOf(
  db: Db,
  workspaceId: string,
  opportunityId: string,
): Promise<Stakeholder[]> {
  return db
    .selectFrom("crm.opportunity_contact as s")
    .innerJoin("crm.contact as c", (join) =>
      join.onRef("c.workspace_id", "=", "s.workspace_id").onRef("c.id", "=", "s.contact_id"),
    )
    .select(["s.id", "s.contact_id as contactId", "c.name as contactName", "c.title as contactTitle"])
    .select(["s.role", "s.is_primary as primary"])
    .where("s.workspace_id", "=", workspaceId)
    .where("s.opportunity_id", "=", opportunityId)
    .where("c.removed_at", "is", null)
    .orderBy("s.is_primary", "desc")
    .orderBy("c.name")
    .orderBy("s.role")
    .orderBy("s.id")
    .execute();
}

/** Makes the stakeholders of an opportunity these: known ids are changed, new ones added, the others go. */
export async function storeStakeholders(
  db: Db,
  workspaceId: string,
  opportunityId: string,
  held: readonly Stakeholder[],
  stakeholders: readonly (StakeholderSaid & { readonly id: string })[],
): Promise<void> {
  const staying = new Set(stakeholders.map((one) => one.id));
  const gone = held.filter((one) => !staying.has(one.id)).map((one) => one.id);
  if (gone.length > 0) {
    await db
      .deleteFrom("crm.opportunity_contact")
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", gone)
      .execute();
  }
  const known = new Map(held.map((one) => [one.id, one]));
  for (const { id, contactId, role, primary } of stakeholders) {
    const there = known.get(id);
    if (there?.role === role && there.primary === primary) continue;
    const said = { contact_id: contactId, role, is_primary: primary };
    await db
      .insertInto("crm.opportunity_contact")
      .values({ workspace_id: workspaceId, id, opportunity_id: opportunityId, ...said })
      .onConflict((taken) => taken.columns(["workspace_id", "id"]).doUpdateSet(said))
      .execute();
  }
}

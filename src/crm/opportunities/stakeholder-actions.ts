/** What the desk says of who takes part in an opportunity on the customer's side. */
import { newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { refuseBecause, requireKnown } from "#people";
import { contactNames } from "../contacts/store.ts";
import { type OpportunityWithLines, opportunityOf } from "./actions.ts";
import type { Held } from "./stage-actions.ts";
import { aContactHasEachPartOnce, oneStakeholderIsPrimary, type StakeholderSaid } from "./stakeholder.ts";
import { stakeholdersOf, storeStakeholders } from "./stakeholder-store.ts";
import { holdOpportunity, storeOpportunity } from "./store.ts";

/**
 * States all stakeholders of an opportunity; a contact in a part that was there stays who it was. Refuses a contact
 * twice in the same part, two primary ones, and contacts that are not there.
 */
export async function replaceStakeholders(
  db: Db,
  at: Held,
  stakeholders: readonly StakeholderSaid[],
): Promise<OpportunityWithLines> {
  const { workspaceId, id, clock } = at;
  const held = refuseStale(await holdOpportunity(db, workspaceId, id), at.expectedVersion);
  refuseBecause(aContactHasEachPartOnce(stakeholders), "stakeholders");
  refuseBecause(oneStakeholderIsPrimary(stakeholders), "stakeholders");
  const ids = stakeholders.map((one) => one.contactId);
  const known = await contactNames(db, workspaceId, ids);
  for (const [row, one] of stakeholders.entries()) {
    requireKnown(known.has(one.contactId), "contact", `stakeholders[${row}].contactId`);
  }
  const before = await stakeholdersOf(db, workspaceId, id);
  const same = (one: StakeholderSaid) =>
    before.find((there) => there.contactId === one.contactId && there.role === one.role);
  const stated = stakeholders.map((one) => ({ ...one, id: same(one)?.id ?? newId(clock) }));
  await storeStakeholders(db, workspaceId, id, before, stated);
  await storeOpportunity(db, workspaceId, id, held, held.custom);
  return opportunityOf(db, workspaceId, id);
}

/** Lists of opportunities, a page at a time. */
import { figuresAt, type Listing } from "#base/platform";
import { equalTo, type ListCall, momentText, type PageAsked, pageOfList } from "../lists/actions.ts";
import type { OpportunityListed } from "./contract.ts";
import { shownOpportunity } from "./show-actions.ts";
import { opportunitiesByIds } from "./store.ts";

export interface OpportunitiesAsked extends PageAsked {
  readonly status?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly stageId?: string | undefined;
  readonly pipelineId?: string | undefined;
  readonly accountId?: string | undefined;
}

/** A page of opportunities, by name unless an order is given. */
export function listOpportunities(call: ListCall, asked: OpportunitiesAsked) {
  const { status, ownerId, stageId, pipelineId, accountId } = asked;
  const also = equalTo({ status, owner: ownerId, stage: stageId, pipeline: pipelineId, account: accountId });
  return pageOfList(call, "opportunity", { ...asked, also }, (ids, listing) =>
    listedOpportunities(call, ids, listing),
  );
}

/** Opportunities as their list has them, in the order of their ids. */
export async function listedOpportunities(
  { db, sight }: ListCall,
  ids: readonly string[],
  listing: Listing,
): Promise<OpportunityListed[]> {
  const found = await opportunitiesByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, ["products", "lastActivityAt", "team", "region"]);
  return found.map((one) => ({
    ...shownOpportunity(one),
    currency: one.currency,
    products: figures.get(one.id)?.products ?? null,
    lastActivityAt: momentText(figures.get(one.id)?.lastActivityAt ?? null),
    team: figures.get(one.id)?.team ?? null,
    region: figures.get(one.id)?.region ?? null,
  }));
}

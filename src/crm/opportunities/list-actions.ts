/** Lists of opportunities, a page at a time. */
import { type ListAsked, type PlacesAsked, pageOfIds } from "#base/platform";
import { equalTo, type ListCall, listingOf } from "../lists/actions.ts";
import { shownOpportunity } from "./show-actions.ts";
import { opportunitiesByIds } from "./store.ts";

export interface OpportunitiesAsked extends ListAsked, PlacesAsked {
  readonly status?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly stageId?: string | undefined;
  readonly pipelineId?: string | undefined;
  readonly accountId?: string | undefined;
}

/** A page of opportunities, by name unless an order is given. */
export async function listOpportunities(call: ListCall, asked: OpportunitiesAsked) {
  const { status, ownerId, stageId, pipelineId, accountId } = asked;
  const also = equalTo({ status, owner: ownerId, stage: stageId, pipeline: pipelineId, account: accountId });
  const listing = await listingOf(call, "opportunity", { ...asked, sort: asked.sort ?? "name", also });
  const { ids, nextCursor } = await pageOfIds(call.db, listing, asked);
  const found = await opportunitiesByIds(call.db, call.sight, ids);
  return { items: found.map(shownOpportunity), nextCursor };
}

/** Activities as their list has them: with what other records say of them. */
import { figuresAt, type Listing } from "#base/platform";
import { type ListCall, momentText } from "../lists/actions.ts";
import type { ActivityListed } from "./contract.ts";
import { shownActivity } from "./show-actions.ts";
import { activitiesByIds } from "./store.ts";

/** Activities as their list has them, in the order of their ids. */
export async function listedActivities(
  { db, sight }: ListCall,
  ids: string[],
  listing: Listing,
): Promise<ActivityListed[]> {
  const activities = await activitiesByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, ["trueSince", "team", "region"]);
  return activities.map((activity) => ({
    ...shownActivity(activity),
    done: activity.doneAt !== null,
    team: figures.get(activity.id)?.team ?? null,
    region: figures.get(activity.id)?.region ?? null,
    trueSince: momentText(figures.get(activity.id)?.trueSince ?? null) ?? "",
  }));
}

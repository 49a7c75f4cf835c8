/** What happened to a record and what was done about it, page after page, as events with the latest first. */
import { useEffect, useMemo } from "react";
import { useAskPages, useShownDay, useWorkspace } from "#base/ui";
import { getActivities } from "../../activities/contract.ts";
import type { HistoryNoun } from "../change.ts";
import { getHistory, type IntervalOut } from "../contract.ts";
import { dayOf } from "./day-of.ts";
import { activityEvents, eventsOf, type HistoryEvent, latestFirst } from "./history-events.ts";
import { fieldsThen, type Then } from "./then.ts";

/** What activities of the record are asked by; left out where they have none. */
export type About = { opportunityId: string } | { accountId: string } | { contactId: string };

/** The changes of a record, and the states of an opportunity, as they are asked everywhere: one question, one answer. */
export function useChanges(noun: HistoryNoun, id: string) {
  return useAskPages(
    getHistory,
    (cursor: string | undefined) => ({
      params: { noun, id },
      query: { limit: 100, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
}

/** The states of an opportunity over time; undefined until they are known. */
export function useStates(id: string): readonly IntervalOut[] | undefined {
  return useChanges("opportunity", id).data?.pages[0]?.intervals ?? undefined;
}

/** The fields of a record as of the shown day; null today, and until its changes since that day are known. */
export function useThen(noun: HistoryNoun, id: string): Then | null {
  const { day, past } = useShownDay();
  const { timeZone } = useWorkspace();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useChanges(noun, id);
  const items = useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data]);
  const oldest = items.at(-1);
  const reaches =
    data !== undefined &&
    (!hasNextPage || (oldest !== undefined && dayOf(oldest.trueSince, timeZone) <= day.toString()));
  useEffect(() => {
    if (past && !reaches && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [past, reaches, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return useMemo(
    () => (past && reaches ? fieldsThen(items, noun, day.toString(), timeZone) : null),
    [past, reaches, items, noun, day, timeZone],
  );
}

export function useHistory(of: {
  noun: HistoryNoun;
  id: string;
  about?: About;
  more?: readonly HistoryEvent[];
}) {
  const { noun, id, about, more } = of;
  const found = useChanges(noun, id);
  const done = useAskPages(
    getActivities,
    (cursor: string | undefined) => ({
      query: {
        ...about,
        filter: "done.is(true)",
        sort: "-doneAt",
        limit: 100,
        ...(cursor ? { cursor } : {}),
      },
    }),
    (page) => page.nextCursor,
    { enabled: about !== undefined },
  );
  const [pages, activities] = [found.data?.pages, done.data?.pages];
  const events = useMemo(() => {
    const changes = eventsOf(
      (pages ?? []).flatMap((page) => page.items),
      pages?.[0]?.intervals ?? [],
      noun,
    );
    const acts = activityEvents(
      (activities ?? []).flatMap((page) => page.items),
      noun,
    );
    return latestFirst([...changes, ...(more ?? []), ...acts]);
  }, [pages, activities, noun, more]);
  return { found, done, events };
}

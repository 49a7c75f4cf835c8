/** Everything that happened to a record: its states as a strip, each change with who, when and from where, and what was done. */

import { Select } from "@mantine/core";
import { useMemo } from "react";
import { Answer, Empty, More, one, Section, useAddress, useAskPages } from "#base/ui";
import { getActivities } from "../../activities/contract.ts";
import type { HistoryNoun } from "../change.ts";
import { getHistory } from "../contract.ts";
import { HistoryTimeline } from "./HistoryTimeline.tsx";
import { activityEvents, eventsOf, eventsOfField, fieldsIn, latestFirst } from "./history-events.ts";
import { IntervalStrip } from "./IntervalStrip.tsx";

/** What activities of the record are asked by; left out where they have none. */
type About = { opportunityId: string } | { accountId: string } | { contactId: string };

export function RecordHistory(props: { noun: HistoryNoun; id: string; about?: About }) {
  const [search, change] = useAddress();
  const field = one(search, "field", undefined);
  const { found, done, events } = useEvents(props);
  const fields = useMemo(() => fieldsIn(events), [events]);
  const shown = field === undefined ? events : eventsOfField(events, field);
  return (
    <Section
      flush
      title={field === undefined ? "History" : `History of ${field.toLowerCase()}`}
      side={
        <Select
          size="xs"
          w={170}
          searchable
          clearable
          openOnFocus={false}
          aria-label="Which field's history"
          placeholder="Every field"
          data={field !== undefined && !fields.includes(field) ? [field, ...fields] : fields}
          value={field ?? null}
          onChange={(chosen) => change({ field: chosen ?? undefined }, { replace: true })}
        />
      }
    >
      <Answer of={found}>
        {(data) => {
          const intervals = data.pages[0]?.intervals ?? [];
          if (events.length === 0) return <Empty title="Nothing is known of its past" />;
          return (
            <>
              {intervals.length > 0 ? <IntervalStrip intervals={intervals} /> : null}
              {shown.length === 0 ? (
                <p className="qd-quiet">It has not changed in what is shown here.</p>
              ) : (
                <HistoryTimeline events={shown} />
              )}
              <More of={found.hasNextPage ? found : done} label="Show older" />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** The changes of a record and what was done about it, the latest first. */
function useEvents({ noun, id, about }: { noun: HistoryNoun; id: string; about?: About }) {
  const found = useAskPages(
    getHistory,
    (cursor: string | undefined) => ({
      params: { noun, id },
      query: { limit: 100, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
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
    return latestFirst([...changes, ...activityEvents((activities ?? []).flatMap((page) => page.items))]);
  }, [pages, activities, noun]);
  return { found, done, events };
}

/** Everything that happened to an opportunity: its states as a strip, and each event with who, when and from where. */

import { Answer, Empty, More, Section, useAskPages } from "#base/ui";
import { getHistory } from "../contract.ts";
import { HistoryTimeline } from "./HistoryTimeline.tsx";
import { eventsOf } from "./history-events.ts";
import { IntervalStrip } from "./IntervalStrip.tsx";

export function RecordHistory({ opportunityId }: { opportunityId: string }) {
  const found = useAskPages(
    getHistory,
    (cursor: string | undefined) => ({
      params: { noun: "opportunity" as const, id: opportunityId },
      query: { limit: 100, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
  return (
    <Section flush title="History">
      <Answer of={found}>
        {(data) => {
          const intervals = data.pages[0]?.intervals ?? [];
          const events = eventsOf(
            data.pages.flatMap((page) => page.items),
            intervals,
          );
          if (events.length === 0) return <Empty title="Nothing is known of its past" />;
          return (
            <>
              <IntervalStrip intervals={intervals} />
              <HistoryTimeline events={events} />
              <More of={found} label="Show older" />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** Everything that happened to a record in one line of time: its states as a strip, each change with who, when and from where, and what was done. */
import { Button, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { Answer, Empty, one, Presets, Section, useAddress } from "#base/ui";
import type { HistoryNoun } from "../change.ts";
import { HistoryTimeline } from "./HistoryTimeline.tsx";
import { eventsOfField, fieldsIn, type HistoryEvent } from "./history-events.ts";
import { IntervalStrip } from "./IntervalStrip.tsx";
import { type About, useHistory } from "./use-history.ts";

type Sort = "everything" | "changes" | "activities";
const portion = 25;

interface Subject {
  noun: HistoryNoun;
  id: string;
  about?: About;
  /** Events of its own that the page knows besides: what became of an account's opportunities. */
  more?: readonly HistoryEvent[];
}

export function RecordHistory(props: Subject) {
  const [search, change] = useAddress();
  const field = one(search, "field", undefined);
  const [sort, setSort] = useState<Sort>("everything");
  const { found, done, events } = useHistory(props);
  const fields = useMemo(() => fieldsIn(events), [events]);
  const both = events.some(isDone) && events.some((event) => !isDone(event));
  return (
    <Section
      flush
      label="History"
      title={field === undefined ? "History" : `History of ${field.toLowerCase()}`}
      side={
        <div className="qd-story-tools">
          {both && field === undefined ? (
            <Presets label="What is told" value={sort} onChange={setSort} choices={sorts} />
          ) : null}
          <Select
            size="xs"
            w={150}
            searchable
            clearable
            openOnFocus={false}
            aria-label="Which field's history"
            placeholder="Every field"
            data={field !== undefined && !fields.includes(field) ? [field, ...fields] : fields}
            value={field ?? null}
            onChange={(chosen) => change({ field: chosen ?? undefined }, { replace: true })}
          />
        </div>
      }
    >
      <Answer of={found}>
        {(data) => {
          const intervals = data.pages[0]?.intervals ?? [];
          const shown = field === undefined ? ofSort(events, sort) : eventsOfField(events, field);
          if (events.length === 0) return <Empty title="Nothing is known of its past" />;
          return (
            <>
              {intervals.length > 0 ? <IntervalStrip intervals={intervals} /> : null}
              <Told key={`${field} ${sort}`} events={shown} pages={[found, done]} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

const sorts = [
  { value: "everything", label: "Everything" },
  { value: "changes", label: "Changes" },
  { value: "activities", label: "Activities" },
] as const;

const isDone = ({ kind }: HistoryEvent) => kind === "done";

function ofSort(events: readonly HistoryEvent[], sort: Sort): readonly HistoryEvent[] {
  if (sort === "everything") return events;
  return events.filter((event) => isDone(event) === (sort === "activities"));
}

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The latest events, and older ones when they are asked for. */
function Told({ events, pages }: { events: readonly HistoryEvent[]; pages: readonly Paged[] }) {
  const [most, setMost] = useState(portion);
  const further = pages.find(({ hasNextPage }) => hasNextPage);
  const older = () => {
    setMost(most + portion);
    if (events.length < most + portion) void further?.fetchNextPage();
  };
  if (events.length === 0) return <p className="qd-quiet">It has not changed in what is shown here.</p>;
  return (
    <>
      <HistoryTimeline events={events} most={most} />
      {events.length > most || further ? (
        <div className="qd-more">
          <Button size="xs" variant="default" loading={further?.isFetchingNextPage ?? false} onClick={older}>
            Show older
          </Button>
        </div>
      ) : null}
    </>
  );
}

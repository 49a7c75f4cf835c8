/** The events, newest first: what changed or was done, since when it was true, who said so, and when we learned it. */
import {
  IconArrowRight,
  IconCalendarEvent,
  IconCheck,
  IconChecklist,
  IconHistory,
  IconMail,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlus,
  IconTrash,
  IconUsers,
  IconX,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { formatDay, formatInstant, useAsOf, useWorkspace } from "#base/ui";
import { dayOf } from "./day-of.ts";
import { type Difference, type HistoryEvent, toldBeside } from "./history-events.ts";
import { commonProvenance, provenanceOf, type StoryLine, storyOf, titleTogether } from "./story.ts";

export function HistoryTimeline({ events, most }: { events: readonly HistoryEvent[]; most: number }) {
  const { timeZone } = useWorkspace();
  const lines = useMemo(() => storyOf(events), [events]);
  const common = useMemo(
    () =>
      commonProvenance(
        lines.map(({ event }) => event),
        timeZone,
      ),
    [lines, timeZone],
  );
  const shown = lines.slice(0, most);
  return (
    <>
      <ol className="qd-story" aria-label="What happened, newest first">
        {shown.map((line, index) => (
          <Line key={line.event.id} line={line} before={shown[index - 1]?.event} common={common} />
        ))}
      </ol>
      {common ? <p className="qd-story-common">Where nothing else is said: {common}.</p> : null}
    </>
  );
}

/** An event on one line where it can be; a new year is headed by its number. */
function Line(props: { line: StoryLine; before: HistoryEvent | undefined; common: string | null }) {
  const { line, before } = props;
  const { event } = line;
  const asOf = useAsOf();
  const { timeZone } = useWorkspace();
  const day = dayOf(event.trueSince, timeZone);
  const year = day.slice(0, 4);
  const isNewYear = before === undefined || dayOf(before.trueSince, timeZone).slice(0, 4) !== year;
  const provenance = provenanceOf(event, timeZone);
  const isCommon = provenance !== "" && provenance === props.common;
  const differences = line.parts.length > 0 ? [] : toldBeside(event);
  const Icon = iconOf(event);
  return (
    <li
      data-kind={event.kind}
      data-year={isNewYear ? year : undefined}
      data-later={(asOf && day > asOf) || undefined}
    >
      <i className="qd-story-mark" aria-hidden>
        <Icon size={12} stroke={2} />
      </i>
      <div className="qd-story-told">
        <strong>{titleTogether(line)}</strong>
        <Subject line={line} />
        {differences.length > 0 ? (
          <ul className="qd-story-changes">
            {differences.map((one) => (
              <Told key={one.label} difference={one} />
            ))}
          </ul>
        ) : null}
        {provenance !== "" && !isCommon ? <span className="qd-story-note">{provenance}</span> : null}
      </div>
      {provenance === "" && event.author !== "" ? (
        <span className="qd-story-author">{event.author}</span>
      ) : null}
      <time
        dateTime={event.trueSince}
        title={[formatInstant(event.trueSince, timeZone), provenance].filter(Boolean).join(" · ")}
      >
        {formatDay(day, { year: false })}
        <span className="qd-hidden"> {year}</span>
      </time>
    </li>
  );
}

function Subject({ line }: { line: StoryLine }) {
  const names = line.parts.length > 0 ? line.parts.map(({ subject }) => subject) : [line.event.subject];
  const said = names.filter((name) => name !== null).join(", ");
  return said === "" ? null : <span className="qd-story-subject">{said}</span>;
}

const activityIcons = {
  task: IconChecklist,
  call: IconPhone,
  meeting: IconUsers,
  email: IconMail,
  note: IconNote,
} as const;

function iconOf({ kind, activity, differences }: HistoryEvent) {
  if (activity !== null) return activityIcons[activity];
  if (kind === "won") return IconCheck;
  if (kind === "lost") return IconX;
  if (kind === "removed") return IconTrash;
  if (kind === "moved") return IconArrowRight;
  if (kind === "superseded") return IconHistory;
  if (kind === "opened") return IconPlus;
  return differences.length === 1 && differences[0]?.label === "Close date" ? IconCalendarEvent : IconPencil;
}

/** A moment as it is read here; everything else as it came. */
function useReadable(): (text: string | null) => string | null {
  const { timeZone } = useWorkspace();
  return (text) =>
    text !== null && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? formatInstant(text, timeZone) : text;
}

function Told({ difference }: { difference: Difference }) {
  const readable = useReadable();
  const { label } = difference;
  const [before, after] = [readable(difference.before), readable(difference.after)];
  return (
    <li>
      <span className="qd-faint">{label}</span>{" "}
      {before === null ? null : (
        <>
          <span className="qd-dim">{before}</span> <span aria-hidden>→</span>{" "}
        </>
      )}
      <span className="qd-strong">{after ?? "none"}</span>
    </li>
  );
}

/** The events, newest first: what changed, since when it was true, who said so, and when we learned it. */
import { formatDay, formatInstant, useAsOf, useWorkspace } from "#base/ui";
import type { Difference, HistoryEvent } from "./history-events.ts";

export function HistoryTimeline({ events }: { events: readonly HistoryEvent[] }) {
  const asOf = useAsOf();
  const { timeZone } = useWorkspace();
  return (
    <ol className="qd-story" aria-label="What happened, newest first">
      {events.map((event) => (
        <li
          key={event.id}
          data-kind={event.kind}
          data-later={(asOf && dayIn(event.trueSince, timeZone) > asOf) || undefined}
        >
          <div className="qd-story-head">
            <strong>{event.title}</strong>
            <time dateTime={event.trueSince} title={formatInstant(event.trueSince, timeZone)}>
              {formatDay(dayIn(event.trueSince, timeZone))}
            </time>
          </div>
          {event.differences.length > 0 ? (
            <ul className="qd-story-changes">
              {event.differences.map((one) => (
                <Told key={one.label} difference={one} />
              ))}
            </ul>
          ) : null}
          <p className="qd-story-note">{noteOf(event, timeZone)}</p>
        </li>
      ))}
    </ol>
  );
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

function dayIn(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** "Ines Ferreira, here" · "Sample company, from its own history, recorded 23 Nov 2026". */
function noteOf(event: HistoryEvent, timeZone: string): string {
  const parts = [event.author, sourceInWords(event)].filter((part) => part !== "");
  const recordedOn = dayIn(event.recordedAt, timeZone);
  if (recordedOn !== dayIn(event.trueSince, timeZone)) parts.push(`recorded ${formatDay(recordedOn)}`);
  if (event.supersededAt) parts.push(`believed until ${formatDay(dayIn(event.supersededAt, timeZone))}`);
  return parts.join(" · ");
}

function sourceInWords({ source, basis, author }: HistoryEvent): string {
  if (basis === "inferred") return "worked out from its dates";
  if (basis === "source") return "from the source's own history";
  if (source.startsWith("import")) return "by import";
  if (source === "app") return "here";
  if (source === "sample" || source === author) return "";
  return source;
}

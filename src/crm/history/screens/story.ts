/** How events are told: what was added in one go is one line, and where all come from the same source that is said once. */
import { counted, formatDay } from "#base/ui";
import { dayOf } from "./day-of.ts";
import type { HistoryEvent } from "./history-events.ts";

export interface StoryLine {
  readonly event: HistoryEvent;
  /** Events told together with it, itself among them; empty where it stands alone. */
  readonly parts: readonly HistoryEvent[];
}

/** Events in their order as lines; parts of a record that were entered in one go share one. */
export function storyOf(events: readonly HistoryEvent[]): StoryLine[] {
  const lines: { event: HistoryEvent; parts: HistoryEvent[] }[] = [];
  for (const event of events) {
    const last = lines.at(-1);
    if (last && together(last.event, event)) last.parts.push(event);
    else lines.push({ event, parts: [event] });
  }
  return lines.map(({ event, parts }) => ({ event, parts: parts.length > 1 ? parts : [] }));
}

function together(one: HistoryEvent, other: HistoryEvent): boolean {
  return (
    one.kind === "entered" &&
    other.subject !== null &&
    one.title === other.title &&
    one.trueSince === other.trueSince &&
    one.author === other.author
  );
}

/** "Product added" three times → "3 products added". */
export function titleTogether({ event, parts }: StoryLine): string {
  if (parts.length === 0) return event.title;
  const [noun = "", ...verb] = event.title.split(" ");
  return [counted(parts.length, noun.toLowerCase()), ...verb].join(" ");
}

/** "Sample company, from the source's own history, recorded 23 Nov 2026"; "" where somebody entered it here, then. */
export function provenanceOf(event: HistoryEvent, timeZone: string): string {
  const recordedOn = dayOf(event.recordedAt, timeZone);
  const later = recordedOn !== dayOf(event.trueSince, timeZone);
  const parts = [
    sourceInWords(event),
    later ? `recorded ${formatDay(recordedOn)}` : "",
    event.supersededAt ? `believed until ${formatDay(dayOf(event.supersededAt, timeZone))}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : [event.author, ...parts].filter((part) => part !== "").join(", ");
}

/** The provenance of most events, where it is worth saying once for all; else null. */
export function commonProvenance(events: readonly HistoryEvent[], timeZone: string): string | null {
  const counts = new Map<string, number>();
  for (const event of events) {
    const said = provenanceOf(event, timeZone);
    if (said !== "") counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= 3 ? most[0] : null;
}

function sourceInWords({ source, basis, author }: HistoryEvent): string {
  if (basis === "inferred") return "worked out from its dates";
  if (basis === "source") return "from the source's own history";
  if (source.startsWith("import")) return "by import";
  if (source === "app" || source === "sample" || source === author) return "";
  return source;
}

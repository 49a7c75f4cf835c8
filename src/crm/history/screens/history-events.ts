/** The history of an opportunity as events for a reader: its states compared with each other, and all other changes. */
import { formatDay, formatMoney, formatRate, headline } from "#base/ui";
import type { ActivityOut } from "../../activities/contract.ts";
import type { HistoryNoun } from "../change.ts";
import type { ChangeOut, IntervalOut, ShownValue } from "../contract.ts";

export interface Difference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface HistoryEvent {
  readonly id: string;
  /** Since when it was true. */
  readonly trueSince: string;
  readonly recordedAt: string;
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly author: string;
  readonly source: string;
  readonly basis: IntervalOut["basis"];
  /** Until when we believed it, where we learned better. */
  readonly supersededAt: string | null;
  readonly kind: "opened" | "won" | "lost" | "removed" | "changed" | "superseded" | "entered" | "done";
}

/** What the states of an opportunity tell already; a change of these is not told twice. */
const told = new Set([
  "status",
  "pipeline_id",
  "stage_id",
  "stage_entered_at",
  "amount_minor",
  "currency",
  "probability",
  "forecast_category",
  "close_on",
  "owner_id",
  "account_id",
]);

/** Newest first. `items` are the changes of the record and its parts, `intervals` its states. */
export function eventsOf(
  items: readonly ChangeOut[],
  intervals: readonly IntervalOut[],
  noun: HistoryNoun = "opportunity",
): HistoryEvent[] {
  const believed = intervals
    .filter((one) => one.supersededAt === null)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const states = believed.map((one, index) => stateEvent(one, believed[index - 1]));
  const old = intervals.filter((one) => one.supersededAt !== null).map(supersededEvent);
  const changes = items.flatMap((item) => changeEvent(item, noun));
  // Of what became true at the same moment, its coming into being is the oldest and a closing the newest.
  const opened = states.filter((one) => one.kind === "opened");
  const later = states.filter((one) => one.kind !== "opened");
  return latestFirst([...later, ...changes, ...old, ...opened]);
}

/** Of what became true at the same moment, the order stays as it is. */
export function latestFirst(events: readonly HistoryEvent[]): HistoryEvent[] {
  return events.toSorted((a, b) => b.trueSince.localeCompare(a.trueSince));
}

/** What was done about a record, as events among its changes. */
export function activityEvents(activities: readonly ActivityOut[]): HistoryEvent[] {
  return activities.flatMap((activity) =>
    activity.doneAt === null
      ? []
      : [
          {
            id: `activity ${activity.id}`,
            trueSince: activity.doneAt,
            recordedAt: activity.doneAt,
            title: `${headline(activity.kind)}: ${activity.subject}`,
            differences: activity.body ? [{ label: "Text", before: null, after: activity.body }] : [],
            author: activity.person?.name ?? "",
            source: "app",
            basis: "recorded" as const,
            supersededAt: null,
            kind: "done" as const,
          },
        ],
  );
}

/** The fields that events tell of, by name. */
export function fieldsIn(events: readonly HistoryEvent[]): string[] {
  const labels = events.flatMap(({ kind, differences }) =>
    kind === "done" ? [] : differences.map(({ label }) => label),
  );
  return [...new Set(labels)].sort((a, b) => a.localeCompare(b));
}

/** The events of one field, and of each only what it says of that field. */
export function eventsOfField(events: readonly HistoryEvent[], field: string): HistoryEvent[] {
  return events.flatMap((event) => {
    const differences = event.differences.filter(({ label }) => label === field);
    return differences.length > 0 && event.kind !== "done" ? [{ ...event, differences }] : [];
  });
}

function stateEvent(now: IntervalOut, before: IntervalOut | undefined): HistoryEvent {
  const differences = before ? compared(before, now) : stated(now);
  return {
    ...written(now),
    title: titleOf(now, before, differences),
    differences,
    kind: before === undefined ? "opened" : now.status === before.status ? "changed" : closing(now.status),
  };
}

function closing(status: IntervalOut["status"]): HistoryEvent["kind"] {
  return status === "open" ? "opened" : status;
}

function titleOf(
  now: IntervalOut,
  before: IntervalOut | undefined,
  differences: readonly Difference[],
): string {
  if (!before) return now.status === "open" ? "Opened" : headline(now.status);
  if (now.status !== before.status) return now.status === "open" ? "Opened again" : headline(now.status);
  if (now.stage?.id !== before.stage?.id) return `Moved to ${now.stage?.name ?? "no known stage"}`;
  if (pushed(before, now)) return "Close date pushed out";
  return differences.length === 1 ? `${differences[0]?.label} changed` : "Changed";
}

function pushed(before: IntervalOut, now: IntervalOut): boolean {
  return before.closeOn !== null && now.closeOn !== null && now.closeOn > before.closeOn;
}

function supersededEvent(one: IntervalOut): HistoryEvent {
  return {
    ...written(one),
    title: "Believed until we learned better",
    differences: stated(one),
    kind: "superseded",
  };
}

function written(one: IntervalOut) {
  const { validFrom, recordedAt, author, source, basis, supersededAt } = one;
  return {
    id: `state ${one.versionNo}`,
    trueSince: validFrom,
    recordedAt,
    author,
    source,
    basis,
    supersededAt,
  };
}

function changeEvent(change: ChangeOut, noun: HistoryNoun): HistoryEvent[] {
  if (change.action === "restated") return [];
  const { changeNo, trueSince, recordedAt, author, source } = change;
  const shared = {
    id: `change ${changeNo}`,
    trueSince,
    recordedAt,
    author,
    source,
    basis: "recorded",
    supersededAt: null,
  } as const;
  const own = change.of === noun;
  const byStates = own && noun === "opportunity";
  if (byStates && change.action === "created") return [];
  const rest = change.changes.filter((one) => !byStates || !told.has(one.field));
  if (rest.length === 0) return [];
  const verbs = { created: "added", updated: "changed", deleted: "taken away", restated: "restated" };
  const only = rest.length === 1 ? rest[0] : undefined;
  const removed = own && rest.some((one) => one.field === "removed_at" && one.after !== null);
  const title = removed
    ? "Removed"
    : own && change.action === "created"
      ? "Added"
      : own
        ? only
          ? `${only.label} changed`
          : "Changed"
        : `${headline(change.of)} ${verbs[change.action]}`;
  const differences = rest.map((one) => ({
    label: one.label,
    before: inWords(one.before),
    after: inWords(one.after),
  }));
  const kind = removed ? "removed" : own && change.action === "created" ? "opened" : "entered";
  return [{ ...shared, title, differences, kind }];
}

function inWords(value: ShownValue | null): string | null {
  if (value === null) return null;
  if (value.currency) return formatMoney(value.text, value.currency);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.text)) return formatDay(value.text);
  return /^\d+\.0+$/.test(value.text) ? value.text.replace(/\.0+$/, "") : value.text;
}

const facts: [string, (one: IntervalOut) => string | null][] = [
  ["Status", (one) => headline(one.status)],
  ["Pipeline", (one) => one.pipeline.name],
  ["Stage", (one) => one.stage?.name ?? null],
  [
    "Amount",
    (one) => (one.amount.amount === null ? null : formatMoney(one.amount.amount, one.amount.currency)),
  ],
  ["Close date", (one) => (one.closeOn ? formatDay(one.closeOn) : null)],
  ["Owner", (one) => one.owner?.name ?? null],
  ["Account", (one) => one.account?.name ?? null],
  ["Probability", (one) => (one.probability === null ? null : formatRate(one.probability))],
  ["Forecast", (one) => headline(one.forecastCategory)],
];

/** What is different between two states, in words. */
export function compared(before: IntervalOut, after: IntervalOut): Difference[] {
  return facts.flatMap(([label, said]) => {
    const [was, is] = [said(before), said(after)];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

/** The main facts of a first state. */
function stated(one: IntervalOut): Difference[] {
  return facts
    .filter(([label]) => ["Stage", "Amount", "Close date", "Owner"].includes(label))
    .flatMap(([label, said]) => {
      const after = said(one);
      return after === null ? [] : [{ label, before: null, after }];
    });
}

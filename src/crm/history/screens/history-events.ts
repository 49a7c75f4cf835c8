/** The history of a record as events for a reader: an opportunity's states compared, all other changes, and what was done. */
import { formatDay, formatDays, formatMoney, formatRate, headline } from "#base/ui";
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
  /** The part that the title tells of, by its name. */
  readonly subject: string | null;
  readonly differences: readonly Difference[];
  /** Differences that the title says already, by their labels. */
  readonly implied: readonly string[];
  readonly author: string;
  readonly source: string;
  readonly basis: IntervalOut["basis"];
  /** Until when we believed it, where we learned better. */
  readonly supersededAt: string | null;
  readonly kind:
    | "opened"
    | "won"
    | "lost"
    | "removed"
    | "moved"
    | "changed"
    | "superseded"
    | "entered"
    | "done";
  /** What was done, where it was an activity. */
  readonly activity: ActivityOut["kind"] | null;
}

const plain = { subject: null, implied: [], activity: null } as const;

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

/** What was done about a record of a noun, as events among its changes; with whom, unless that is the record. */
export function activityEvents(activities: readonly ActivityOut[], noun: HistoryNoun): HistoryEvent[] {
  return activities.flatMap((activity) =>
    activity.doneAt === null
      ? []
      : [
          {
            ...plain,
            id: `activity ${activity.id}`,
            trueSince: activity.doneAt,
            recordedAt: activity.doneAt,
            title: activity.subject,
            subject: noun === "contact" ? null : (activity.contact?.name ?? null),
            differences: activity.body ? [{ label: "Text", before: null, after: activity.body }] : [],
            author: activity.person?.name ?? "",
            source: "app",
            basis: "recorded" as const,
            supersededAt: null,
            kind: "done" as const,
            activity: activity.kind,
          },
        ],
  );
}

/** What of an event is told beside its title. */
export function toldBeside({ differences, implied }: HistoryEvent): readonly Difference[] {
  return differences.filter(({ label }) => !implied.includes(label));
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
    return differences.length > 0 && event.kind !== "done" ? [{ ...event, differences, implied: [] }] : [];
  });
}

function stateEvent(now: IntervalOut, before: IntervalOut | undefined): HistoryEvent {
  const differences = before ? compared(before, now) : stated(now);
  const [title, ...implied] = titleOf(now, before, differences);
  const kind = before === undefined ? "opened" : now.status === before.status ? null : closing(now.status);
  const moved = before !== undefined && now.stage?.id !== before.stage?.id;
  return {
    ...written(now),
    title,
    implied,
    differences,
    kind: kind ?? (moved ? "moved" : "changed"),
  };
}

function closing(status: IntervalOut["status"]): HistoryEvent["kind"] {
  return status === "open" ? "opened" : status;
}

/** The title of a state, and the labels of the differences that it says. */
function titleOf(
  now: IntervalOut,
  before: IntervalOut | undefined,
  differences: readonly Difference[],
): [string, ...string[]] {
  if (!before) return [now.status === "open" ? "Opened" : headline(now.status)];
  // Closing settles what follows from it, and these say no more.
  if (now.status !== before.status && now.status !== "open")
    return [headline(now.status), "Status", "Probability", "Forecast"];
  if (now.status !== before.status) return ["Opened again", "Status"];
  if (now.stage?.id !== before.stage?.id)
    return [`Moved from ${before.stage?.name ?? "no known stage"} to ${now.stage?.name ?? "none"}`, "Stage"];
  const days = pushedBy(before, now);
  if (days !== 0 && differences.length <= 1)
    return [`Close date ${days > 0 ? "pushed out" : "pulled in"} by ${formatDays(Math.abs(days))}`];
  return [differences.length === 1 ? `${differences[0]?.label} changed` : "Changed"];
}

/** By how many days the expected day moved; 0 where it did not, or where there was none. */
function pushedBy(before: IntervalOut, now: IntervalOut): number {
  if (before.closeOn === null || now.closeOn === null) return 0;
  const from = Temporal.PlainDate.from(before.closeOn);
  return from.until(Temporal.PlainDate.from(now.closeOn), { largestUnit: "days" }).days;
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
    ...plain,
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
    ...plain,
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
        : `${headline(partNames[change.of] ?? change.of)} ${verbs[change.action]}`;
  const differences = rest.map((one) => ({
    label: one.label,
    before: inWords(one.before),
    after: inWords(one.after),
  }));
  const kind = removed ? "removed" : own && change.action === "created" ? "opened" : "entered";
  const named = own ? undefined : rest.find((one) => one.kind === "reference");
  return [
    {
      ...shared,
      title,
      subject: (named?.after ?? named?.before)?.text ?? null,
      implied: named ? [named.label] : [],
      differences,
      kind,
    },
  ];
}

/** What a part of a record is called, where its table says it otherwise. */
const partNames: Readonly<Record<string, string>> = {
  "opportunity line": "product",
  "opportunity split": "share",
};

/** A value as it is read; null for none. */
export function inWords(value: ShownValue | null): string | null {
  if (value === null) return null;
  if (value.currency) return exactly(value.text, value.currency);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.text)) return formatDay(value.text);
  return /^\d+\.0+$/.test(value.text) ? value.text.replace(/\.0+$/, "") : value.text;
}

/** In full, without cents that are none. */
const exactly = (amount: string, currency: string): string =>
  formatMoney(amount, currency).replace(/\.00$/, "");

const facts: [string, (one: IntervalOut) => string | null][] = [
  ["Status", (one) => headline(one.status)],
  ["Pipeline", (one) => one.pipeline.name],
  ["Stage", (one) => one.stage?.name ?? null],
  ["Amount", (one) => (one.amount.amount === null ? null : exactly(one.amount.amount, one.amount.currency))],
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

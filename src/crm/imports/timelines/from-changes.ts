/** The life of an opportunity out of a log of changes, field by field, each with its new value (Pipedrive). */
import type { State } from "./state.ts";

export interface LoggedChange {
  readonly at: Temporal.Instant;
  readonly line: number;
  readonly field: string;
  readonly value: string;
}

/** How the log's values are to be read. */
export interface LogReading {
  readonly currency: string;
  /** The label of a coded value, or the value itself. */
  readonly label: (field: string, value: string) => string;
  /** An amount in minor units, or null when it is none. */
  readonly amount: (value: string, currency: string) => bigint | null;
  readonly day: (at: Temporal.Instant) => Temporal.PlainDate;
  readonly readDay: (value: string) => Temporal.PlainDate | null;
}

export interface LoggedLife {
  readonly states: readonly State[];
  readonly createdAt: Temporal.Instant | null;
  readonly name: string | null;
  readonly lostReason: string | null;
  /** Fields of the log that the record has no place for, with how often each was changed. */
  readonly unread: ReadonlyMap<string, number>;
}

const atFirst: Omit<State, "at" | "currency"> = {
  basis: "source",
  status: "open",
  removed: false,
  stage: null,
  amountMinor: null,
  probability: null,
  forecastCategory: "pipeline",
  closeOn: null,
  owner: null,
  account: null,
};

/**
 * Replays a log in order of time, and in its own order within one instant. A lost reason means lost at that time,
 * in the stage in which it stands; an emptied one means open again. Every stage entry is a state of its own, so that
 * it can be counted. It was created when the log first says so; what the log dates before that counts as well.
 */
export function statesFromChanges(changes: readonly LoggedChange[], reading: LogReading): LoggedLife {
  const inOrder = changes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.line - b.line);
  let current: Omit<State, "at"> = { ...atFirst, currency: reading.currency };
  let createdAt: Temporal.Instant | null = null;
  let name: string | null = null;
  let lostReason: string | null = null;
  const unread = new Map<string, number>();
  const states: State[] = [];
  for (const { at, field, value } of inOrder) {
    const next = afterChange(current, field, value, at, reading);
    if (field === "add_time") createdAt ??= at;
    else if (field === "title") name = value;
    else if (next === null) unread.set(field, (unread.get(field) ?? 0) + 1);
    if (field === "lost_reason") lostReason = value === "" ? null : reading.label(field, value);
    current = next ?? current;
    states.push({ ...current, at, entersStage: field === "stage_id" });
  }
  return { states, createdAt, name, lostReason, unread };
}

function afterChange(
  state: Omit<State, "at">,
  field: string,
  value: string,
  at: Temporal.Instant,
  reading: LogReading,
): Omit<State, "at"> | null {
  switch (field) {
    case "user_id":
    case "owner_id":
      return { ...state, owner: value === "" ? null : value };
    case "stage_id":
      return { ...state, stage: value === "" ? null : value };
    case "org_id":
      return { ...state, account: value === "" ? null : value };
    case "value":
      return { ...state, amountMinor: reading.amount(value, state.currency) };
    case "currency":
      return { ...state, currency: /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : state.currency };
    case "expected_close_date":
      return state.status === "open" ? { ...state, closeOn: reading.readDay(value) } : state;
    case "lost_reason":
      return value === "" ? reopened(state) : closed(state, "lost", reading.day(at));
    case "status":
      if (value === "won" || value === "lost") return closed(state, value, reading.day(at));
      return value === "deleted" ? { ...state, removed: true } : reopened(state);
    case "add_time":
    case "title":
      return state;
    default:
      return null;
  }
}

function closed(
  state: Omit<State, "at">,
  status: "won" | "lost",
  closeOn: Temporal.PlainDate,
): Omit<State, "at"> {
  return { ...state, status, closeOn, forecastCategory: status === "won" ? "closed" : "omitted" };
}

function reopened(state: Omit<State, "at">): Omit<State, "at"> {
  if (state.status === "open") return { ...state, removed: false };
  return { ...state, status: "open", removed: false, closeOn: null, forecastCategory: "pipeline" };
}

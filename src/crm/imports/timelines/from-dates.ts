/** The life of an opportunity out of dates alone: when it was created, when stages began, when it closed. */
import { startOfDay } from "#base/kernel";
import type { Outcome } from "../mapping/stage-words.ts";
import { type ForecastCategory, type State, usualCategory } from "./state.ts";

export interface DatedFacts {
  readonly status: Outcome;
  readonly removed: boolean;
  readonly stage: string | null;
  readonly createdAt: Temporal.Instant | null;
  /** Stages of which the day they began is known. */
  readonly stagesBegun: readonly { readonly stage: string; readonly at: Temporal.Instant }[];
  /** When it entered the stage that closed it, if the source says so. */
  readonly closedAt?: Temporal.Instant | null;
  /** When it was removed, where that is not when it was last changed. */
  readonly removedAt?: Temporal.Instant | null;
  /** When the source last changed the record, if it says so. */
  readonly modifiedAt: Temporal.Instant | null;
  readonly closeOn: Temporal.PlainDate | null;
  /** The day on which it was expected to close while it was open, where the source keeps it apart. */
  readonly expectedOn?: Temporal.PlainDate | null;
  /** The opportunity's own amount, known from the start. */
  readonly amountMinor: bigint | null;
  /** An amount that the source states only at the close. */
  readonly closedAmountMinor: bigint | null;
  /** What its lines are worth at list price. */
  readonly listAmountMinor: bigint | null;
  readonly currency: string;
  readonly probability: string | null;
  readonly forecastCategory: ForecastCategory | null;
  readonly owner: string | null;
  readonly account: string | null;
}

type Amounts = Pick<DatedFacts, "status" | "amountMinor" | "closedAmountMinor" | "listAmountMinor">;

/** While open, an opportunity without an amount of its own is valued at the list price of its lines. */
export function amountWhileOpen(facts: Omit<Amounts, "status">): bigint | null {
  return facts.amountMinor ?? facts.listAmountMinor;
}

/** A value known only at the close belongs to the closing state. */
export function amountWhenWon(facts: Omit<Amounts, "status">): bigint | null {
  return facts.closedAmountMinor ?? amountWhileOpen(facts);
}

/** A lost opportunity keeps the amount it had: a closing value of 0 says that nothing was sold, not what was lost. */
export function amountWhenLost(facts: Omit<Amounts, "status">): bigint | null {
  const { closedAmountMinor } = facts;
  return closedAmountMinor === null || closedAmountMinor === 0n ? amountWhileOpen(facts) : closedAmountMinor;
}

/** When an opportunity began, as far as its dates tell: its creation, else the first stage of which the day is known. */
export function beganAt(facts: Pick<DatedFacts, "createdAt" | "stagesBegun">): Temporal.Instant | null {
  if (facts.createdAt !== null) return facts.createdAt;
  const begun = facts.stagesBegun.map((one) => one.at).toSorted(Temporal.Instant.compare);
  return begun[0] ?? null;
}

/**
 * The states that dates tell. A stage between two known days is unknown (null); an open opportunity of which no day
 * is known is true since the import; a closed one closed at the beginning of its closing day, in the time zone.
 */
export function statesFromDates(facts: DatedFacts, timeZone: string): State[] {
  const closed = facts.status !== "open";
  const whileOpen = {
    basis: "inferred",
    status: "open",
    removed: false,
    amountMinor: amountWhileOpen(facts),
    currency: facts.currency,
    probability: null,
    forecastCategory: usualCategory("open"),
    closeOn: closed ? (facts.expectedOn ?? null) : facts.closeOn,
    owner: facts.owner,
    account: facts.account,
  } as const;
  const began = beganAt(facts);
  const begun = facts.stagesBegun.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const states: State[] = begun.map(({ stage, at }) => ({ ...whileOpen, at, stage }));
  const first = begun[0];
  if (began !== null && (first === undefined || Temporal.Instant.compare(began, first.at) < 0)) {
    states.unshift({ ...whileOpen, at: began, stage: null });
  }
  const present = presentState(facts, states, whileOpen, timeZone);
  // What began at the same instant as the open present says less than it.
  const last = states.at(-1);
  if (present.status === "open" && present.at !== null && last?.at?.equals(present.at) === true) states.pop();
  states.push(present);
  return facts.removed ? removedAtEnd(states, facts.removedAt ?? facts.modifiedAt) : states;
}

function presentState(
  facts: DatedFacts,
  earlier: readonly State[],
  whileOpen: Omit<State, "at" | "stage">,
  timeZone: string,
): State {
  const { stage, status, probability } = facts;
  const forecastCategory = facts.forecastCategory ?? usualCategory(status);
  const last = earlier.at(-1);
  if (status === "open") {
    const known = { ...whileOpen, stage, probability, forecastCategory };
    // The stage it stands in now began on a known day: that day's state is the present.
    if (last?.stage === stage && last.at !== null) return { ...known, at: last.at };
    // Of an opportunity without stages there is nothing else to learn than that it exists.
    if (stage === null && last !== undefined) return { ...known, at: last.at };
    return { ...known, at: facts.modifiedAt, basis: seen(facts.modifiedAt) };
  }
  const day =
    facts.closedAt ?? (facts.closeOn === null ? facts.modifiedAt : startOfDay(facts.closeOn, timeZone));
  // A close before the beginning is a slip of the pen; the state cannot end before it began.
  const at = day !== null && last?.at && Temporal.Instant.compare(day, last.at) < 0 ? last.at : day;
  const amountMinor = status === "won" ? amountWhenWon(facts) : amountWhenLost(facts);
  return {
    ...whileOpen,
    at,
    basis: seen(at),
    status,
    stage,
    amountMinor,
    probability,
    forecastCategory,
    closeOn: facts.closeOn,
  };
}

/** The last state is removed: from its own beginning when the source changed it then for the last time, else later. */
function removedAtEnd(states: readonly State[], modifiedAt: Temporal.Instant | null): State[] {
  const end = states.at(-1);
  if (end === undefined) return [];
  const removed = { ...end, at: modifiedAt, removed: true };
  const isSameMoment = String(end.at) === String(modifiedAt);
  return isSameMoment ? [...states.slice(0, -1), removed] : [...states, removed];
}

/** What no date places in time is true since the import saw it, and that is no inference. */
function seen(at: Temporal.Instant | null): State["basis"] {
  return at === null ? "source" : "inferred";
}

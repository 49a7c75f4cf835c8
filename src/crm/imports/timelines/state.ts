/** The states of an opportunity as a source tells them, and how they become one line of time. */
import type { Outcome } from "../mapping/stage-words.ts";

export type Basis = "source" | "inferred";
export type ForecastCategory = "omitted" | "pipeline" | "best-case" | "commit" | "closed";

/** What was true of an opportunity from an instant on, in the words of the source. */
export interface State {
  /** Since when; null: since the import learned of it. */
  readonly at: Temporal.Instant | null;
  readonly basis: Basis;
  readonly status: Outcome;
  readonly removed: boolean;
  readonly stage: string | null;
  /** Where it moves between pipelines: the one of this state; else the opportunity's own. */
  readonly pipeline?: string | null;
  /** It stood in this stage anew from here on, even if it stood in the same before. */
  readonly entersStage?: boolean;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  /** 0–1, as decimal text. */
  readonly probability: string | null;
  readonly forecastCategory: ForecastCategory;
  readonly closeOn: Temporal.PlainDate | null;
  readonly owner: string | null;
  readonly account: string | null;
}

/** A state with its place in time: later than the one before, and since when it stood in its stage. */
export interface SettledState extends State {
  readonly at: Temporal.Instant;
  readonly stageEnteredAt: Temporal.Instant | null;
}

export interface Settled {
  readonly states: readonly SettledState[];
  /** States that shared an instant with another and were set apart by a microsecond. */
  readonly setApart: number;
  /** States that the source dates after the import, counted as true since the import. */
  readonly ahead: number;
}

const later = { microseconds: 1 };

function isSame(a: State, b: State): boolean {
  return (
    a.status === b.status &&
    a.removed === b.removed &&
    a.stage === b.stage &&
    (a.pipeline ?? null) === (b.pipeline ?? null) &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    a.probability === b.probability &&
    a.forecastCategory === b.forecastCategory &&
    String(a.closeOn) === String(b.closeOn) &&
    a.owner === b.owner &&
    a.account === b.account &&
    b.entersStage !== true
  );
}

/**
 * Puts states in order of time (those of one instant in the order given, a microsecond apart), none of them after
 * the import, and leaves out a state that says nothing new. The last one is the present.
 */
export function settle(states: readonly State[], importedAt: Temporal.Instant): Settled {
  let ahead = 0;
  const dated = states.map((state) => {
    const at = state.at ?? importedAt;
    if (Temporal.Instant.compare(at, importedAt) <= 0) return { ...state, at };
    ahead += 1;
    return { ...state, at: importedAt };
  });
  let setApart = 0;
  const settled: SettledState[] = [];
  for (const state of dated.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    const before = settled.at(-1);
    if (before !== undefined && isSame(before, state)) continue;
    let at = state.at;
    if (before !== undefined && Temporal.Instant.compare(at, before.at) <= 0) {
      at = before.at.add(later);
      setApart += 1;
    }
    const stays = before !== undefined && before.stage === state.stage && state.entersStage !== true;
    const stageEnteredAt = state.stage === null ? null : stays ? before.stageEnteredAt : at;
    settled.push({ ...state, at, stageEnteredAt });
  }
  return { states: settled, setApart, ahead };
}

/** The forecast category of a state for which the source says none. */
export function usualCategory(status: Outcome): ForecastCategory {
  return status === "open" ? "pipeline" : status === "won" ? "closed" : "omitted";
}

const categories: Readonly<Record<string, ForecastCategory>> = {
  omitted: "omitted",
  omit: "omitted",
  pipeline: "pipeline",
  bestcase: "best-case",
  mostlikely: "best-case",
  forecast: "commit",
  commit: "commit",
  committed: "commit",
  closed: "closed",
};

/** A source's forecast category in our words ("Forecast" is Salesforce's old word for commit); null when unknown. */
export function categoryOf(text: string | null): ForecastCategory | null {
  return text === null ? null : (categories[text.toLowerCase().replace(/[^a-z]/g, "")] ?? null);
}

/** The life of an opportunity out of new values, property by property, beside the record as it is now (HubSpot). */
import type { State } from "./state.ts";

/** A change to a property: what holds from then on. */
export interface NewValue {
  readonly at: Temporal.Instant;
  readonly line: number;
  readonly after: Partial<State>;
}

/** What a property of a source is of a state. */
export type Meaning =
  | "stage"
  | "pipeline"
  | "amount"
  | "closeOn"
  | "owner"
  | "account"
  | "currency"
  | "forecastCategory"
  | "probability";

const meanings: Readonly<Record<string, Meaning>> = {
  dealstage: "stage",
  dealpipelinestageid: "stage",
  stagename: "stage",
  stage: "stage",
  pipeline: "pipeline",
  dealpipelineid: "pipeline",
  amount: "amount",
  closedate: "closeOn",
  hubspotownerid: "owner",
  ownerid: "owner",
  hsprimaryassociatedcompany: "account",
  accountid: "account",
  dealcurrencycode: "currency",
  currencyisocode: "currency",
  hsmanualforecastcategory: "forecastCategory",
  hsforecastcategory: "forecastCategory",
  forecastcategory: "forecastCategory",
  hsdealstageprobability: "probability",
  probability: "probability",
};

/** What a property is of a state, by its name in the source; null for one that no state has. */
export function meaningOf(property: string): Meaning | null {
  const word = property
    .toLowerCase()
    .replace(/^property_/, "")
    .replace(/[^a-z0-9]/g, "");
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? null) : null;
}

const unsaid: Partial<State> = {
  stage: null,
  amountMinor: null,
  closeOn: null,
  owner: null,
  account: null,
  probability: null,
};

/**
 * Replays new values in order of time: what the history tells of is empty before its first value; what it never tells
 * of is taken as it is now. Values of one instant are one state. The record as it stands now closes the line, since it
 * was last modified, where it says something else than the last value.
 */
export function statesFromValues(
  changes: readonly NewValue[],
  present: Omit<State, "at">,
  facts: { readonly createdAt: Temporal.Instant | null; readonly modifiedAt: Temporal.Instant | null },
  stated: (state: Omit<State, "at">) => Omit<State, "at">,
): State[] {
  const inOrder = changes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.line - b.line);
  const told = new Set(inOrder.flatMap((change) => Object.keys(change.after)));
  const before = Object.fromEntries(Object.entries(unsaid).filter(([key]) => told.has(key)));
  let current: Omit<State, "at"> = { ...present, ...before, removed: false };
  const states: State[] = [];
  const first = inOrder[0]?.at;
  const { createdAt, modifiedAt } = facts;
  if (createdAt !== null && (first === undefined || Temporal.Instant.compare(createdAt, first) < 0))
    states.push({ ...stated(current), at: createdAt });
  for (const [index, change] of inOrder.entries()) {
    const enters = told.has("stage") && "stage" in change.after && change.after.stage !== current.stage;
    current = { ...current, ...change.after };
    const last = states.at(-1);
    const sameInstant = index > 0 && last?.at?.equals(change.at) === true;
    const state = { ...stated(current), at: change.at, ...(enters && { entersStage: true }) };
    if (sameInstant)
      states[states.length - 1] = { ...state, ...(last.entersStage === true && { entersStage: true }) };
    else states.push(state);
  }
  const last = states.at(-1)?.at ?? null;
  const at =
    modifiedAt === null || (last !== null && Temporal.Instant.compare(modifiedAt, last) < 0)
      ? last
      : modifiedAt;
  return [...states, { ...present, at }];
}

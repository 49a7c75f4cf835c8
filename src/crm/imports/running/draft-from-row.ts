/** A draft out of a row of opportunities, with the rows of its history where the source has one. */
import { dateOf } from "#base/kernel";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { dayIn, momentIn, type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import { type Outcome, outcomeOf } from "../mapping/stage-words.ts";
import { beganAt, type DatedFacts, statesFromDates } from "../timelines/from-dates.ts";
import { type FieldChange, statesFromFieldChanges } from "../timelines/from-field-changes.ts";
import { type Snapshot, statesFromSnapshots } from "../timelines/from-snapshots.ts";
import { statesFromValues } from "../timelines/from-values.ts";
import { categoryOf, type State, usualCategory } from "../timelines/state.ts";
import { instantOf, type Moment, readMoment } from "../values/date-text.ts";
import { readNumber } from "../values/number-text.ts";
import type { Drafted } from "./draft.ts";
import { newValuesIn } from "./new-values.ts";
import { amountOf, currencyOf, mergedAt } from "./row-values.ts";
import type { Run } from "./run.ts";
import { datedParts, untoldBy, untoldWith } from "./untold.ts";

export interface HistoryRows {
  readonly snapshots: readonly ReadRow[];
  readonly fieldChanges: readonly ReadRow[];
  readonly newValues?: readonly ReadRow[];
}

const at = (run: Run, moment: Moment | null): Temporal.Instant | null =>
  moment === null ? null : instantOf(moment, run.plan.timeZone);

/** What a stage means in a pipeline of the plan, else what its words mean. */
function stageOutcome(run: Run, pipeline: string | null, stage: string | null): Outcome {
  if (stage === null) return "open";
  return run.stages.pipeline(pipeline).stages.get(stage)?.outcome ?? outcomeOf(stage);
}

/** Whether a row is won, lost or open: what it says itself, else the words of its status, else its stage. */
function statusOf(run: Run, row: ReadRow): Outcome {
  const byStage = stageOutcome(run, textIn(row, "pipeline"), textIn(row, "stage"));
  if (truthIn(row, "isWon") === true) return "won";
  if (truthIn(row, "isClosed") !== null)
    return truthIn(row, "isClosed") ? (byStage === "won" ? "won" : "lost") : "open";
  const status = textIn(row, "status");
  if (status === null) return byStage;
  const byStatus = outcomeOf(status);
  return byStatus === "open" && /closed|deleted/i.test(status) ? byStage : byStatus;
}

function factsOf(run: Run, row: ReadRow, currency: string): Omit<DatedFacts, "listAmountMinor"> {
  const { timeZone } = run.plan;
  const status = statusOf(run, row);
  const [stage, pipeline] = [textIn(row, "stage"), textIn(row, "pipeline")];
  const isOpen = (one: string) => stageOutcome(run, pipeline, one) === "open";
  const since = at(run, momentIn(row, "stageEnteredAt"));
  const entered = [
    ...row.stageDates.map((one) => ({ stage: one.stage, at: instantOf(one.begun, timeZone) })),
    ...(stage !== null && since !== null ? [{ stage, at: since }] : []),
  ];
  const ended = at(run, momentIn(row, status === "won" ? "wonAt" : "lostAt"));
  const entry = entered.find((one) => one.stage === stage && !isOpen(one.stage))?.at ?? null;
  const closedAt = status === "open" ? null : (ended ?? entry);
  const actual = ended === null ? dayIn(row, "actualCloseOn", timeZone) : dateOf(ended, timeZone);
  const expected = dayIn(row, "closeOn", timeZone);
  const closeOn = status === "open" ? expected : (actual ?? expected);
  return {
    status,
    removed: truthIn(row, "isDeleted") === true || /^deleted$/i.test(textIn(row, "status") ?? ""),
    stage,
    createdAt: at(run, momentIn(row, "createdAt")),
    stagesBegun: entered.filter((one) => isOpen(one.stage)),
    closedAt,
    removedAt: mergedAt(run, row),
    modifiedAt: at(run, momentIn(row, "modifiedAt")),
    closeOn,
    expectedOn: actual === null ? null : expected,
    amountMinor: amountOf(run, row, "amount", currency),
    closedAmountMinor: amountOf(run, row, "closedAmount", currency),
    currency,
    probability: textIn(row, "probability"),
    forecastCategory: categoryOf(textIn(row, "forecastCategory")),
    owner: textIn(row, "owner"),
    account: textIn(row, "account"),
  };
}

/** A row of OpportunityHistory as a state; null when it has no time, or was deleted in the source. */
function snapshotOf(run: Run, row: ReadRow, pipeline: string | null, currency: string): Snapshot | null {
  const when = at(run, momentIn(row, "at"));
  if (when === null || truthIn(row, "isDeleted") === true) return null;
  const stage = textIn(row, "stage");
  const status = stageOutcome(run, pipeline, stage);
  return {
    at: when,
    basis: "source",
    status,
    removed: false,
    stage,
    amountMinor: amountOf(run, row, "amount", currency),
    currency,
    probability: textIn(row, "probability"),
    forecastCategory: categoryOf(textIn(row, "forecastCategory")) ?? usualCategory(status),
    closeOn: dayIn(row, "closeOn", run.plan.timeZone),
    owner: textIn(row, "owner"),
    account: textIn(row, "account"),
  };
}

/**
 * A history that begins after the creation, whose first row says what amount and close date it changed: those held
 * since the creation, in a stage that nobody knows.
 */
function withBeginning(
  run: Run,
  rows: readonly ReadRow[],
  snapshots: readonly Snapshot[],
  createdAt: Temporal.Instant | null,
  currency: string,
): readonly Snapshot[] {
  const first = snapshots.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0];
  if (first === undefined || createdAt === null || Temporal.Instant.compare(createdAt, first.at) >= 0)
    return snapshots;
  const row = rows.find((one) => at(run, momentIn(one, "at"))?.equals(first.at) === true);
  if (row === undefined) return snapshots;
  const amountMinor = amountOf(run, row, "previousAmount", currency);
  const closeOn = dayIn(row, "previousCloseOn", run.plan.timeZone);
  if (amountMinor === null && closeOn === null) return snapshots;
  const before: Snapshot = {
    ...first,
    at: createdAt,
    status: "open",
    stage: null,
    probability: null,
    forecastCategory: usualCategory("open"),
    amountMinor: amountMinor ?? first.amountMinor,
    closeOn: closeOn ?? first.closeOn,
  };
  return [before, ...snapshots];
}

/** A row of OpportunityFieldHistory: what held before it. Null for fields that no state has. */
function fieldChangeOf(
  run: Run,
  row: ReadRow,
  pipeline: string | null,
  currency: string,
): FieldChange | null {
  const when = at(run, momentIn(row, "at"));
  const old = textIn(row, "oldValue");
  if (when === null) return null;
  const field = (textIn(row, "changedField") ?? "").toLowerCase();
  const before = (part: Partial<State>): FieldChange => ({ at: when, before: part });
  if (field === "stagename" && old !== null)
    return before({ stage: old, status: stageOutcome(run, pipeline, old) });
  if (field === "amount") {
    const amount = old === null ? null : readNumber(old, ".");
    if (amount !== null && "reason" in amount) return null;
    const fields = new Map(amount === null ? [] : [["amount", amount.value] as const]);
    return before({ amountMinor: amountOf(run, { ...row, fields }, "amount", currency) });
  }
  if (field === "closedate") {
    const day = old === null ? null : readMoment(old, null);
    return day !== null && "reason" in day ? null : before({ closeOn: day === null ? null : day.value.date });
  }
  // A change of owner or account is written twice, by name and by id: the id says who it was.
  if ((field === "owner" || field === "ownerid") && old !== null && /^005/.test(old))
    return before({ owner: old });
  return (field === "account" || field === "accountid") && old !== null && /^001/.test(old)
    ? before({ account: old })
    : null;
}

/** A state whose outcome and category are those of its stage. */
function asStaged(run: Run, pipeline: string | null, state: Omit<State, "at">): Omit<State, "at"> {
  const status = stageOutcome(run, state.pipeline ?? pipeline, state.stage);
  const fits = (state.forecastCategory === "closed") === (status === "won");
  return { ...state, status, forecastCategory: fits ? state.forecastCategory : usualCategory(status) };
}

/** The draft of an opportunity of which only a history of whole states tells: the last of them is how it stands. */
export function draftFromStates(
  run: Run,
  file: UnderstoodFile,
  key: string,
  rows: readonly ReadRow[],
): Drafted {
  const began = (row: ReadRow) => at(run, momentIn(row, "at"));
  const dated = rows.filter((row) => began(row) !== null);
  const last = dated
    .toSorted((a, b) =>
      String(began(a)?.epochMilliseconds ?? 0).localeCompare(String(began(b)?.epochMilliseconds ?? 0), "en", {
        numeric: true,
      }),
    )
    .at(-1);
  if (last === undefined) {
    const reason = `No state of ${key} says since when it holds.`;
    return { rejects: rows.map(({ line }) => ({ line, field: "at", value: "", reason })) };
  }
  const present = {
    ...last,
    key,
    fields: new Map(last.fields).set("modifiedAt", momentIn(last, "at") ?? ""),
  };
  const history = { snapshots: rows, fieldChanges: [] };
  return draftFromRow(run, file, run.joins.fill("opportunity", present), history);
}

/** The draft of an opportunity out of its row and its history; `file`: what its columns are. */
export function draftFromRow(run: Run, file: UnderstoodFile, row: ReadRow, history: HistoryRows): Drafted {
  const currency = currencyOf(row, run.plan.currency);
  if (currency === null) {
    const value = textIn(row, "currency") ?? "";
    const reason = "It is not a currency code of three letters, such as USD.";
    return { rejects: [{ line: row.line, field: "currency", value, reason }] };
  }
  const { timeZone } = run.plan;
  const pipeline = textIn(row, "pipeline");
  const facts = factsOf(run, row, currency);
  const snapshots = withBeginning(
    run,
    history.snapshots,
    history.snapshots.flatMap((one) => snapshotOf(run, one, pipeline, currency) ?? []),
    facts.createdAt,
    currency,
  );
  const changes = history.fieldChanges.flatMap((one) => fieldChangeOf(run, one, pipeline, currency) ?? []);
  const values = newValuesIn(run, history.newValues ?? [], currency);
  const hasHistory = snapshots.length > 0 || changes.length > 0 || values.length > 0;
  const began =
    beganAt(facts) ?? snapshots.map((one) => one.at).toSorted(Temporal.Instant.compare)[0] ?? null;
  const rows = [...history.snapshots, ...history.fieldChanges, ...(history.newValues ?? [])];
  // A removal that no date places is true since the import.
  const removedAt = facts.removed ? (facts.removedAt ?? facts.modifiedAt ?? run.importedAt) : null;
  const modifiedAt = removedAt ?? facts.modifiedAt;
  const states = (listAmountMinor: bigint | null): readonly State[] => {
    const dated = statesFromDates({ ...facts, listAmountMinor }, timeZone);
    const last = dated.at(-1);
    if (!hasHistory || last === undefined) return dated;
    const present = { ...last, basis: "source" as const, closeOn: facts.closeOn };
    if (snapshots.length > 0) return statesFromSnapshots(snapshots, { present, modifiedAt });
    if (values.length > 0) {
      const known = { createdAt: facts.createdAt, modifiedAt };
      return statesFromValues(values, present, known, (state) => asStaged(run, pipeline, state));
    }
    return statesFromFieldChanges(changes, present, facts.createdAt);
  };
  const draft = {
    key: row.key,
    line: row.line,
    fingerprint:
      rows.length === 0
        ? row.fingerprint
        : run.digest([row.fingerprint, ...rows.map((one) => one.fingerprint)]),
    name: textIn(row, "name") ?? `Opportunity ${row.key}`,
    pipeline,
    createdOn: began === null ? null : dateOf(began, timeZone),
    leadSource: textIn(row, "leadSource"),
    nextStep: textIn(row, "nextStep"),
    lostReason: textIn(row, "lostReason"),
    product: textIn(row, "product"),
    quantity: textIn(row, "quantity") ?? "1",
    currency,
    removedAt,
    custom: row.custom,
    hasHistory,
    untold: hasHistory ? untoldWith(file, datedParts(history.snapshots, changes, values)) : untoldBy(file),
    states,
    historyRows: rows.length,
  };
  return { draft };
}

/** States in the words of the source, placed into the record: ids for words, the present apart from what was before. */
import { type SettledState, settle } from "../timelines/state.ts";
import type { Draft } from "./draft.ts";
import { earlierAsKnown, presentAsKnown, type Restatement, restatedByDates } from "./known-past.ts";
import type { RecordRow } from "./record-row.ts";
import type { Run } from "./run.ts";
import type { BelievedVersion, VersionRow } from "./version.ts";

/** Ids of what states name, by the source's words. */
export interface Meant {
  readonly people: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

function versionOf(
  run: Run,
  draft: Draft,
  state: SettledState,
  opportunityId: string,
  meant: Meant,
): VersionRow {
  const pipeline = run.stages.pipeline(state.pipeline ?? draft.pipeline);
  const stage = state.stage === null ? undefined : pipeline.stages.get(state.stage);
  if (state.stage !== null && stage === undefined) {
    run.notices.notice(`States in the stage “${state.stage}”, which no file lists, kept without a stage`);
  }
  const certain = { open: null, won: "1", lost: "0" }[state.status];
  return {
    opportunityId,
    validFrom: state.at,
    basis: state.basis,
    status: state.removed ? "removed" : state.status,
    pipelineId: pipeline.id,
    stageId: stage?.id ?? null,
    stageEnteredAt: stage === undefined ? null : state.stageEnteredAt,
    amountMinor: state.amountMinor,
    currency: state.currency,
    probability: certain ?? state.probability ?? stage?.probability ?? null,
    forecastCategory: state.forecastCategory,
    closeOn: state.closeOn,
    ownerId: meant.people.get(state.owner ?? "") ?? null,
    accountId: meant.accounts.get(state.account ?? "") ?? null,
  };
}

export interface Placed {
  readonly present: VersionRow;
  /** The status of the present, also of a removed opportunity. */
  readonly status: "open" | "won" | "lost";
  readonly earlier: readonly VersionRow[];
}

/** The states of a draft as versions of the opportunity `opportunityId`. */
export function placeStates(
  run: Run,
  draft: Draft,
  listAmount: bigint | null,
  opportunityId: string,
  meant: Meant,
): Placed {
  const { states, setApart, ahead } = settle(draft.states(listAmount), run.importedAt);
  run.notices.notice(
    "States that began at the same instant as the one before, set apart by a microsecond",
    setApart,
  );
  run.notices.notice("States dated after the import, counted as true since the import", ahead);
  const versions = states.map((state) => versionOf(run, draft, state, opportunityId, meant));
  const present = versions.at(-1);
  const status = states.at(-1)?.status;
  if (present === undefined || status === undefined)
    throw new Error(`Opportunity ${draft.key} has no state.`);
  return { present, status, earlier: versions.slice(0, -1) };
}

/** The record that a draft and its present state make. */
export function recordOf(draft: Draft, placed: Placed): RecordRow {
  const { present, status } = placed;
  return {
    id: present.opportunityId,
    true_since: present.validFrom,
    name: draft.name,
    account_id: present.accountId,
    owner_id: present.ownerId,
    pipeline_id: present.pipelineId,
    stage_id: present.stageId,
    stage_entered_at: present.stageEnteredAt,
    status,
    amount_minor: present.amountMinor,
    currency: present.currency,
    probability: present.probability,
    forecast_category: present.forecastCategory,
    created_on: draft.createdOn,
    close_on: present.closeOn,
    lead_source: draft.leadSource,
    next_step: draft.nextStep,
    lost_reason: draft.lostReason,
    removed_at: draft.removedAt,
    custom: draft.custom,
  };
}

const rate = (text: string | null): number | null => (text === null ? null : Number(text));

/** Whether two versions say the same, whenever they hold. */
export function saysSame(a: VersionRow, b: VersionRow): boolean {
  return (
    a.status === b.status &&
    a.pipelineId === b.pipelineId &&
    a.stageId === b.stageId &&
    String(a.stageEnteredAt) === String(b.stageEnteredAt) &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    rate(a.probability) === rate(b.probability) &&
    a.forecastCategory === b.forecastCategory &&
    String(a.closeOn) === String(b.closeOn) &&
    a.ownerId === b.ownerId &&
    a.accountId === b.accountId
  );
}

/** What a file tells of an opportunity that was known before, with what it is silent about as it was. */
export function asKnown(
  draft: Draft,
  placed: Placed,
  believed: readonly BelievedVersion[],
  importedAt: Temporal.Instant,
): Placed {
  const { untold } = draft;
  const last = believed.at(-1);
  const present = presentAsKnown(placed.present, last, untold, importedAt);
  const stays = untold.present.has("status") && last !== undefined && last.status !== "removed";
  const status = stays ? last.status : placed.status;
  return { present, status, earlier: earlierAsKnown(placed.earlier, believed, untold) };
}

/**
 * What must change so that the history of an opportunity before its present is what the source says now. What people
 * recorded here stands; where the source has a history, what was inferred or told by it before gives way.
 */
export function restate(
  believed: readonly BelievedVersion[],
  earlier: readonly VersionRow[],
  since: Temporal.Instant,
  { hasHistory, untold }: Pick<Draft, "hasHistory" | "untold">,
): Restatement {
  if (!hasHistory) return restatedByDates(believed, earlier, since, untold);
  const past = believed.filter((version) => Temporal.Instant.compare(version.validFrom, since) < 0);
  const givesWay = (version: BelievedVersion) => version.basis !== "recorded";
  const kept = new Set<string>();
  const superseded: bigint[] = [];
  for (const version of past) {
    const wanted = earlier.find((one) => one.validFrom.equals(version.validFrom));
    if (!givesWay(version) || (wanted !== undefined && saysSame(wanted, version)))
      kept.add(version.validFrom.toString());
    else superseded.push(version.versionNo);
  }
  return { superseded, stated: earlier.filter((one) => !kept.has(one.validFrom.toString())) };
}

/** What was known of an opportunity before a file told of it again: kept where the file, or its history, is silent. */
import type { BelievedVersion, VersionRow } from "./version.ts";

/** Parts of a state of which a file, or a history, can be silent. */
export type StatePart =
  | "status"
  | "amount"
  | "currency"
  | "probability"
  | "forecastCategory"
  | "closeOn"
  | "owner"
  | "account";

/** What is not told of an opportunity. */
export interface Untold {
  /** Of what the present is: no column says it. */
  readonly present: ReadonlySet<StatePart>;
  /** Of what was before: no history dates it, so that what was believed then stands. */
  readonly past: ReadonlySet<StatePart>;
  /** Columns of the record, beside its state, that no column of the file fills. */
  readonly columns: ReadonlySet<string>;
  /** Whether nothing says since when it stands in its stage. */
  readonly stageSince: boolean;
  /** Whether nothing says when it was created. */
  readonly creation: boolean;
}

type Kept = Partial<VersionRow>;
const partOf: Readonly<Record<StatePart, (from: VersionRow) => Kept>> = {
  status: ({ status, pipelineId, stageId, stageEnteredAt }) => ({
    status,
    pipelineId,
    stageId,
    stageEnteredAt,
  }),
  amount: ({ amountMinor }) => ({ amountMinor }),
  currency: ({ currency }) => ({ currency }),
  probability: ({ probability }) => ({ probability }),
  forecastCategory: ({ forecastCategory }) => ({ forecastCategory }),
  closeOn: ({ closeOn }) => ({ closeOn }),
  owner: ({ ownerId }) => ({ ownerId }),
  account: ({ accountId }) => ({ accountId }),
};

const keeping = (state: VersionRow, from: VersionRow, parts: Iterable<StatePart>): VersionRow =>
  Object.assign({}, state, ...[...parts].map((part) => partOf[part](from)));

const isBefore = (a: VersionRow, b: VersionRow) => Temporal.Instant.compare(a.validFrom, b.validFrom) < 0;

/**
 * The present as a file tells it, with what it is silent about as it was. What follows from the stage, such as the
 * probability, stays as long as the stage does. What people recorded here later than the source dates the row stays
 * in the past: the row is then true since the import.
 */
export function presentAsKnown(
  present: VersionRow,
  last: BelievedVersion | undefined,
  untold: Untold,
  importedAt: Temporal.Instant,
): VersionRow {
  if (last === undefined) return present;
  const wasThere = last.status !== "removed";
  const parts = [...untold.present].filter((part) => {
    if (part === "status") return wasThere && present.status !== "removed";
    const follows = part === "probability" || part === "forecastCategory";
    if (!follows || untold.present.has("status")) return wasThere || !follows;
    return last.status === present.status && last.stageId === present.stageId;
  });
  const known = keeping(present, last, parts);
  const staysInStage = untold.stageSince && known.stageId !== null && known.stageId === last.stageId;
  const stageEnteredAt = staysInStage ? last.stageEnteredAt : known.stageEnteredAt;
  const isLate = last.basis === "recorded" && isBefore(known, last);
  return { ...known, stageEnteredAt, validFrom: isLate ? importedAt : known.validFrom };
}

/** The state that was believed to hold at an instant; undefined before the first. */
function heldAt(believed: readonly BelievedVersion[], at: Temporal.Instant): BelievedVersion | undefined {
  return believed.findLast((version) => Temporal.Instant.compare(version.validFrom, at) <= 0);
}

/** Earlier states as they are told now, with what no history dates as it was believed then. */
export function earlierAsKnown(
  earlier: readonly VersionRow[],
  believed: readonly BelievedVersion[],
  untold: Untold,
): VersionRow[] {
  return earlier.map((state) => {
    const held = heldAt(believed, state.validFrom);
    const parts = [...untold.past].filter((part) => part !== "status");
    return held === undefined || held.status === "removed" ? state : keeping(state, held, parts);
  });
}

export interface Restatement {
  readonly superseded: readonly bigint[];
  readonly stated: readonly VersionRow[];
}

/**
 * What must change in the past where a file has dates but no history. What was seen before stands: a later export adds
 * to it. Only what was inferred from before a creation gives way; a stage of which a date tells is stated where none
 * was known.
 */
export function restatedByDates(
  believed: readonly BelievedVersion[],
  earlier: readonly VersionRow[],
  since: Temporal.Instant,
  untold: Untold,
): Restatement {
  const past = believed.filter((version) => Temporal.Instant.compare(version.validFrom, since) < 0);
  const [first] = earlier;
  const tooEarly = (version: BelievedVersion) =>
    !untold.creation && version.basis === "inferred" && first !== undefined && isBefore(version, first);
  const superseded = past.filter(tooEarly).map((version) => version.versionNo);
  const standing = past.filter((version) => !tooEarly(version));
  const stated: VersionRow[] = [];
  for (const state of earlier) {
    const held = heldAt(standing, state.validFrom);
    const tellsMore = held?.basis === "inferred" && state.stageId !== null && state.stageId !== held.stageId;
    if (held !== undefined && !tellsMore) continue;
    if (held?.validFrom.equals(state.validFrom) === true) {
      if (held.stageId !== null) continue;
      superseded.push(held.versionNo);
    }
    stated.push(state);
  }
  return { superseded, stated };
}

/** What must happen to one record so that it says what it said before an import. */

/** One line of a record's history. */
export interface Change {
  readonly changeNo: bigint;
  readonly noun: string;
  readonly recordId: string;
  readonly action: "created" | "updated" | "deleted" | "restated";
  readonly author: string;
  readonly source: string;
  readonly trueSince: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** Field → [before, after]. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** What somebody did to a record after the import. */
export interface LaterChange {
  readonly author: string;
  readonly at: Temporal.Instant;
  readonly fields: readonly string[];
}

export interface Inverse {
  /** remove: the import made it; restore: it changed it; put-back: it deleted it; nothing: there is nothing to do. */
  readonly kind: "remove" | "restore" | "put-back" | "nothing";
  /** The former values of what goes back. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Before this moment the history of an opportunity was as it is to be again; null: it stays. */
  readonly historyBefore: Temporal.Instant | null;
  /** Since when the former values were true, where history says so. */
  readonly trueSince: Temporal.Instant | null;
  /** What was changed since by somebody else and would be lost; null: nothing is. */
  readonly later: LaterChange | null;
}

/** The fields of an opportunity that make its states: they go back together, or not at all. */
const stateFields = new Set([
  ...["status", "pipeline_id", "stage_id", "stage_entered_at", "amount_minor", "currency", "probability"],
  ...["forecast_category", "close_on", "owner_id", "account_id", "removed_at"],
]);

const nothing: Inverse = { kind: "nothing", fields: {}, historyBefore: null, trueSince: null, later: null };

/**
 * The inverse of what `source` did to a record, out of the record's whole history in order. Changes for which
 * `isSettled` (of an import that was itself undone, and of that undoing) cancel each other and are passed over.
 */
export function inverseOf(
  history: readonly Change[],
  source: string,
  isSettled: (source: string) => boolean,
): Inverse {
  const changes = history.filter((change) => change.source === source || !isSettled(change.source));
  const first = changes.findIndex((change) => change.source === source);
  const start = changes[first];
  if (start === undefined) return nothing;
  const others = changes.slice(first).filter((change) => change.source !== source);
  if (others.some((change) => change.action === "deleted")) return nothing;
  if (changes.some((change) => change.source === source && change.action === "created")) {
    const lost = others.filter((change) => Object.keys(change.fields).some((name) => name !== "removed_at"));
    if (changes.some((change) => change.source === source && change.action === "deleted")) return nothing;
    return { ...nothing, kind: "remove", later: laterOf(lost) };
  }
  const deleted = changes.find((change) => change.source === source && change.action === "deleted");
  if (deleted !== undefined) return { ...nothing, kind: "put-back", fields: formerOf(changes, source).all };
  return restored(changes, source, others);
}

function restored(changes: readonly Change[], source: string, others: readonly Change[]): Inverse {
  const isOpportunity = changes[0]?.noun === "crm.opportunity";
  const isState = (name: string) => isOpportunity && (stateFields.has(name) || name === "versions");
  const { free, taken } = formerOf(changes, source);
  const stateIsTaken =
    [...taken].some(isState) || others.some((change) => Object.keys(change.fields).some(isState));
  const fields = Object.fromEntries(
    Object.entries(free).filter(([name]) => name !== "versions" && !(stateIsTaken && isState(name))),
  );
  const touchesState =
    isOpportunity &&
    changes.some((change) => change.source === source && Object.keys(change.fields).some(isState));
  const inTheWay = others.filter((change) =>
    Object.keys(change.fields).some((name) => taken.has(name) || (touchesState && isState(name))),
  );
  const start = changes.findIndex((change) => change.source === source);
  const before = changes.slice(0, start).findLast((change) => change.action !== "restated");
  return {
    kind: "restore",
    fields,
    historyBefore: touchesState && !stateIsTaken ? (changes[start]?.recordedAt ?? null) : null,
    trueSince: before?.trueSince ?? null,
    later: laterOf(inTheWay),
  };
}

/** The former values of what a source changed, by field; `taken`: fields that somebody changed after it. */
function formerOf(changes: readonly Change[], source: string) {
  const free: Record<string, unknown> = {};
  const all: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const change of changes) {
    for (const [name, [before]] of Object.entries(change.fields)) {
      if (change.source === source) {
        taken.delete(name);
        if (!Object.hasOwn(free, name)) free[name] = before;
        if (!Object.hasOwn(all, name)) all[name] = before;
      } else if (Object.hasOwn(free, name)) {
        delete free[name];
        taken.add(name);
      }
    }
  }
  return { free, all, taken };
}

function laterOf(changes: readonly Change[]): LaterChange | null {
  const last = changes.at(-1);
  if (last === undefined) return null;
  const fields = [...new Set(changes.flatMap((change) => Object.keys(change.fields)))].toSorted();
  return { author: last.author, at: last.recordedAt, fields };
}

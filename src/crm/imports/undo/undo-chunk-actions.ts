/** Takes some records back to what they were before an import, in the transaction that is open. */
import { type Db, type FormerValues, putBackRecords, removeRecords, revertRecords } from "#base/platform";
import { saysSame } from "../running/place-states.ts";
import type { VersionRow } from "../running/version.ts";
import { believedVersions, stateVersions, supersedeVersions } from "../running/versions-store.ts";
import { historyOf } from "./changes-store.ts";
import { type Inverse, inverseOf } from "./inverse.ts";
import { believedAt, datePresent, eraseOpportunities, loosenPresent } from "./states-store.ts";

export interface Undoing {
  readonly workspaceId: string;
  readonly source: string;
  readonly isSettled: (source: string) => boolean;
  /** Records that are left as they are; those that somebody changed just now come to them. */
  readonly kept: Set<string>;
}

export interface ChunkUndone {
  readonly done: number;
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
}

/** Undoes what the import did to these records of one noun. */
export async function undoRecords(
  undoing: Undoing,
  trx: Db,
  noun: string,
  ids: readonly string[],
): Promise<ChunkUndone> {
  const { workspaceId, source, isSettled, kept } = undoing;
  const history = await historyOf(trx, workspaceId, ids);
  const removed: string[] = [];
  const put: FormerValues[] = [];
  const restored = new Map<string, Inverse>();
  let left = 0;
  for (const id of ids) {
    const inverse = inverseOf(history.get(id) ?? [], source, isSettled);
    const { kind, fields } = inverse;
    if (kind === "remove" && inverse.later !== null) kept.add(id);
    if (kept.has(id)) left += 1;
    else if (kind === "remove") removed.push(id);
    else if (kind === "put-back") put.push({ id, fields });
    else if (kind === "restore") restored.set(id, inverse);
    if (!kept.has(id) && inverse.later !== null) left += 1;
  }
  if (noun === "crm.opportunity") {
    await eraseOpportunities(trx, workspaceId, removed);
    await restoreOpportunities(trx, workspaceId, restored);
  } else {
    await removeRecords(trx, workspaceId, noun, removed);
    await putBackRecords(trx, workspaceId, noun, put);
    const rows = [...restored].map(([id, { fields }]) => ({ id, fields }));
    await revertRecords(trx, workspaceId, noun, rows);
  }
  return { done: ids.length, removed: removed.length, restored: restored.size + put.length, kept: left };
}

/** The present first, then the history before it, so that every past day tells what it told before the import. */
async function restoreOpportunities(
  trx: Db,
  workspaceId: string,
  restored: ReadonlyMap<string, Inverse>,
): Promise<void> {
  const rows = [...restored].map(([id, { fields }]) => ({ id, fields }));
  const moments = new Map(
    [...restored].flatMap(([id, { historyBefore }]) =>
      historyBefore === null ? [] : [[id, historyBefore] as const],
    ),
  );
  const ids = [...moments.keys()];
  const wanted = await believedAt(trx, workspaceId, moments);
  const begins = new Map(
    ids.flatMap((id) => {
      const last = wanted.get(id)?.at(-1);
      return last === undefined ? [] : [[id, last.validFrom] as const];
    }),
  );
  await loosenPresent(trx, workspaceId, [...begins.keys()]);
  await revertRecords(trx, workspaceId, "crm.opportunity", rows, begins);
  await datePresent(trx, workspaceId, new Map(ids.map((id) => [id, null])));
  const now = await believedVersions(trx, workspaceId, ids);
  const stated: VersionRow[] = [];
  const superseded: bigint[] = [];
  for (const id of ids) {
    const there = now.get(id) ?? [];
    const before = wanted.get(id) ?? [];
    const same = (a: VersionRow, b: VersionRow) =>
      a.validFrom.equals(b.validFrom) && a.basis === b.basis && saysSame(a, b);
    superseded.push(
      ...there.filter((one) => !before.some((other) => same(one, other))).map((one) => one.versionNo),
    );
    stated.push(...before.filter((one) => !there.some((other) => same(one, other))));
  }
  await supersedeVersions(trx, workspaceId, superseded);
  await stateVersions(trx, workspaceId, stated);
  await datePresent(
    trx,
    workspaceId,
    new Map(
      [...restored].flatMap(([id, { trueSince }]) =>
        moments.has(id) && trueSince !== null ? [[id, trueSince] as const] : [],
      ),
    ),
  );
}

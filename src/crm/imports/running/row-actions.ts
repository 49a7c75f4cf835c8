/** Rows of any kind into their table, each by its link: new records, changed ones, and removed ones. */
import { type Db, removeRecords } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { takeLinks } from "./vanished-store.ts";

/** What a row says of a record, by the columns of its table. */
export type Said = Omit<RecordRow, "id">;
/** What a row says of a record; or why it can be none. */
export type SaidOrRefused<Says = Said> =
  | { readonly said: Says }
  | { readonly refused: { readonly field: string; readonly reason: string } };

export interface RowKind<Says extends object = Said> {
  /** Under which object the links of its rows are kept. */
  readonly object: string;
  /** The table of its records, with its schema: "crm.opportunity_line". */
  readonly table: string;
  /** The columns that a file of this kind speaks of; others are left as they are when a record changes. */
  columns(file: UnderstoodFile): readonly string[];
  /** Finds what rows name, and gives how each of them is read. */
  reader(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<(row: ReadRow) => SaidOrRefused<Says>>;
  /** The same for two rows that mean one record, where rows of different ids can. */
  identity?(said: Says): string;
  /** Records that are there already and that rows without a link mean: identity → the record's id. */
  twins?(run: Run, trx: Db, wanted: ReadonlyMap<string, Says>): Promise<ReadonlyMap<string, string>>;
  insert(trx: Db, workspaceId: string, rows: readonly Identified<Says>[]): Promise<void>;
  change(
    trx: Db,
    workspaceId: string,
    columns: readonly string[],
    rows: readonly Identified<Says>[],
  ): Promise<void>;
}

export type Identified<Says> = Says & { readonly id: string };

/**
 * Writes rows of a kind. A row that says what it said before changes nothing; one that its source marks as deleted
 * takes its record away; one that cannot be a record is refused with the reason.
 */
export async function writeRows<Says extends object>(
  run: Run,
  trx: Db,
  kind: RowKind<Says>,
  rows: readonly ReadRow[],
  file: UnderstoodFile,
): Promise<Tally> {
  const { workspaceId, sourceKey, importId } = run;
  const tally = emptyTally();
  const keys = rows.map((row) => row.key);
  const links = await findLinks(trx, workspaceId, sourceKey, kind.object, keys);
  const gone = rows.filter((row) => truthIn(row, "isDeleted") === true);
  await removeGone(run, trx, kind, gone, links, tally);
  const fresh = rows.filter(
    (row) => !gone.includes(row) && links.get(row.key)?.fingerprint !== row.fingerprint,
  );
  tally.unchanged += rows.length - gone.length - fresh.length;
  const said = await readRows(run, trx, kind, fresh, tally);
  const identity = (row: ReadRow, one: Says) => kind.identity?.(one) ?? row.key;
  const unlinked = [...said].filter(([row]) => !links.has(row.key));
  const wanted = new Map(unlinked.map(([row, one]) => [identity(row, one), one]));
  const twins = (await kind.twins?.(run, trx, wanted)) ?? new Map<string, string>();
  const added = new Map<string, Identified<Says>>();
  const changed: Identified<Says>[] = [];
  const saved: Link[] = [];
  for (const [row, one] of said) {
    const same = identity(row, one);
    const known = links.get(row.key)?.recordId ?? twins.get(same);
    const id = known ?? added.get(same)?.id ?? run.newId();
    saved.push({ sourceId: row.key, recordId: id, fingerprint: row.fingerprint });
    if (known !== undefined) changed.push({ ...one, id });
    else if (!added.has(same)) added.set(same, { ...one, id });
    else {
      tally.duplicate += 1;
      continue;
    }
    tally[known === undefined ? "created" : "updated"] += 1;
  }
  await kind.insert(trx, workspaceId, [...added.values()]);
  await kind.change(trx, workspaceId, kind.columns(file), changed);
  await saveLinks(trx, workspaceId, sourceKey, kind.object, importId, saved);
  return tally;
}

async function removeGone(
  run: Run,
  trx: Db,
  kind: Pick<RowKind, "table" | "object">,
  gone: readonly ReadRow[],
  links: ReadonlyMap<string, Link>,
  tally: Tally,
): Promise<void> {
  const known = gone.flatMap((row) => links.get(row.key) ?? []);
  tally.updated += known.length;
  tally.unchanged += gone.length - known.length;
  if (known.length === 0) return;
  const { workspaceId, importId, sourceKey } = run;
  await removeRecords(
    trx,
    workspaceId,
    kind.table,
    known.map((link) => link.recordId),
  );
  const of = { source: sourceKey, object: kind.object };
  await takeLinks(
    trx,
    workspaceId,
    importId,
    of,
    known.map((link) => link.sourceId),
  );
}

/** What each row says, by row; those that are refused are counted and left out. */
async function readRows<Says extends object>(
  run: Run,
  trx: Db,
  kind: RowKind<Says>,
  rows: readonly ReadRow[],
  tally: Tally,
): Promise<Map<ReadRow, Says>> {
  const read = await kind.reader(run, trx, rows);
  const said = new Map<ReadRow, Says>();
  for (const row of rows) {
    const one = read(row);
    if ("said" in one) said.set(row, one.said);
    else tally.rejects.push({ line: row.line, value: textIn(row, one.refused.field) ?? "", ...one.refused });
  }
  return said;
}

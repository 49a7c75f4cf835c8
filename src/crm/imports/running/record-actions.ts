/** Rows of accounts, contacts, products and activities into the record, each kind by the same steps. */
import type { Db } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { type ReadRow, textIn } from "../mapping/row.ts";
import { findByName } from "./found-store.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import { changeRecords, insertRecords, type RecordTable } from "./records-store.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** What a row says of a record, by the columns of its table. */
export type Said = Omit<RecordRow, "id">;

export interface Kind {
  readonly object: "account" | "contact" | "product" | "activity";
  readonly table: RecordTable;
  /** Records of this kind name each other (an account its parent), also within one chunk. */
  readonly namesItself?: true;
  /** The columns that a file of this kind speaks of; others are left as they are when a record changes. */
  readonly columns: (file: UnderstoodFile) => readonly string[];
  /** Why a row cannot be a record of this kind; null when it can. */
  readonly refuses: (row: ReadRow) => { readonly field: string; readonly reason: string } | null;
  /** Finds what rows name, and gives how each row is read. */
  readonly reader: (run: Run, trx: Db, rows: readonly ReadRow[]) => Promise<(row: ReadRow) => Said>;
}

/** Records by name that are there already and that no row of the source stands for yet. */
async function findNamesakes(
  run: Run,
  trx: Db,
  kind: Kind,
  rows: readonly ReadRow[],
): Promise<Map<string, string>> {
  const { table } = kind;
  if (table !== "crm.account" && table !== "crm.product") return new Map();
  const names = rows.flatMap((row) => textIn(row, "name") ?? []);
  const found = await findByName(trx, run.workspaceId, table, names, run.sourceKey);
  const byKey = new Map<string, string>();
  const taken = new Set<string>();
  for (const row of rows) {
    const namesake = found.get((textIn(row, "name") ?? "").toLowerCase());
    if (namesake === undefined || taken.has(namesake.id)) continue;
    taken.add(namesake.id);
    byKey.set(row.key, namesake.id);
  }
  return byKey;
}

/** Writes rows of one kind: new records, changed ones, and nothing for those that say what they said before. */
export async function writeRecords(
  run: Run,
  trx: Db,
  kind: Kind,
  rows: readonly ReadRow[],
  file: UnderstoodFile,
): Promise<Tally> {
  const { workspaceId, importId } = run;
  const tally = emptyTally();
  const links = await findLinks(
    trx,
    workspaceId,
    run.sourceKey,
    kind.object,
    rows.map((row) => row.key),
  );
  const fresh: ReadRow[] = [];
  for (const row of rows) {
    const refused = kind.refuses(row);
    if (refused !== null) tally.rejects.push({ line: row.line, value: "", ...refused });
    else if (links.get(row.key)?.fingerprint === row.fingerprint) tally.unchanged += 1;
    else fresh.push(row);
  }
  const namesakes = await findNamesakes(
    run,
    trx,
    kind,
    fresh.filter((row) => !links.has(row.key)),
  );
  const known = (row: ReadRow) => links.get(row.key)?.recordId ?? namesakes.get(row.key);
  const ids = new Map(fresh.map((row) => [row.key, known(row) ?? run.newId()]));
  const linksOf = (fingerprint: (row: ReadRow) => string): Link[] =>
    fresh.map((row) => ({
      sourceId: row.key,
      recordId: ids.get(row.key) ?? "",
      fingerprint: fingerprint(row),
    }));
  const save = (saved: Link[]) => saveLinks(trx, workspaceId, run.sourceKey, kind.object, importId, saved);
  if (kind.namesItself) await save(linksOf(() => ""));
  const read = await kind.reader(run, trx, fresh);
  const added: RecordRow[] = [];
  const changed: RecordRow[] = [];
  for (const row of fresh) {
    const isKnown = known(row) !== undefined;
    (isKnown ? changed : added).push({ id: ids.get(row.key) ?? "", ...read(row) });
    // A record that was only named until now is told for the first time.
    if (!isKnown || links.get(row.key)?.fingerprint === "") tally.created += 1;
    else tally.updated += 1;
  }
  await insertRecords(trx, workspaceId, kind.table, added);
  await changeRecords(trx, workspaceId, kind.table, kind.columns(file), changed);
  await save(linksOf((row) => row.fingerprint));
  return tally;
}

/** Reads the files that say something of other files' records, and accounts for their rows. */
import type { Db } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { filesOf, type ImportPlan } from "../mapping/import-plan.ts";
import type { FieldValue } from "../mapping/row.ts";
import { momentIn, type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import { readRowsOf } from "../reading/read-rows.ts";
import type { TableFile } from "../reading/table-file.ts";
import type { SourceObject } from "../recognition/field-kind.ts";
import { isIdOf, plainId } from "../recognition/source-ids.ts";
import { placesAbove, readPaths } from "../values/hierarchy-path.ts";
import { Joins, type MergedNoun } from "./joins.ts";
import { findLinks } from "./links-store.ts";
import { noteRoles } from "./roles.ts";
import { fullName } from "./row-values.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";

interface Reading {
  readonly plan: ImportPlan;
  readonly tables: ReadonlyMap<string, TableFile>;
}

async function* rowsIn(reading: Reading, file: UnderstoodFile): AsyncGenerator<ReadRow> {
  const table = reading.tables.get(file.file);
  if (table === undefined) return;
  yield* readRowsOf(table, file, reading.plan.source);
}

async function* rowsOf(reading: Reading, object: SourceObject): AsyncGenerator<ReadRow> {
  for (const file of filesOf(reading.plan, object)) yield* rowsIn(reading, file);
}

/** Which record an association tells of, and which field of it: the left side of the pair, and the right. */
export function tellsOf(
  row: ReadRow,
): { object: "activity" | "opportunity" | "person"; key: string; field: string; value: string } | null {
  const text = (field: string) => textIn(row, field);
  const user = text("user");
  const person = text("person") ?? (user === null ? null : `user ${user}`);
  const pairs = [
    ["activity", text("activity"), ["opportunity", "contact", "account"]],
    ["opportunity", text("opportunity"), ["account"]],
    ["person", person, ["team"]],
  ] as const;
  for (const [object, key, fields] of pairs) {
    if (key === null) continue;
    const field = fields.find((one) => text(one) !== null);
    if (field !== undefined) return { object, key, field, value: text(field) ?? "" };
  }
  return null;
}

const mergeFiles = {
  "account-merge": "account",
  "contact-merge": "contact",
  "opportunity-merge": "opportunity",
} as const;

/** Reads what files say of each other's records. Files that say nothing of the kind are not read. */
export async function readJoins(reading: Reading, digest: Run["digest"]): Promise<Joins> {
  const { plan } = reading;
  const joins = new Joins(plan.source, digest);
  for await (const row of rowsOf(reading, "team"))
    joins.nameTeam(row.key, textIn(row, "name") ?? row.key, textIn(row, "parent"));
  for await (const row of rowsOf(reading, "association")) {
    const told = tellsOf(row);
    if (told === null || truthIn(row, "isDeleted") === true) continue;
    joins.note(told.object, told.key, told.field, told.value, truthIn(row, "isPrimary") === true);
  }
  for await (const row of rowsOf(reading, "engagement")) {
    for (const field of ["person", "doneAt"]) {
      const value: FieldValue | undefined = row.fields.get(field);
      if (value !== undefined) joins.note("activity", row.key, field, value);
    }
  }
  for (const [object, noun] of Object.entries(mergeFiles) as [keyof typeof mergeFiles, MergedNoun][]) {
    for await (const row of rowsOf(reading, object))
      joins.merge(noun, textIn(row, "from") ?? "", textIn(row, "into") ?? "", momentIn(row, "at"));
  }
  await noteMergedIds(reading, joins);
  await noteParentNames(reading, joins);
  await noteTwins(reading, joins);
  await noteRoles(rowsOf(reading, "role"), () => rowsOf(reading, "person"), joins);
  await notePaths(reading, joins);
  await noteManaged(reading, joins);
  return joins;
}

const hasField = (file: UnderstoodFile, field: string) =>
  file.columns.some((column) => column.field === field);

/** Merges that the records say themselves: the winner lists the losers, or the loser names the winner. */
async function noteMergedIds(reading: Reading, joins: Joins): Promise<void> {
  for (const noun of ["account", "contact", "opportunity"] as const) {
    for (const file of filesOf(reading.plan, noun)) {
      if (!hasField(file, "mergedIds") && !hasField(file, "mergedInto")) continue;
      for await (const row of rowsIn(reading, file)) {
        for (const from of (textIn(row, "mergedIds") ?? "").split(/[;,]/)) {
          if (from.trim() !== "") joins.merge(noun, plainId(reading.plan.source, from.trim()), row.key, null);
        }
        const into = textIn(row, "mergedInto");
        if (into !== null) joins.merge(noun, row.key, plainId(reading.plan.source, into), null);
      }
    }
  }
}

/** Parents that are named by name, in files that have ids: which row each name is, where only one has it. */
async function noteParentNames(reading: Reading, joins: Joins): Promise<void> {
  const files = filesOf(reading.plan, "account").filter((file) => hasField(file, "name"));
  if (!files.some((file) => hasField(file, "parent"))) return;
  const rows = async function* () {
    for (const file of files) yield* rowsIn(reading, file);
  };
  const parents = new Set<string>();
  for await (const row of rows()) {
    const parent = textIn(row, "parent");
    if (parent !== null && !isIdOf(reading.plan.source, parent)) parents.add(parent.toLowerCase());
  }
  const keys = new Map<string, string | null>();
  const ids = new Set<string>();
  if (parents.size > 0)
    for await (const row of rows()) {
      const name = textIn(row, "name")?.toLowerCase() ?? "";
      if (parents.has(row.key.toLowerCase())) ids.add(row.key.toLowerCase());
      if (!parents.has(name)) continue;
      keys.set(name, keys.has(name) && keys.get(name) !== row.key ? null : row.key);
    }
  // What is the id of a row is meant as that, whoever is called so.
  for (const [name, key] of keys) if (key !== null && !ids.has(name)) joins.nameAccount(name, key);
}

/** Owners and users of HubSpot are the same people under two ids. */
async function noteTwins(reading: Reading, joins: Joins): Promise<void> {
  for (const file of filesOf(reading.plan, "person")) {
    if (!hasField(file, "sameUser")) continue;
    for await (const row of rowsIn(reading, file)) {
      const user = textIn(row, "sameUser");
      if (user === null) continue;
      joins.note("person", row.key, "sameAs", `user ${user}`);
      joins.note("person", `user ${user}`, "sameAs", row.key);
    }
  }
}

/** Managers by the paths that people have in a tree. A manager that a file names itself stands above it. */
async function notePaths(reading: Reading, joins: Joins): Promise<void> {
  const files = filesOf(reading.plan, "person").filter((file) => hasField(file, "path"));
  if (files.length === 0) return;
  const keys: string[] = [];
  const written: string[] = [];
  for (const file of files) {
    for await (const row of rowsIn(reading, file)) {
      keys.push(row.key);
      written.push(textIn(row, "path") ?? "");
    }
  }
  for (const [at, above] of placesAbove(readPaths(written)).entries()) {
    const [person, manager] = [keys[at], keys[above ?? -1]];
    if (person !== undefined && manager !== undefined) joins.note("person", person, "manager", manager);
  }
}

/** Who names whom as manager, so that circles are found before anybody is written. */
async function noteManaged(reading: Reading, joins: Joins): Promise<void> {
  for (const file of filesOf(reading.plan, "person")) {
    if (!joins.widened(file).columns.some((column) => column.field === "manager")) continue;
    for await (const read of rowsIn(reading, file)) {
      const row = joins.fill("person", read);
      const { key, fingerprint } = row;
      const manager = textIn(row, "manager");
      joins.managed.push({ key, fingerprint, name: fullName(row), email: textIn(row, "email"), manager });
    }
  }
}

/** The ids of activities that have a row of their own kind, beside the table that lists all of them. */
export async function activityKeys(reading: Reading): Promise<Set<string>> {
  const keys = new Set<string>();
  if (filesOf(reading.plan, "engagement").length === 0) return keys;
  for await (const row of rowsOf(reading, "activity")) keys.add(row.key);
  return keys;
}

const calls: Readonly<Record<string, string>> = {
  person: "person",
  activity: "activity",
  opportunity: "opportunity",
  account: "account",
  contact: "contact",
};

/** Accounts for rows that link records: those of records that there are were read with them, the others are refused. */
export async function accountForLinks(
  run: Run,
  trx: Db,
  rows: readonly ReadRow[],
  of: (row: ReadRow) => { readonly object: string; readonly key: string } | null,
): Promise<Tally> {
  const tally = emptyTally();
  const told = rows.map((row) => ({ row, about: of(row) }));
  const objects = [...new Set(told.flatMap(({ about }) => about?.object ?? []))];
  const known = new Set<string>();
  for (const object of objects) {
    const keys = told.flatMap(({ about }) => (about?.object === object ? [about.key] : []));
    const found = await findLinks(trx, run.workspaceId, run.sourceKey, object, keys);
    for (const key of found.keys()) known.add(`${object} ${key}`);
  }
  for (const { row, about } of told) {
    if (about !== null && known.has(`${about.object} ${about.key}`)) tally.unchanged += 1;
    else {
      const field = about?.object ?? "(row)";
      const reason =
        about === null
          ? "The row links no two records."
          : `No file of this import has this ${calls[about.object] ?? about.object}.`;
      tally.rejects.push({ line: row.line, field, value: about?.key ?? "", reason });
    }
  }
  return tally;
}

/** Which record a merge tells of: the one that remained. */
export function remainedIn(noun: MergedNoun, joins: Joins) {
  return (row: ReadRow) => {
    const into = textIn(row, "into");
    return into === null ? null : { object: noun, key: joins.winnerOf(noun, into) };
  };
}

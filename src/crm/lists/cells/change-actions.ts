/**
 * Changing records cell by cell: what was typed is read, each record is changed by its noun's own action, and what is
 * refused is told by cell. Tried out or kept; tried out, nothing stays.
 */
import { type ListColumn, Refusal } from "#base/kernel";
import { type Db, type Sight, tried } from "#base/platform";
import { plainDecimal } from "#base/wire";
import { workspaceOf } from "#people";
import { findFields } from "../../fields/store.ts";
import type { CellsChanged, RowChange } from "../contract.ts";
import { columnsOfList, type ListNoun } from "../list-noun.ts";
import { type CellCall, cellNouns, type Shown } from "./cell-nouns-actions.ts";
import { cellText, columnOfField, fieldOf } from "./cell-text.ts";
import { findNamed, type Named } from "./named-store.ts";
import { type CellRead, readCell } from "./read-cell.ts";

type RowResult = CellsChanged["rows"][number];
type CellRefusal = RowResult["refusals"][number];

interface Reading {
  readonly columns: readonly ListColumn[];
  readonly timeZone: string;
  readonly currency: string;
  readonly named: ReadonlyMap<string, readonly Named[]>;
}

/** Changes the cells of some records of a noun. With `preview` everything is tried and nothing is kept. */
export async function changeCells(
  call: CellCall & { readonly sight: Sight },
  noun: ListNoun,
  rows: readonly RowChange[],
  preview: boolean,
): Promise<CellsChanged> {
  const { db, workspaceId, sight } = call;
  const fields = await findFields(db, workspaceId, noun);
  const columns = columnsOfList(noun, fields);
  const { timeZone, currency } = await workspaceOf(db, workspaceId);
  const named = await findMeant(db, sight, columns, rows);
  const reading: Reading = { columns, timeZone, currency, named };
  const byId = new Map<string, RowResult>();
  // Always in the same order, so that two who change the same records wait for each other and not crosswise.
  for (const row of rows.toSorted((a, b) => a.id.localeCompare(b.id))) {
    byId.set(row.id, await changeRow(call, noun, row, reading, preview));
  }
  return { rows: rows.map(({ id }) => byId.get(id)).filter((row) => row !== undefined) };
}

/** Everything that is meant by a name, found at once for each kind of record. */
async function findMeant(
  db: Db,
  sight: Sight,
  columns: readonly ListColumn[],
  rows: readonly RowChange[],
): Promise<Map<string, readonly Named[]>> {
  const kinds = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    for (const [id, text] of Object.entries(cells)) {
      const leadsTo = columns.find((column) => column.id === id)?.leadsTo;
      if (leadsTo && text !== null) kinds.set(leadsTo, (kinds.get(leadsTo) ?? new Set()).add(text.trim()));
    }
  }
  const found = new Map<string, readonly Named[]>();
  for (const [leadsTo, names] of kinds) found.set(leadsTo, await findNamed(db, sight, leadsTo, [...names]));
  return found;
}

async function changeRow(
  call: CellCall,
  noun: ListNoun,
  row: RowChange,
  reading: Reading,
  preview: boolean,
): Promise<RowResult> {
  const wanted = reading.columns.filter(({ id }) => id in row.cells);
  const unknown = Object.keys(row.cells).filter((id) => !wanted.some((column) => column.id === id));
  const refusals: CellRefusal[] = unknown.map((column) => ({ column, message: "There is no such column." }));
  const before = await found(() => cellNouns[noun].find(call, row.id), refusals);
  if (before === null) return { id: row.id, version: row.version, changed: [], refusals };
  const values = new Map<ListColumn, unknown>();
  for (const column of wanted) {
    const read = readFor(column, row.cells[column.id] ?? null, before, reading);
    if ("reason" in read) refusals.push({ column: column.id, message: read.reason });
    else if (!isUnchanged(before, column, read.value)) values.set(column, read.value);
  }
  const after = await changeWhatCanBe(call, noun, row, values, refusals, preview);
  return {
    id: row.id,
    version: preview ? before.version : after.version,
    changed: [...values.keys()].map((column) => ({
      column: column.id,
      before: cellText(before, column),
      after: cellText(after, column),
    })),
    refusals,
  };
}

/** Tries all values together; one that is refused is taken out and told, and the rest is tried again. */
async function changeWhatCanBe(
  call: CellCall,
  noun: ListNoun,
  row: RowChange,
  values: Map<ListColumn, unknown>,
  refusals: CellRefusal[],
  preview: boolean,
): Promise<Shown> {
  const { body, find, change } = cellNouns[noun];
  while (values.size > 0) {
    const checked = body.safeParse(bodyOf(values));
    if (!checked.success) {
      for (const issue of checked.error.issues)
        takeOut(issue.path.join("."), issue.message, values, refusals);
      continue;
    }
    const work = () => change.call(cellNouns[noun], call, row.id, row.version, checked.data);
    const done = await found(() => tried(call.db, work, { keep: !preview }), refusals, values);
    if (done !== null) return done;
  }
  return find(call, row.id);
}

function bodyOf(values: ReadonlyMap<ListColumn, unknown>): object {
  const body: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [column, value] of values) {
    if (column.id.startsWith("custom.")) custom[column.id.slice("custom.".length)] = value;
    else body[fieldOf(column)] = value;
  }
  return Object.keys(custom).length === 0 ? body : { ...body, custom };
}

/** What the work gives, or null where it was refused, which is then told by the cells at fault. */
async function found<T>(
  work: () => Promise<T>,
  refusals: CellRefusal[],
  values: Map<ListColumn, unknown> = new Map(),
): Promise<T | null> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const fields = problem.fields.length > 0 ? problem.fields : [{ field: "", message: problem.message }];
    for (const { field, message } of fields) takeOut(field, message || problem.message, values, refusals);
    return null;
  }
}

/** Takes the value at fault out, and tells why; where no value in particular is at fault, all of them. */
function takeOut(
  field: string,
  message: string,
  values: Map<ListColumn, unknown>,
  refusals: CellRefusal[],
): void {
  const column = columnOfField(field, [...values.keys()]);
  refusals.push({ column: column?.id ?? null, message });
  if (column) values.delete(column);
  else values.clear();
}

function readFor(
  column: ListColumn,
  text: string | null,
  record: Shown,
  { timeZone, currency, named }: Reading,
): Exclude<CellRead, { named: string }> {
  if (!column.changes) return { reason: `${column.label} is not changed in a list.` };
  const held = (record as unknown as Record<string, { currency?: string } | null>)[column.id]?.currency;
  const read = readCell(text, column, { timeZone, currency: held ?? currency });
  if (!("named" in read)) {
    return (column.always || column.stays) && "value" in read && read.value === null
      ? { reason: `${column.label} cannot be empty.` }
      : read;
  }
  return meant(read.named, column, record, named.get(column.leadsTo ?? "") ?? []);
}

/** The one record that a name means, or why it is not clear. */
function meant(name: string, column: ListColumn, record: Shown, found: readonly Named[]) {
  const pipeline = (record as { pipeline?: { id: string } }).pipeline?.id;
  const ids = new Set(
    found
      .filter((one) => one.name === name.toLowerCase() && (one.within === null || one.within === pipeline))
      .map(({ id }) => id),
  );
  const [only] = ids;
  if (only !== undefined && ids.size === 1) return { value: only };
  const what = column.leadsTo ?? "record";
  return {
    reason:
      ids.size === 0
        ? `There is no ${what} called “${name}”.`
        : `${ids.size} of them are called “${name}”: choose the ${what} in its cell.`,
  };
}

function isUnchanged(record: Shown, column: ListColumn, value: unknown): boolean {
  const held = cellText(record, column);
  if (value === null || held === null) return value === null && held === null;
  if (typeof value === "object") {
    const { amount, currency } = value as { amount: string; currency: string };
    const [heldAmount = "", heldCurrency] = held.text.split(" ");
    return currency === heldCurrency && plainDecimal(amount) === plainDecimal(heldAmount);
  }
  return held.text === String(value);
}

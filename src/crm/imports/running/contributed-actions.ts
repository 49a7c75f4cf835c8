/** Kinds of rows that other capabilities let imports read: what they must say of themselves, and how they are written. */
import type { Clock } from "#base/kernel";
import type { Db, Replica } from "#base/platform";
import type { FilePlan, UnderstoodFile } from "../mapping/column-plan.ts";
import type { Question } from "../mapping/import-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import type { ReadableKind } from "../recognition/readable-kind.ts";
import type { StandingFigure } from "./compared-figures.ts";
import { linkedAmong } from "./linked-store.ts";
import { knownRecords, meantPeople, meantRecords } from "./reference-actions.ts";
import type { Identified, RowKind, SaidOrRefused } from "./row-actions.ts";
import { amountOf, currencyOf } from "./row-values.ts";
import type { Run } from "./run.ts";

/** What rows are read with: whom and what they name, and what holds where they say nothing. */
export interface RowContext {
  readonly workspaceId: string;
  readonly timeZone: string;
  /** What was decided on the file, or said by a person. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whom these values mean, by value; whoever is not known becomes a person without a seat. */
  readonly people: (values: ReadonlySet<string>) => Promise<ReadonlyMap<string, string>>;
  /** Which accounts or products these values mean, by value; what is not known is made. */
  readonly records: (
    noun: "account" | "product",
    values: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, string>>;
  /** Which contacts or opportunities of the source these ids are, as far as there are any. */
  readonly known: (
    noun: "contact" | "opportunity",
    ids: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, string>>;
  /** The currency of a row: its own, else the import's; null when its own is none. */
  readonly currency: (row: ReadRow) => string | null;
  /** An amount of a row in minor units of a currency; null when the row has none. */
  readonly amountMinor: (row: ReadRow, field: string, currency: string) => bigint | null;
  /** Says something once, with how often it happened. */
  readonly notice: (sentence: string, times?: number) => void;
}

/** What a kind decides on a file before anything is written. */
export interface KindDecision {
  readonly settings: Readonly<Record<string, string>>;
  readonly assumptions: readonly string[];
  readonly questions: readonly Question[];
}

/** A kind of rows with how it is written. `Says`: what a row says of a record, in the words of its own noun. */
export interface ContributedKind<Says extends object = object> extends ReadableKind {
  /** The table of its records, with its schema: "plan.target". */
  readonly table: string;
  /** What no column of a file says and its rows together may: decided out of all of them, or asked. */
  decide?(
    file: Pick<FilePlan, "file" | "columns">,
    rows: AsyncIterable<ReadRow>,
    asked: { readonly said: Readonly<Record<string, string>>; readonly timeZone: string },
  ): Promise<KindDecision>;
  reader(
    context: RowContext,
    trx: Db,
    rows: readonly ReadRow[],
  ): Promise<(row: ReadRow) => SaidOrRefused<Says>>;
  /** Records that are there already and that rows without a link mean: the row's key → the record's id. */
  twins?(
    trx: Db,
    workspaceId: string,
    wanted: ReadonlyMap<string, Says>,
  ): Promise<ReadonlyMap<string, string>>;
  insert(trx: Db, workspaceId: string, rows: readonly Identified<Says>[]): Promise<void>;
  change(trx: Db, workspaceId: string, rows: readonly Identified<Says>[]): Promise<void>;
  /** What people call these records, by id: for what a dry run shows. */
  namesOf?(db: Db, workspaceId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

function contextOf(run: Run, trx: Db, file: UnderstoodFile): RowContext {
  return {
    workspaceId: run.workspaceId,
    timeZone: run.plan.timeZone,
    settings: file.settings ?? {},
    people: (values) => meantPeople(run, trx, values),
    records: (noun, values) => meantRecords(run, trx, noun, values),
    known: (noun, ids) => knownRecords(run, trx, noun, ids),
    currency: (row) => currencyOf(row, run.plan.currency),
    amountMinor: (row, field, currency) => amountOf(run, row, field, currency),
    notice: (sentence, times) => run.notices.notice(sentence, times),
  };
}

/** A contributed kind as rows of one of its files are written. A record that a row stands for already is no twin. */
export function rowKindOf(kind: ContributedKind, file: UnderstoodFile): RowKind<object> {
  const { object, table } = kind;
  return {
    object,
    table,
    columns: () => [],
    reader: (run, trx, rows) => kind.reader(contextOf(run, trx, file), trx, rows),
    async twins(run, trx, wanted) {
      const found = (await kind.twins?.(trx, run.workspaceId, wanted)) ?? new Map<string, string>();
      const of = { source: run.sourceKey, object };
      const linked = await linkedAmong(trx, run.workspaceId, of, [...found.values()]);
      return new Map([...found].filter(([, id]) => !linked.has(id)));
    },
    insert: (trx, workspaceId, rows) => kind.insert(trx, workspaceId, rows),
    change: (trx, workspaceId, _, rows) => kind.change(trx, workspaceId, rows),
  };
}

/** What a capability to the right of crm, which knows measures, lets a dry run compare. */
export interface ComparedFigures {
  /** Tables that figures rest on, to be copied whether or not the files speak of them. */
  readonly tables: readonly string[];
  /** The figures of the record. */
  now(on: { db: Db; replica: Replica; clock: Clock }, workspaceId: string): Promise<StandingFigure[]>;
  /** The figures of a copy of the record; `directory` is free to be written in, and is removed with the copy. */
  onCopy(on: { db: Db; directory: string; clock: Clock }, workspaceId: string): Promise<StandingFigure[]>;
}

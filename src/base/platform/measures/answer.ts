/** Answers a question about a measure: total, rows by a dimension, and the records behind them. */
import { duck, type Fragment, joined, type Replica, type Row } from "../replica/index.ts";
import type { Book } from "./book.ts";
import { addsUp, basisQuery, type Pass, passQuery, recordsQuery } from "./compile.ts";
import type { Choice, Figure, Measure, Taken } from "./definition.ts";
import { type Inferred, inferredNotes, inferredOf } from "./inferred.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { Question } from "./question.ts";
import { inRowOrder } from "./row-order.ts";

export interface AnswerRow extends Figure {
  readonly key: string;
  readonly id: string | null;
}

export interface Answer {
  readonly measure: Measure;
  readonly choice: Choice;
  readonly question: Question;
  readonly rows: readonly AnswerRow[];
  readonly total: Figure;
  readonly notes: readonly string[];
  /** How much of the total rests on dates alone; null where nothing does. */
  readonly inferred: Inferred | null;
}

/** The measure's total and, when the question has a `by`, its rows. */
export async function answerMeasure(
  book: Book,
  replica: Replica,
  measure: Measure,
  asked: Question,
): Promise<Answer> {
  const prepared = await prepare(book, replica, measure, asked);
  const { choice, question } = prepared;
  const found = question.by === null ? null : await takeAll(replica, prepared, question.by);
  const whole = found?.total ?? (await takeAll(replica, prepared, null)).total;
  const inferred = whole === null || whole.inferred === 0 ? null : await countInferred(replica, prepared);
  const names = prepared.passes.flatMap((pass) => pass.components.map(([name]) => name));
  const finish = (taken: ReadonlyMap<string, Taken> | undefined) =>
    measure.finish(
      Object.fromEntries(names.map((name) => [name, taken?.get(name) ?? { value: null, n: 0 }])),
      choice,
    );
  const rows: AnswerRow[] = [];
  if (found !== null) {
    for (const row of found.rows.values()) {
      // A key under which no record counts (a stage of what is closed, a year of what is still open) is no row.
      if ([...row.taken.values()].every((taken) => taken.n === 0)) continue;
      rows.push({ key: row.key, id: row.id, ...finish(row.taken) });
    }
    rows.sort(rowOrder(found.rows, prepared.grain !== null));
  }
  const notes = [...prepared.notes, ...inferredNotes(inferred)];
  return { measure, choice, question, rows, total: finish(whole?.taken), notes, inferred };
}

/** Counts the opportunities behind the total, each once, and those of them that rest on dates alone. */
async function countInferred(replica: Replica, prepared: Prepared): Promise<Inferred | null> {
  const ask = { ...prepared.whole, by: null, byStretches: null };
  const queries = prepared.passes.flatMap((pass) => basisQuery(pass, ask) ?? []);
  const [row] = await replica.ask(
    prepared.question.ground.workspaceId,
    duck`SELECT count(*)::INTEGER AS all_of_them, count(*) FILTER (WHERE inferred)::INTEGER AS inferred
      FROM (SELECT id, bool_or(inferred) AS inferred FROM (${joined(queries, " UNION ALL ")}) GROUP BY id)`,
  );
  return inferredOf(Number(row?.inferred ?? 0), Number(row?.all_of_them ?? 0));
}

/**
 * The opportunities behind a measure (or one of its rows) as a query: `id` and `part`, one row an opportunity. A query,
 * not a list, so that a page of a million records costs a page.
 */
export async function recordsBehind(
  book: Book,
  replica: Replica,
  measure: Measure,
  asked: Question,
  key: string | null,
): Promise<Fragment> {
  const prepared = await prepare(book, replica, measure, asked);
  const ofRow = { by: prepared.grain ? null : prepared.question.by, byStretches: prepared.byStretches };
  const ask =
    key === null ? { ...prepared.whole, by: null, byStretches: null } : { ...prepared.rows, ...ofRow };
  const queries = prepared.passes.filter((one) => one.fact.opens).map((pass) => recordsQuery(pass, ask, key));
  return duck`SELECT id, string_agg(DISTINCT part, ', ' ORDER BY part) AS part
    FROM (${joined(queries, " UNION ALL ")}) GROUP BY id`;
}

interface Found {
  readonly key: string;
  readonly id: string | null;
  readonly order: number | null;
  readonly taken: Map<string, Taken>;
  /** Rows that rest on dates alone, over all passes. */
  inferred: number;
}

interface AllFound {
  /** By id, or by key where there is none. */
  readonly rows: Map<string, Found>;
  /** Null where the rows of the breakdown do not add up to it, so that it is asked for by itself. */
  readonly total: Found | null;
}

/** Asks every pass for its rows by a dimension, with the total where they add up to it; without a dimension for the total. */
async function takeAll(replica: Replica, prepared: Prepared, by: string | null): Promise<AllFound> {
  const ask = {
    ...(by === null ? prepared.whole : prepared.rows),
    by: prepared.grain ? null : by,
    byStretches: by !== null ? prepared.byStretches : null,
  };
  const withTotal =
    by !== null &&
    prepared.rows === prepared.whole &&
    prepared.passes.every((pass) => addsUp(pass, { ...ask, byStretches: prepared.byStretches }));
  const rows = new Map<string, Found>();
  let total: Found | null = null;
  for (const pass of prepared.passes) {
    const query = passQuery(pass, { ...ask, withTotal });
    for (const row of await replica.ask(prepared.question.ground.workspaceId, query)) {
      const isTotal = by === null || (withTotal && row.row_key === null);
      const id = row.row_id === null || row.row_id === undefined ? null : String(row.row_id);
      const key = isTotal ? "" : String(row.row_key);
      const one: Found = (isTotal ? total : rows.get(id ?? key)) ?? {
        key,
        id,
        order: numberOrNull(row.sort_by),
        taken: new Map<string, Taken>(),
        inferred: 0,
      };
      take(one, pass, row);
      if (isTotal) total = one;
      else rows.set(id ?? key, one);
    }
  }
  return { rows, total };
}

/** Adds to a row what a pass found of it. */
function take(found: Found, pass: Pass, row: Row): void {
  found.inferred += Number(row.inferred ?? 0);
  pass.components.forEach(([name], index) => {
    const n = Number(row[`n${index}`] ?? 0);
    found.taken.set(name, { value: n === 0 ? null : valueAt(row, index), n });
  });
}

function valueAt(row: Row, index: number): bigint | number | null {
  const value = row[`v${index}`];
  return typeof value === "bigint" || typeof value === "number" ? value : null;
}

function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function rowOrder(found: Map<string, Found>, byTime: boolean) {
  const ordered = ({ id, key, value }: AnswerRow) => ({
    key,
    value: byTime ? null : value,
    order: found.get(id ?? key)?.order ?? null,
  });
  return (a: AnswerRow, b: AnswerRow): number => inRowOrder(ordered(a), ordered(b));
}

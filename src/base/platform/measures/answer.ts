/** Answers a question about a measure: total, rows by a dimension, and the records behind them. */
import { Refusal } from "#base/kernel";
import { duck, type Fragment, joined, type Replica, type Row, raw } from "../replica/index.ts";
import { type Book, timeDimensions } from "./book.ts";
import { basisQuery, type Pass, type PassAsk, passQuery, recordsQuery } from "./compile.ts";
import { type Choice, defaultChoice, type Figure, type Measure, type Taken } from "./definition.ts";
import type { Stretch } from "./fact.ts";
import { type Inferred, inferredNotes, inferredOf } from "./inferred.ts";
import { factAsk, type Question, stretch, stretches } from "./question.ts";
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

export interface Prepared {
  readonly choice: Choice;
  readonly passes: readonly Pass[];
  readonly question: Question;
  readonly grain: Grain | null;
  /** For the total: the period as one. */
  readonly whole: Omit<PassAsk, "by" | "byStretches">;
  /** For the rows: period by period when they are cut by time. */
  readonly rows: Omit<PassAsk, "by" | "byStretches">;
  readonly byStretches: readonly Stretch[] | null;
  readonly notes: readonly string[];
}

type Grain = "day" | "week" | "month" | "quarter" | "year";

/** The measure's total and, when the question has a `by`, its rows. */
export async function answerMeasure(
  book: Book,
  replica: Replica,
  measure: Measure,
  asked: Question,
): Promise<Answer> {
  const prepared = await prepare(book, replica, measure, asked);
  const { choice, question } = prepared;
  const total = await takeAll(replica, prepared, null);
  const whole = total.get("");
  const inferred =
    whole === undefined || whole.inferred === 0 ? null : await countInferred(replica, prepared);
  const names = prepared.passes.flatMap((pass) => pass.components.map(([name]) => name));
  const finish = (taken: Map<string, Taken> | undefined) =>
    measure.finish(
      Object.fromEntries(names.map((name) => [name, taken?.get(name) ?? { value: null, n: 0 }])),
      choice,
    );
  const rows: AnswerRow[] = [];
  if (question.by !== null) {
    const found = await takeAll(replica, prepared, question.by);
    for (const row of found.values()) {
      // A key under which no record counts (a stage of what is closed, a year of what is still open) is no row.
      if ([...row.taken.values()].every((taken) => taken.n === 0)) continue;
      rows.push({ key: row.key, id: row.id, ...finish(row.taken) });
    }
    rows.sort(rowOrder(found, prepared.grain !== null));
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

/** What a question needs of the facts: which passes, bounded by what, cut by what. */
export async function prepare(
  book: Book,
  replica: Replica,
  measure: Measure,
  asked: Question,
): Promise<Prepared> {
  const choice = chosen(measure, asked);
  const grain = timeDimensions.some((one) => one.name === asked.by) ? (asked.by as Grain) : null;
  const { question, notes } = withPeriod(measure, asked, grain);
  const passes = passesOf(book, measure, choice);
  const byStretches = grain ? await periodsOf(replica, passes, question, grain) : null;
  const single = question.from && question.to ? [wholePeriod(question.from, question.to, question)] : [];
  const bounds = {
    from: question.from?.toString() ?? null,
    to: question.to?.toString() ?? null,
    where: question.where,
  };
  const locked =
    measure.lock && question.from && question.to ? lockedPeriods(measure.lock, question) : single;
  const whole = { ...bounds, ask: factAsk(question, locked) };
  // Years are made of the measure's own periods; months and weeks are locked by themselves.
  const own = grain === "year" && measure.lock ? locked : byStretches;
  const rows = own ? { ...bounds, ask: factAsk(question, own) } : whole;
  return { choice, passes, question, grain, whole, rows, byStretches, notes };
}

function lockedPeriods(lock: "quarter", question: Question): Stretch[] {
  const { from, to } = question;
  return from && to ? stretches(question, from, to, lock).map((one) => clipped(one, question)) : [];
}

function wholePeriod(from: Temporal.PlainDate, to: Temporal.PlainDate, question: Question): Stretch {
  return stretch(`${from}/${to}`, from, to.add({ days: 1 }), question.ground.timeZone);
}

function chosen(measure: Measure, question: Question): Choice {
  const choice = defaultChoice(measure);
  for (const [name, option] of Object.entries(question.switches)) {
    const options = measure.switches[name]?.options;
    if (options && option in options) {
      choice[name] = option;
      continue;
    }
    const known = Object.entries(measure.switches).map(
      ([one, { options: all }]) => `${one}=${Object.keys(all).join("|")}`,
    );
    throw new Refusal("invalid", `${measure.label} has no choice “${name}=${option}”.`, {
      fix: known.length > 0 ? `Its choices are ${known.join(", ")}.` : "It has no choices.",
    });
  }
  return choice;
}

/** A measure that needs a period and got none is asked for the fiscal quarter of the day, and says so. */
function withPeriod(
  measure: Measure,
  question: Question,
  grain: Grain | null,
): { question: Question; notes: string[] } {
  if (!measure.needsPeriod || (question.from && question.to)) return { question, notes: [] };
  const quarter = question.calendar.periodOf(question.asOf, "quarter");
  const back = grain
    ? question.calendar.periodOf(question.asOf.subtract({ years: 2 }), grain).startsOn
    : quarter.startsOn;
  const from = question.from ?? back;
  const to = question.to ?? quarter.endsOn.subtract({ days: 1 });
  return {
    question: { ...question, from, to },
    notes: [`No period was given: answered for ${from} to ${to}.`],
  };
}

function passesOf(book: Book, measure: Measure, choice: Choice): Pass[] {
  const passes = new Map<string, Pass & { components: [string, Pass["components"][number][1]][] }>();
  for (const [name, component] of Object.entries(measure.components(choice))) {
    const fact = book.facts.get(component.fact);
    if (!fact) throw new Error(`${measure.name} needs the fact ${component.fact}.`);
    const id = `${component.fact}:${component.period}`;
    const pass = passes.get(id) ?? { fact, period: component.period, components: [] };
    pass.components.push([name, component]);
    passes.set(id, pass);
  }
  return [...passes.values()];
}

async function periodsOf(
  replica: Replica,
  passes: readonly Pass[],
  question: Question,
  grain: Grain,
): Promise<readonly Stretch[]> {
  let first = question.from;
  let last = question.to;
  for (const pass of passes) {
    if ((first && last) || !pass.period) continue;
    const span = duck`SELECT CAST(min(${raw(pass.period)}) AS VARCHAR) AS first, CAST(max(${raw(pass.period)}) AS VARCHAR) AS last
      FROM (${pass.fact.rows(factAsk(question, []))})`;
    const [row] = await replica.ask(question.ground.workspaceId, span);
    if (row?.first) first = earlier(question.from ?? first, Temporal.PlainDate.from(String(row.first)));
    if (row?.last) last = later(question.to ?? last, Temporal.PlainDate.from(String(row.last)));
  }
  const from = question.from ?? first;
  const to = question.to ?? last;
  if (!from || !to) return [];
  if (grain === "day" && from.until(to).days >= mostDays) {
    throw new Refusal("invalid", `The days from ${from} to ${to} are too many to show one by one.`, {
      fix: `Ask for at most ${mostDays} days, or by month.`,
    });
  }
  return stretches(question, from, to, grain).map((one) => clipped(one, question));
}

const mostDays = 5_000;

/** A period that reaches beyond the one asked for counts only as far as that goes. */
function clipped(one: Stretch, question: Question): Stretch {
  const starts = later(question.from, Temporal.PlainDate.from(one.startsOn));
  const ends = earlier(question.to?.add({ days: 1 }) ?? null, Temporal.PlainDate.from(one.endsOn));
  return stretch(one.key, starts, ends, question.ground.timeZone);
}

function earlier(a: Temporal.PlainDate | null, b: Temporal.PlainDate): Temporal.PlainDate {
  return a && Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
function later(a: Temporal.PlainDate | null, b: Temporal.PlainDate): Temporal.PlainDate {
  return a && Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

interface Found {
  readonly key: string;
  readonly id: string | null;
  readonly order: number | null;
  readonly taken: Map<string, Taken>;
  /** Rows that rest on dates alone, over all passes. */
  inferred: number;
}

async function takeAll(replica: Replica, prepared: Prepared, by: string | null): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const pass of prepared.passes) {
    const ask = {
      ...(by === null ? prepared.whole : prepared.rows),
      by: prepared.grain ? null : by,
      byStretches: by !== null ? prepared.byStretches : null,
    };
    for (const row of await replica.ask(prepared.question.ground.workspaceId, passQuery(pass, ask))) {
      const id = row.id === null || row.id === undefined ? null : String(row.id);
      const key = by === null ? "" : String(row.key);
      const at = id ?? key;
      const one = found.get(at) ?? {
        key,
        id,
        order: numberOrNull(row.sort_by),
        taken: new Map<string, Taken>(),
        inferred: 0,
      };
      one.inferred += Number(row.inferred ?? 0);
      pass.components.forEach(([name], index) => {
        const n = Number(row[`n${index}`] ?? 0);
        one.taken.set(name, { value: n === 0 ? null : valueAt(row, index), n });
      });
      found.set(at, one);
    }
  }
  return found;
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

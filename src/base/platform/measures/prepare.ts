/** What a question about a measure needs of the facts: which passes, bounded by what, cut by what. */
import { Refusal } from "#base/kernel";
import { duck, type Replica, raw } from "../replica/index.ts";
import { type Book, timeDimensions } from "./book.ts";
import type { Pass, PassAsk } from "./compile.ts";
import { type Choice, defaultChoice, type Measure } from "./definition.ts";
import type { Stretch } from "./fact.ts";
import { factAsk, type Question, stretch, stretches } from "./question.ts";

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

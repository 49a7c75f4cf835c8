/** From components to SQL over the replica. Names come from definitions, values are bound. */
import { Refusal } from "#base/kernel";
import { allOf, columnsNamed, duck, type Fragment, joined, raw } from "../replica/index.ts";
import type { Component, Condition, Take } from "./definition.ts";
import { type Cut, type Fact, type FactAsk, fallsToOne, type Portion, type Stretch } from "./fact.ts";
import type { Slice } from "./question.ts";

/** Components that read the same fact by the same date are taken in one pass. */
export interface Pass {
  readonly fact: Fact;
  readonly period: string | null;
  readonly components: readonly (readonly [name: string, component: Component])[];
}

export interface PassAsk {
  readonly ask: FactAsk;
  readonly from: string | null;
  /** Inclusive. */
  readonly to: string | null;
  readonly where: readonly Slice[];
  /** A record dimension to break down by. */
  readonly by: string | null;
  /** A time dimension to break down by: its periods. */
  readonly byStretches: readonly Stretch[] | null;
  /** The total comes along with the rows of the breakdown, as a row without a key. */
  readonly withTotal?: boolean;
}

const no = raw("");

/** Whether the rows of a fact are opportunities of which it is known how we know them. */
const knowsBasis = ({ opens, columns }: Fact): boolean => opens && "basis" in columns;

/** Rows that any component of a pass takes. */
const anyTaken = (pass: Pass): Fragment =>
  duck`(${joined(
    pass.components.map(([, one]) => conditions(pass.fact, one.keep)),
    " OR ",
  )})`;

/**
 * Whether the rows of a breakdown, taken together, are the rows of the total: each fact row falls to one key. Not so by
 * products, of which an opportunity has several, and by time, where what lies in no period is in no row.
 */
export function addsUp(pass: Pass, asked: PassAsk): boolean {
  const cut = asked.by === null ? null : pass.fact.cut(asked.by, asked.ask);
  return fallsToOne(cut) && asked.byStretches === null;
}

/**
 * The query of a pass: one row a key, with `v0, n0, v1, n1 …` for its components in order, and `inferred`, how many of
 * the rows that they take rest on dates alone.
 */
export function passQuery(pass: Pass, asked: PassAsk): Fragment {
  const { fact } = pass;
  const { cut, portion, from } = source(pass, asked);
  const takes = pass.components.flatMap(([, component], index) => {
    const rows = conditions(fact, component.keep);
    return [
      duck`${taken(fact, component.take, portion)} FILTER (WHERE ${rows}) AS ${raw(`v${index}`)}`,
      duck`count(*) FILTER (WHERE ${rows})::BIGINT AS ${raw(`n${index}`)}`,
    ];
  });
  const isInferred = knowsBasis(fact) ? raw("f.basis = 'inferred'") : raw("false");
  takes.push(duck`count(*) FILTER (WHERE ${isInferred})::BIGINT AS inferred`);
  const head = cut
    ? duck`CAST(${cut.id} AS VARCHAR) AS row_id, coalesce(CAST(${cut.key} AS VARCHAR), '(none)') AS row_key,
      min(${cut.order ?? raw("NULL")}) AS sort_by, `
    : no;
  const groups = asked.withTotal ? "GROUPING SETS ((row_id, row_key), ())" : "row_id, row_key";
  const said = duck`${head}${joined(takes, ", ")}`;
  // What no component takes is left out before anything is joined or grouped.
  return duck`SELECT ${said} ${from([said, anyTaken(pass)])} AND ${anyTaken(pass)}${cut ? raw(` GROUP BY ${groups}`) : no}`;
}

/** The query of the opportunities behind a pass, each with the part it plays; `key` keeps one row of the breakdown. */
export function recordsQuery(pass: Pass, asked: PassAsk, key: string | null): Fragment {
  const { from, cut } = source(pass, asked);
  const part = joined(
    pass.components.map(([, one]) => duck`WHEN ${conditions(pass.fact, one.keep)} THEN ${one.part}`),
    " ",
  );
  const chosen = cut && key !== null ? duck` AND ${keyIs(cut, key)}` : no;
  const said = duck`f.opportunity_id, CASE ${part} END AS part`;
  return duck`SELECT opportunity_id AS id, part FROM (
    SELECT ${said} ${from([said, chosen])}${chosen}) f WHERE part IS NOT NULL`;
}

/** The query of the single values that a component takes the middle of, as `value`. */
export function valuesQuery(pass: Pass, asked: PassAsk, component: Component): Fragment {
  if (!("column" in component.take)) throw new Error(`A count has no single values (${pass.fact.name}).`);
  const column = raw(`f.${component.take.column}`);
  const { from } = source(pass, asked);
  const kept = duck`${conditions(pass.fact, component.keep)} AND ${column} IS NOT NULL`;
  return duck`SELECT ${column}::DOUBLE AS value ${from([kept])} AND ${kept}`;
}

/** The query of how many opportunities stand behind a pass (`id`), each with whether that is inferred; null: it knows not. */
export function basisQuery(pass: Pass, asked: PassAsk): Fragment | null {
  if (!knowsBasis(pass.fact)) return null;
  const { from } = source(pass, asked);
  const said = raw("f.opportunity_id AS id, f.basis = 'inferred' AS inferred");
  return duck`SELECT ${said} ${from([said, anyTaken(pass)])} AND ${anyTaken(pass)}`;
}

/** A row of a breakdown is named by its key or by the id behind it. */
function keyIs(cut: Cut, key: string): Fragment {
  return duck`(coalesce(CAST(${cut.key} AS VARCHAR), '(none)') = ${key} OR CAST(${cut.id} AS VARCHAR) = ${key})`;
}

/** How the rows of a pass are cut, and where they come from: `from` takes the pieces that will look at them. */
function source(pass: Pass, asked: PassAsk) {
  const { fact, period } = pass;
  const sliced = slicing((dimension) => fact.cut(dimension, asked.ask), asked.where, asked.by);
  const timeCut = asked.byStretches ? cutByTime(fact, period, asked.byStretches) : null;
  const joins = duck`${sliced.joins} ${timeCut ? timeCut.joins : no}`;
  const bounds: Fragment[] = [sliced.kept];
  if (period && asked.from) bounds.push(duck`f.${raw(period)} >= CAST(${asked.from} AS DATE)`);
  if (period && asked.to) bounds.push(duck`f.${raw(period)} <= CAST(${asked.to} AS DATE)`);
  const kept = allOf(bounds);
  return {
    from(looking: readonly Fragment[]): Fragment {
      const columns = columnsNamed("f", [joins, kept, ...looking]);
      return duck`FROM (${fact.rows({ ...asked.ask, columns })}) f ${joins} WHERE ${kept}`;
    },
    cut: timeCut ?? sliced.by,
    portion: sliced.portion,
  };
}

/**
 * How rows `f` are kept and cut: the joins that slices and a breakdown need, each dimension joined once however often it
 * is asked for, the condition of the slices, the breakdown's cut, and the portion of an amount that falls to a row.
 * Refuses a dimension that `cutOf` does not know.
 */
export function slicing(
  cutOf: (dimension: string) => Cut | null,
  where: readonly Slice[],
  by: string | null,
): { joins: Fragment; kept: Fragment; by: Cut | null; portion: Portion | null } {
  const wanted = new Set([...(by ? [by] : []), ...where.map((slice) => slice.dimension)]);
  const known = (dimension: string): Cut => {
    const cut = cutOf(dimension);
    if (!cut) throw cannotCut(dimension);
    return cut.within && wanted.has(cut.within.dimension)
      ? { joins: no, id: cut.id, key: cut.within.key }
      : cut;
  };
  const cuts = new Map([...wanted].map((dimension) => [dimension, known(dimension)]));
  const all = [...cuts.values()];
  return {
    joins: joined(
      all.map((one) => one.joins),
      " ",
    ),
    kept: allOf(where.map(({ dimension, key }) => keyIs(known(dimension), key))),
    by: by ? known(by) : null,
    portion: all.find((one) => one.portion)?.portion ?? null,
  };
}

function cannotCut(dimension: string): Refusal {
  return new Refusal("invalid", `This cannot be broken down by “${dimension}”.`, {
    fix: "Ask for the measure's dimensions with `quarterdeck measures`.",
  });
}

/** The period that a row's date lies in, or the one that the fact's row was made for. */
function cutByTime(fact: Fact, period: string | null, periods: readonly Stretch[]): Cut {
  const list = periods.length === 0 ? [{ key: "", startsOn: "0001-01-01", endsOn: "0001-01-01" }] : periods;
  const rows = joined(
    list.map((one) => duck`(${one.key}, CAST(${one.startsOn} AS DATE), CAST(${one.endsOn} AS DATE))`),
    ", ",
  );
  const on = fact.byStretch
    ? raw("f.stretch_on >= p.starts_on AND f.stretch_on < p.ends_on")
    : duck`f.${raw(period ?? "")} >= p.starts_on AND f.${raw(period ?? "")} < p.ends_on`;
  return {
    joins: duck`JOIN (VALUES ${rows}) p(key, starts_on, ends_on) ON ${on}`,
    id: raw("NULL"),
    key: raw("p.key"),
    order: raw("epoch(p.starts_on)"),
  };
}

function conditions(fact: Fact, keep: readonly Condition[]): Fragment {
  return allOf(
    keep.map((one) => {
      if (!(one.column in fact.columns)) throw new Error(`The fact ${fact.name} has no ${one.column}.`);
      const column = raw(`f.${one.column}`);
      if ("known" in one) return one.known ? duck`${column} IS NOT NULL` : duck`${column} IS NULL`;
      if ("oneOf" in one)
        return duck`${column} IN (${joined(
          one.oneOf.map((value) => duck`${value}`),
          ", ",
        )})`;
      return duck`${column} = ${one.is}`;
    }),
  );
}

function taken(fact: Fact, take: Take, portion: Portion | null): Fragment {
  if (take.of === "count") return raw("count(*)");
  if (take.of === "opportunities") return raw("count(DISTINCT f.opportunity_id)");
  const column = raw(`f.${take.column}`);
  if (take.of === "sum") {
    const split = portion && fact.columns[take.column] === "amount";
    return split
      ? duck`sum(portion(${column}, ${portion.before}, ${portion.after}, ${portion.total}))`
      : duck`sum(${column})`;
  }
  if (take.of === "mean") return duck`avg(${column})`;
  if (take.of === "median") return duck`median(${column})`;
  return duck`quantile_cont(${column}, ${take.of === "p75" ? 0.75 : 0.9})`;
}

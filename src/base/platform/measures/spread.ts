/** How the single values behind a median lie: counts over ranges, and the usual shares. */
import { Refusal } from "#base/kernel";
import { duck, type Replica } from "../replica/index.ts";
import type { Book } from "./book.ts";
import { valuesQuery } from "./compile.ts";
import { defaultChoice, type Measure } from "./definition.ts";
import { prepare } from "./prepare.ts";
import type { Question } from "./question.ts";

export interface Spread {
  readonly n: number;
  /** From a value on and below the next; the last is open to above (`to` null) where few values lie far out. */
  readonly ranges: readonly { readonly from: number; readonly to: number | null; readonly count: number }[];
  /** Null where there is no value. */
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
}

const middles = new Set(["median", "mean", "p75", "p90"]);

/** Whether a measure is the middle of single values, so that they can be shown one beside the other. */
export function hasSpread(measure: Measure): boolean {
  const components = Object.values(measure.components(defaultChoice(measure)));
  return components.length === 1 && middles.has(components[0]?.take.of ?? "");
}

/** About so many ranges up to where the last few values lie. */
const rangesWanted = 12;

/** A width of 1, 2 or 5 times a power of ten, at least 1, that makes about twelve ranges up to `high`. */
export function rangeWidth(high: number): number {
  const size = Math.max(1, high / rangesWanted);
  const power = 10 ** Math.floor(Math.log10(size));
  const times = [1, 2, 5, 10].find((factor) => factor * power >= size) ?? 10;
  return times * power;
}

/** The values behind a measure in a period, as of a day. Refuses a measure that is not made of single values. */
export async function spreadOf(
  book: Book,
  replica: Replica,
  measure: Measure,
  asked: Question,
): Promise<Spread> {
  if (!hasSpread(measure)) {
    throw new Refusal(
      "invalid",
      `${measure.label} is not the middle of single values: it has no distribution.`,
      {
        fix: "Ask for the distribution of a measure such as sales-cycle or stage-age.",
      },
    );
  }
  const { passes, whole, question } = await prepare(book, replica, measure, { ...asked, by: null });
  const [pass] = passes;
  const component = pass?.components[0]?.[1];
  if (!pass || !component) throw new Error(`${measure.name} has no component.`);
  const values = valuesQuery(pass, { ...whole, by: null, byStretches: null }, component);
  const workspaceId = question.ground.workspaceId;
  const [shares] = await replica.ask(
    workspaceId,
    duck`SELECT count(*)::INTEGER AS n, min(value) AS low, max(value) AS high, median(value) AS median,
      quantile_cont(value, 0.75) AS p75, quantile_cont(value, 0.9) AS p90, quantile_cont(value, 0.98) AS far
      FROM (${values})`,
  );
  const n = Number(shares?.n ?? 0);
  if (n === 0) return { n, ranges: [], median: null, p75: null, p90: null };
  const far = Number(shares?.far);
  const width = rangeWidth(far);
  const counted = await replica.ask(
    workspaceId,
    duck`SELECT least(floor(value / ${width}), ${Math.floor(far / width)})::INTEGER AS place, count(*)::INTEGER AS count
      FROM (${values}) GROUP BY 1 ORDER BY 1`,
  );
  const counts = new Map(counted.map((row) => [Number(row.place), Number(row.count)]));
  const open = Number(shares?.high) >= (Math.floor(far / width) + 1) * width;
  return {
    n,
    ranges: rangesOf(counts, width, open),
    median: Number(shares?.median),
    p75: Number(shares?.p75),
    p90: Number(shares?.p90),
  };
}

/** All ranges from the first to the last that has values, empty ones between them included. */
function rangesOf(counts: ReadonlyMap<number, number>, width: number, open: boolean): Spread["ranges"] {
  const places = [...counts.keys()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const place = first + index;
    return {
      from: place * width,
      to: open && place === last ? null : (place + 1) * width,
      count: counts.get(place) ?? 0,
    };
  });
}

/** From figures to places on a drawing: round steps for an axis, and the lines of paths. Pure. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Round values from low to high. */
  readonly ticks: readonly number[];
  /** Where a value lies, 0 at the low end and 1 at the high. */
  readonly part: (value: number) => number;
}

/** A step of 1, 2, 2.5 or 5 times a power of ten, at least as large as `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const times = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= size * (1 - 1e-9)) ?? 10;
  return times * power;
}

/**
 * An axis that holds all values, in about `steps` round steps. It begins at zero unless `floating` is set and the values
 * lie close together far from it. `whole` allows only whole steps, for counts and days.
 */
export function scaleOf(
  values: readonly number[],
  options: { steps?: number; floating?: boolean; whole?: boolean } = {},
): Scale {
  const known = values.filter(Number.isFinite);
  const top = Math.max(...known, 0);
  const bottom = Math.min(...known, 0);
  const span = Math.max(...known) - Math.min(...known);
  const floats = options.floating === true && known.length > 0 && Math.min(...known) > span * 1.2 && span > 0;
  const from = floats ? Math.min(...known) - span * 0.15 : bottom;
  const wanted = Math.max(top - from, Number.EPSILON) / (options.steps ?? 4);
  const step = top === from ? 1 : Math.max(roundStep(wanted), options.whole ? 1 : 0);
  const low = Math.floor(from / step + 1e-9) * step;
  const high = Math.max(Math.ceil(top / step - 1e-9) * step, low + step);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) =>
    Number((low + index * step).toPrecision(12)),
  );
  return { low, high, ticks, part: (value) => (value - low) / (high - low) };
}

export type Point = readonly [x: number, y: number];

const text = (value: number) => String(Math.round(value * 10) / 10);

/** A path through points; a point that is missing (null) leaves a gap. */
export function linePath(points: readonly (Point | null)[]): string {
  let open = false;
  return points
    .map((point) => {
      if (point === null) {
        open = false;
        return "";
      }
      const sign = open ? "L" : "M";
      open = true;
      return `${sign}${text(point[0])} ${text(point[1])}`;
    })
    .join("");
}

/** The area between an upper and a lower line, both from left to right. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  if (upper.length === 0) return "";
  return `${linePath(upper)}${linePath(lower.toReversed()).replace("M", "L")}Z`;
}

/** Running totals, series upon series: for each the values at which it begins and ends, point by point. */
export function stacked(
  series: readonly (readonly number[])[],
): { readonly from: number[]; readonly to: number[] }[] {
  const level: number[] = [];
  return series.map((values) => {
    const from = values.map((_, index) => level[index] ?? 0);
    values.forEach((value, index) => {
      level[index] = (level[index] ?? 0) + value;
    });
    return { from, to: values.map((_, index) => level[index] ?? 0) };
  });
}

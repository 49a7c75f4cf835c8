/** The verb of the pipeline over time. Every point is the figure that the day itself gives. */
import { formatAmount, Refusal } from "#base/kernel";
import { type Asked, factAsk, readQuestion, type Services, type Sight, timeDimensions } from "#base/platform";
import { knownDays } from "#crm";
import { groundOf } from "#people";
import { type Closing, standPipeline } from "./actions.ts";
import { nothingOpen, pipelineByDay, type TrendFigure } from "./trend-store.ts";

interface Trace extends Asked, Closing {
  readonly by: string;
  readonly grain: "week" | "month";
}

/** The open pipeline at the end of each week or month from one day to another, by a dimension. */
export async function tracePipeline(services: Services, sight: Sight, asked: Trace) {
  const ground = await groundOf(services.database.db, sight.workspaceId);
  const now = readQuestion({ asOf: asked.to }, ground, services.clock);
  const from = asked.from ?? now.asOf.subtract({ years: 1 }).toString();
  const to = now.asOf.toString();
  // Read as a period, too, so that one which ends before it starts is refused.
  readQuestion({ from, to }, ground, services.clock);
  const days = traceDays(Temporal.PlainDate.from(from), now.asOf, asked.grain);
  const byTime = timeDimensions.some(({ name }) => name === asked.by);
  const points = byTime
    ? await eachDay(services, sight, asked, days)
    : await allDays(services, sight, asked, days);
  const { firstOn: earliest } = await knownDays(services.replica, sight.workspaceId, ground.timeZone);
  return { by: asked.by, currency: ground.currency, points, earliest, notes: footing(points) };
}

/** On how many of the days part of the figure is known from dates only, and how much of it at most. */
function footing(points: readonly { readonly count: number; readonly inferred: number }[]): string[] {
  const shares = points.flatMap(({ count, inferred }) => (inferred > 0 ? [inferred / count] : []));
  if (shares.length === 0) return [];
  if (shares.length === points.length && shares.every((share) => share === 1))
    return ["All that is shown is known from dates only: its source kept no history of changes."];
  const most = Math.ceil(Math.max(...shares) * 100);
  const days = shares.length === points.length ? "each day" : `${shares.length} of the ${points.length} days`;
  return [
    `On ${days} shown, up to ${most} % of the opportunities are known from dates only: their source kept no history of changes.`,
  ];
}

async function allDays(services: Services, sight: Sight, asked: Trace, days: readonly string[]) {
  const ground = await groundOf(services.database.db, sight.workspaceId);
  const { closingFrom, closingTo, where } = asked;
  const window = readQuestion({ from: closingFrom, to: closingTo, where }, ground, services.clock);
  const [first, ...rest] = days.map((day) => factAsk({ ...window, asOf: Temporal.PlainDate.from(day) }, []));
  if (!first) return [];
  const ask = {
    workspaceId: sight.workspaceId,
    days: [first, ...rest] as const,
    where: window.where,
    closingFrom: closingFrom ?? null,
    closingTo: closingTo ?? null,
  };
  const found = await pipelineByDay(services.replica, ask, asked.by);
  const shown = ({ n, value }: Pick<TrendFigure, "n" | "value">) => ({
    count: n,
    amount: formatAmount(value ?? 0n, ground.currency),
  });
  return days.map((asOf) => {
    const { total, rows } = found.get(asOf) ?? nothingOpen;
    const { inferred } = total;
    return { asOf, ...shown(total), inferred, rows: rows.map((row) => ({ key: row.key, ...shown(row) })) };
  });
}

/** By a period of the expected close, which periods there are depends on the day: each day is asked by itself. */
async function eachDay(services: Services, sight: Sight, asked: Trace, days: readonly string[]) {
  const points = [];
  for (const asOf of days) {
    const { by, where, closingFrom, closingTo } = asked;
    const asOfDay = { asOf, by, where, closingFrom, closingTo };
    const { rows, total, inferred } = await standPipeline(services, sight, asOfDay);
    const shown = rows.map(({ key, count, amount }) => ({ key, count, amount }));
    const { count, amount } = total;
    points.push({ asOf, count, amount, inferred: inferred?.count ?? 0, rows: shown });
  }
  return points;
}

const mostPoints = 600;

/** The last days of the weeks (Sundays) or months from one day to another, and that other day itself. Refuses too many. */
function traceDays(from: Temporal.PlainDate, to: Temporal.PlainDate, grain: "week" | "month"): string[] {
  const days: string[] = [];
  const first =
    grain === "week" ? from.add({ days: 7 - from.dayOfWeek }) : from.with({ day: from.daysInMonth });
  for (let step = 0; ; step += 1) {
    const next = grain === "week" ? first.add({ weeks: step }) : lastOfMonth(first, step);
    if (Temporal.PlainDate.compare(next, to) >= 0) return [...days, to.toString()];
    days.push(next.toString());
    if (days.length >= mostPoints) break;
  }
  throw new Refusal("invalid", `There are more than ${mostPoints} ${grain}s from ${from} to ${to}.`, {
    fix: grain === "week" ? "Ask by month, or for a shorter time." : "Ask for a shorter time.",
  });
}

function lastOfMonth(day: Temporal.PlainDate, monthsLater: number): Temporal.PlainDate {
  const month = day.with({ day: 1 }).add({ months: monthsLater });
  return month.with({ day: month.daysInMonth });
}

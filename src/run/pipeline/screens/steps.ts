/** The steps of a waterfall in words, with what each does to the pipeline. */

export interface Step {
  readonly name: string;
  readonly count: number;
  readonly amount: string;
}
export type Effect = "total" | "adds" | "won" | "lost" | "lowers" | "either";

const kinds: Record<string, { label: string; effect: Effect; sentence: string }> = {
  start: { label: "Start", effect: "total", sentence: "What was open at the end of the first day" },
  new: { label: "New", effect: "adds", sentence: "Came into being after the first day, or was opened again" },
  "pulled-in": { label: "Pulled in", effect: "adds", sentence: "Its close date moved into the period" },
  increased: { label: "Increased", effect: "adds", sentence: "Open on both days, for more on the second" },
  decreased: { label: "Decreased", effect: "lowers", sentence: "Open on both days, for less on the second" },
  "pushed-out": { label: "Pushed out", effect: "lowers", sentence: "Its close date moved out of the period" },
  won: { label: "Won", effect: "won", sentence: "Was open on the first day and won by the second" },
  lost: { label: "Lost", effect: "lost", sentence: "Was open on the first day and lost by the second" },
  removed: { label: "Removed", effect: "lost", sentence: "Was taken out of the records" },
  "exchange-rate": {
    label: "Exchange rate",
    effect: "either",
    sentence: "The same amount, worth more or less",
  },
  end: { label: "End", effect: "total", sentence: "What was open at the end of the second day" },
};

export function stepKind(name: string): { label: string; effect: Effect; sentence: string } {
  return kinds[name] ?? { label: name, effect: "either", sentence: "" };
}

/** What a step does to the pipeline, with its sign. */
export function signedAmount(step: Step): number {
  const { effect } = stepKind(step.name);
  const amount = Number(step.amount);
  return effect === "lowers" || effect === "won" || effect === "lost" ? -amount : amount;
}

export interface Bar {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
}

/** Where each bar begins and ends: totals from zero, the others from where the one before left off. */
export function barsOf(steps: readonly Step[]): Bar[] {
  let level = 0;
  return steps.map((step) => {
    if (stepKind(step.name).effect === "total") {
      level = Number(step.amount);
      return { step, from: 0, to: level };
    }
    const from = level;
    level += signedAmount(step);
    return { step, from, to: level };
  });
}

/**
 * The bars that are worth drawing (steps in which nothing happened are left to the table) and the scale to draw them on.
 * Where the movements are small beside the totals the scale begins above zero, at a round amount.
 */
export function scaledBars(steps: readonly Step[]): { bars: Bar[]; low: number; top: number } {
  const bars = barsOf(steps).filter(({ step }) => stepKind(step.name).effect === "total" || step.count > 0);
  const levels = bars.flatMap((bar) =>
    stepKind(bar.step.name).effect === "total" ? [bar.to] : [bar.from, bar.to],
  );
  const top = Math.max(...levels, 1);
  const bottom = Math.min(...levels);
  if (bottom < top * 0.55) return { bars, low: Math.min(0, bottom), top };
  const room = bottom - (top - bottom) * 0.5;
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, top - bottom)));
  return { bars, low: Math.max(0, Math.floor(room / unit) * unit), top };
}

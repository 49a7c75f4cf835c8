/** What opportunities are measured by: how fast they move, where they stick, and what they promise and do not keep. */
import { divideRounded } from "#base/kernel";
import { type Component, empty, figure, type Measure, proportion, type Taken } from "#base/platform";

const statistic = {
  label: "Statistic",
  options: { median: "Median", mean: "Mean", p75: "75th percentile", p90: "90th percentile" },
} as const;

function statisticOf(choice: string | undefined): "median" | "mean" | "p75" | "p90" {
  return choice === "mean" || choice === "p75" || choice === "p90" ? choice : "median";
}

const decidedIn = (statuses: readonly string[]): Component => ({
  fact: "opportunity",
  keep: [
    { column: "status", oneOf: statuses },
    { column: "cycle_days", known: true },
  ],
  period: "close_on",
  take: { of: "median", column: "cycle_days" },
  part: "closed",
});

function days(taken: Taken | undefined, nothing: string) {
  return !taken || taken.value === null ? empty(nothing) : figure(Number(taken.value), taken.n);
}

/** n ÷ m of opportunities, counted once each. */
const share = (part: Taken | undefined, whole: Taken | undefined, nothing: string) =>
  proportion(Number(part?.value ?? 0), Number(whole?.value ?? 0), nothing);

const salesCycle: Measure = {
  name: "sales-cycle",
  label: "Sales cycle",
  sentence: "How many days it takes from creating an opportunity to winning it.",
  formula: "Median of close date − creation date, in whole days, of opportunities won in the period.",
  unit: "days",
  grain: "opportunity",
  period: "The day on which the opportunity closed",
  source: "Field standard; mean or median and won or all differ, hence the switches",
  switches: {
    statistic,
    outcome: { label: "Which", options: { won: "Won", lost: "Lost", closed: "Won and lost" } },
  },
  components(choice) {
    const statuses = choice.outcome === "closed" ? ["won", "lost"] : [choice.outcome ?? "won"];
    const base = decidedIn(statuses);
    return { closed: { ...base, take: { of: statisticOf(choice.statistic), column: "cycle_days" } } };
  },
  finish: ({ closed }) => days(closed, "Nothing with a known creation date closed."),
};

const velocity: Measure = {
  name: "velocity",
  label: "Sales velocity",
  sentence: "How much the pipeline earns a day at the present pace.",
  formula: "open opportunities × average deal × win rate ÷ median sales cycle in days",
  unit: "money-per-day",
  grain: "opportunity",
  period:
    "Win rate, average deal and cycle: the day of closing. Open opportunities: those open at the end of the day",
  source: "Field standard",
  switches: {},
  components: () => ({
    open: {
      fact: "opportunity",
      keep: [{ column: "status", is: "open" }],
      period: null,
      take: { of: "opportunities" },
      part: "open",
    },
    won: {
      ...decidedIn(["won"]),
      keep: [{ column: "status", is: "won" }],
      take: { of: "opportunities" },
      part: "won",
    },
    lost: {
      ...decidedIn(["lost"]),
      keep: [{ column: "status", is: "lost" }],
      take: { of: "opportunities" },
      part: "lost",
    },
    value: {
      ...decidedIn(["won"]),
      keep: [{ column: "status", is: "won" }],
      take: { of: "sum", column: "amount" },
      part: "won",
    },
    cycle: { ...decidedIn(["won"]), part: "won" },
  }),
  finish({ open, won, lost, value, cycle }) {
    const wins = Number(won?.value ?? 0);
    const decided = wins + Number(lost?.value ?? 0);
    const cycleDays = Number(cycle?.value ?? 0);
    if (wins === 0 || typeof value?.value !== "bigint") return empty("Nothing was won.", decided);
    if (cycleDays <= 0) return empty("The sales cycle is zero days or not known.", decided);
    if (!open || open.n === 0) return empty("Nothing is open.", decided);
    // open × (value ÷ wins) × (wins ÷ decided) ÷ cycle = open × value ÷ (decided × cycle), in one exact division.
    const halfDays = BigInt(Math.round(cycleDays * 2));
    return figure(divideRounded(BigInt(open.n) * value.value * 2n, BigInt(decided) * halfDays), decided);
  },
};

const stageConversion: Measure = {
  name: "stage-conversion",
  label: "Stage conversion",
  sentence: "Of the opportunities that entered a stage in the period, the share that went on.",
  formula: "entered a later stage or won ÷ entered the stage, each opportunity once, by its first entry",
  unit: "rate",
  grain: "opportunity and stage",
  period: "The day on which the opportunity first entered the stage (entry cohort)",
  source: "Field standard; rules for skipped stages and undecided opportunities differ, hence the switches",
  switches: {
    next: {
      label: "Went on",
      options: { later: "To any later stage, or won", next: "To the very next stage" },
    },
    undecided: { label: "Still there", options: { in: "Counted as not gone on", out: "Left out" } },
  },
  components(choice) {
    const entered: Component = {
      fact: "stage-stay",
      keep: [
        { column: "first_entry", is: "yes" },
        ...(choice.undecided === "out" ? [{ column: "undecided", is: "no" } as const] : []),
      ],
      period: "entered_on",
      take: { of: "opportunities" },
      part: "entered",
    };
    const column = choice.next === "next" ? "reached_next" : "advanced";
    return { went: { ...entered, keep: [...entered.keep, { column, is: "yes" }], part: "went on" }, entered };
  },
  finish: ({ went, entered }) => share(went, entered, "Nothing entered a stage."),
};

const stageAge: Measure = {
  name: "stage-age",
  label: "Stage age",
  sentence: "How many days opportunities stay in a stage.",
  formula: "Median of the days from entering a stage until entering the next one.",
  unit: "days",
  grain: "stay in a stage",
  period: "The day on which the stage was entered",
  source: "Field standard; which stays count differs, hence the switch",
  switches: {
    statistic,
    stays: {
      label: "Stays",
      options: {
        moved: "Ended by moving on",
        running: "Still there",
        closed: "Ended by closing",
        all: "All",
      },
    },
  },
  components: (choice) => ({
    stays: {
      fact: "stage-stay",
      keep: choice.stays === "all" ? [] : [{ column: "ended", is: choice.stays ?? "moved" }],
      period: "entered_on",
      take: { of: statisticOf(choice.statistic), column: "days" },
      part: "stay",
    },
  }),
  finish: ({ stays }) => days(stays, "There is no such stay."),
};

const slippage: Measure = {
  name: "slippage",
  label: "Slippage",
  sentence: "Of what was expected to close in a fiscal quarter when it began, the share that did not.",
  formula:
    "not closed by the end, or moved beyond it while the period runs ÷ open at the start with a close date in the period",
  unit: "rate",
  grain: "opportunity and period",
  period: "The close date as it stood when the period began",
  source: "Field standard; the lock is the start of each fiscal quarter (by month or week: of each of these)",
  lock: "quarter",
  switches: { weight: { label: "Weight", options: { count: "By number", value: "By value" } } },
  needsPeriod: true,
  components(choice) {
    const promised: Component = {
      fact: "promise",
      keep: [],
      period: null,
      take: choice.weight === "value" ? { of: "sum", column: "amount" } : { of: "count" },
      part: "kept",
    };
    return { slipped: { ...promised, keep: [{ column: "kept", is: "no" }], part: "slipped" }, promised };
  },
  finish({ slipped, promised }, choice) {
    const nothing = "Nothing was expected to close in the period.";
    const n = promised?.n ?? 0;
    if (choice.weight !== "value") return { ...share(slipped, promised, nothing), n };
    const whole = Number(promised?.value ?? 0);
    return whole === 0 ? empty(nothing, n) : figure(Number(slipped?.value ?? 0) / whole, n);
  },
};

const pushRate: Measure = {
  name: "push-rate",
  label: "Push rate",
  sentence: "Of the opportunities open in the period, the share whose close date moved into a later quarter.",
  formula: "opportunities pushed into a later fiscal quarter ÷ opportunities open at some time in the period",
  unit: "rate",
  grain: "opportunity and period",
  period: "The time in which the opportunity was open, and the moment of the push",
  source: "Field standard",
  switches: {},
  needsPeriod: true,
  components: () => ({
    pushed: {
      fact: "exposure",
      keep: [{ column: "pushed", is: "yes" }],
      period: null,
      take: { of: "opportunities" },
      part: "pushed",
    },
    open: { fact: "exposure", keep: [], period: null, take: { of: "opportunities" }, part: "open" },
  }),
  finish: ({ pushed, open }) => share(pushed, open, "Nothing was open in the period."),
};

export const paceMeasures: readonly Measure[] = [
  salesCycle,
  velocity,
  stageConversion,
  stageAge,
  slippage,
  pushRate,
];

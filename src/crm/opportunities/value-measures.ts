/** What opportunities are measured by: money won, money in the pipeline, and what was opened. */
import { divideRounded } from "#base/kernel";
import { type Component, empty, figure, type Measure, proportion, type Taken } from "#base/platform";

const closedWon: Component = {
  fact: "opportunity",
  keep: [{ column: "status", is: "won" }],
  period: "close_on",
  take: { of: "sum", column: "amount" },
  part: "won",
};

const lost: Component = { ...closedWon, keep: [{ column: "status", is: "lost" }], part: "lost" };

const openNow: Component = {
  fact: "opportunity",
  keep: [{ column: "status", is: "open" }],
  period: "close_on",
  take: { of: "sum", column: "amount" },
  part: "open",
};

/** The sum as money; a sum over no record is no figure, a sum of records without amounts says so. */
export function sumOf(taken: Taken | undefined, nothing: string) {
  if (!taken || taken.n === 0) return empty(nothing);
  return taken.value === null
    ? empty("None of these records has an amount.", taken.n)
    : figure(taken.value, taken.n);
}

const bookings: Measure = {
  name: "bookings",
  label: "Bookings",
  sentence: "What was won: the value of opportunities that closed as won.",
  formula: "Sum of the amount of won opportunities whose close date lies in the period.",
  unit: "money",
  grain: "opportunity",
  period: "The day on which the opportunity closed",
  source: "Field standard",
  switches: {},
  components: () => ({ won: closedWon }),
  finish: ({ won }) => sumOf(won, "Nothing was won."),
};

const openPipeline: Measure = {
  name: "open-pipeline",
  label: "Open pipeline",
  sentence:
    "What is still to be decided: the value of opportunities that were open at the end of the day asked about.",
  formula: "Sum of the amount of open opportunities; with a period, of those expected to close in it.",
  unit: "money",
  grain: "opportunity",
  period: "The day on which the opportunity is expected to close",
  source: "Field standard",
  switches: {},
  components: () => ({ open: openNow }),
  finish: ({ open }) => sumOf(open, "Nothing was open."),
};

const weightedPipeline: Measure = {
  name: "weighted-pipeline",
  label: "Weighted pipeline",
  sentence: "The open pipeline, each opportunity multiplied by its probability.",
  formula:
    "Sum of amount × probability of open opportunities; the probability is its own or else its stage's.",
  unit: "money",
  grain: "opportunity",
  period: "The day on which the opportunity is expected to close",
  source: "Field standard",
  switches: {},
  components: () => ({ open: { ...openNow, take: { of: "sum", column: "weighted" } } }),
  finish: ({ open }) =>
    open && open.n > 0 && open.value === null
      ? empty("No open opportunity has both an amount and a probability.", open.n)
      : sumOf(open, "Nothing was open."),
};

const winRate: Measure = {
  name: "win-rate",
  label: "Win rate",
  sentence: "Of what was decided, the share that was won.",
  formula: "won ÷ (won + lost)",
  unit: "rate",
  grain: "opportunity",
  period: "The day it closed, or with the cohort basis the day it was created",
  source: "Field standard; sources differ on basis and weight, hence the switches",
  switches: {
    weight: { label: "Weight", options: { count: "By number", value: "By value" } },
    basis: { label: "Basis", options: { closing: "Closed in the period", cohort: "Created in the period" } },
    denominator: { label: "Out of", options: { decided: "Won and lost", all: "All, open ones too" } },
  },
  components(choice) {
    const place = (component: Component): Component => ({
      ...component,
      period: choice.basis === "cohort" ? "created_on" : "close_on",
      take: choice.weight === "value" ? component.take : { of: "opportunities" },
    });
    const decided = { won: place(closedWon), lost: place(lost) };
    return choice.denominator === "all" ? { ...decided, open: place(openNow) } : decided;
  },
  finish({ won, lost: lostOnes, open }, choice) {
    const n = (won?.n ?? 0) + (lostOnes?.n ?? 0) + (open?.n ?? 0);
    const part = Number(won?.value ?? 0);
    const whole = part + Number(lostOnes?.value ?? 0) + Number(open?.value ?? 0);
    if (whole === 0) return empty("Nothing was decided.", n);
    // Amounts are no count: how firm a share of them is, their number does not say.
    return choice.weight === "value" ? figure(part / whole, n) : proportion(part, whole, "");
  },
};

const averageDeal: Measure = {
  name: "average-deal",
  label: "Average deal",
  sentence: "What one won opportunity brings on average.",
  formula: "won value ÷ number won",
  unit: "money",
  grain: "opportunity",
  period: "The day on which the opportunity closed",
  source: "Field standard",
  switches: {},
  components: () => ({ won: closedWon, count: { ...closedWon, take: { of: "opportunities" } } }),
  finish({ won, count }) {
    if (typeof won?.value !== "bigint" || typeof count?.value !== "bigint") return empty("Nothing was won.");
    return figure(divideRounded(won.value, count.value), Number(count.value));
  },
};

const pipelineGenerated: Measure = {
  name: "pipeline-generated",
  label: "Pipeline generated",
  sentence: "The value of the opportunities that were created.",
  formula: "Sum of the amount of opportunities created in the period, whatever became of them.",
  unit: "money",
  grain: "opportunity",
  period: "The day on which the opportunity was created",
  source: "Field standard; which amount counts differs, hence the switch",
  switches: {
    amount: { label: "Amount", options: { present: "As it stands", opening: "As it was when opened" } },
  },
  components: (choice) => ({
    created: {
      fact: choice.amount === "opening" ? "opening" : "opportunity",
      keep: [{ column: "created_on", known: true }],
      period: "created_on",
      take: { of: "sum", column: "amount" },
      part: "created",
    },
  }),
  finish: ({ created }) => sumOf(created, "Nothing was created."),
};

export const valueMeasures: readonly Measure[] = [
  bookings,
  openPipeline,
  weightedPipeline,
  winRate,
  averageDeal,
  pipelineGenerated,
];

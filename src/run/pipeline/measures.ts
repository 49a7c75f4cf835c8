/** Whether the pipeline is enough for the target. */
import { type Component, empty, figure, type Measure } from "#base/platform";

const ofStatus = (status: "open" | "won"): Component => ({
  fact: "opportunity",
  keep: [{ column: "status", is: status }],
  period: "close_on",
  take: { of: "sum", column: "amount" },
  part: status,
});

const target = (level: "company" | "person"): Component => ({
  fact: "target",
  keep: [{ column: "level", is: level }],
  period: null,
  take: { of: "sum", column: "amount" },
  part: "target",
});

const coverage: Measure = {
  name: "coverage",
  label: "Pipeline coverage",
  sentence: "How many times the open pipeline covers what is still missing to the target.",
  formula: "open pipeline closing in the period ÷ (target − won)",
  unit: "ratio",
  grain: "opportunity",
  period: "The day on which the opportunity is expected to close; targets by days",
  source: "Field standard; the denominator differs, hence the switch. Required coverage is 1 ÷ win rate.",
  switches: {
    denominator: {
      label: "Against",
      options: { remaining: "What is missing to the target", full: "The full target" },
    },
  },
  needsPeriod: true,
  components: () => ({
    open: ofStatus("open"),
    won: ofStatus("won"),
    company: target("company"),
    people: target("person"),
  }),
  finish({ open, won, company, people }, choice) {
    // A target of the whole company stands for the total; without one, its people's targets add up.
    const goal = company?.value ?? people?.value ?? null;
    const n = open?.n ?? 0;
    if (goal === null) return empty("No target is entered for the period.", n);
    const missing = choice.denominator === "full" ? Number(goal) : Number(goal) - Number(won?.value ?? 0);
    return missing <= 0 ? empty("The target is reached.", n) : figure(Number(open?.value ?? 0) / missing, n);
  },
};

export const pipelineMeasures: readonly Measure[] = [coverage];

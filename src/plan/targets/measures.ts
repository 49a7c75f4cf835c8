/** What was booked against what is to be booked. */
import { type Component, empty, figure, type Measure, type Taken } from "#base/platform";

const won: Component = {
  fact: "opportunity",
  keep: [{ column: "status", is: "won" }],
  period: "close_on",
  take: { of: "sum", column: "amount" },
  part: "won",
};

const target = (level: "company" | "person"): Component => ({
  fact: "target",
  keep: [{ column: "level", is: level }],
  period: null,
  take: { of: "sum", column: "amount" },
  part: "target",
});

const base = {
  grain: "opportunity",
  period: "The day on which the opportunity closed; targets by days",
  switches: {},
  needsPeriod: true,
  components: () => ({ won, company: target("company"), people: target("person") }),
} as const;

const noTarget = "No target is entered for the period.";

/** A target of the whole company stands for the total; without one, its people's targets add up. */
function goalOf({ company, people }: Readonly<Record<string, Taken | undefined>>): bigint | null {
  const goal = company?.value ?? people?.value ?? null;
  return typeof goal === "bigint" ? goal : null;
}

const bookedOf = (taken: Taken | undefined): bigint => (typeof taken?.value === "bigint" ? taken.value : 0n);

const attainment: Measure = {
  ...base,
  name: "attainment",
  label: "Attainment",
  sentence: "Which share of the target is booked.",
  formula: "won ÷ target",
  unit: "rate",
  source: "Field standard; a running period is held against its whole target",
  finish(taken) {
    const goal = goalOf(taken);
    const n = taken.won?.n ?? 0;
    if (goal === null) return empty(noTarget, n);
    return goal === 0n
      ? empty("The target is zero.", n)
      : figure(Number(bookedOf(taken.won)) / Number(goal), n);
  },
};

const missingToTarget: Measure = {
  ...base,
  name: "missing-to-target",
  label: "Missing to target",
  sentence: "What is still to be booked until the target is reached; below zero once it is passed.",
  formula: "target − won",
  unit: "money",
  source: "Field standard",
  finish(taken) {
    const goal = goalOf(taken);
    const n = taken.won?.n ?? 0;
    return goal === null ? empty(noTarget, n) : figure(goal - bookedOf(taken.won), n);
  },
};

export const targetMeasures: readonly Measure[] = [attainment, missingToTarget];

/** What selling costs: entered costs against what was created and what was won. */
import { divideRounded } from "#base/kernel";
import { type Component, empty, figure, type Measure, type Taken } from "#base/platform";

const cost: Component = {
  fact: "cost",
  keep: [],
  period: null,
  take: { of: "sum", column: "amount" },
  part: "cost",
};

function perRecord(spent: Taken | undefined, records: Taken | undefined, nothing: string) {
  const n = Number(records?.value ?? 0);
  if (typeof spent?.value !== "bigint") return empty("No costs are entered for the period.", n);
  return n === 0 ? empty(nothing) : figure(divideRounded(spent.value, BigInt(n)), n);
}

const costPerOpportunity: Measure = {
  name: "cost-per-opportunity",
  label: "Cost per opportunity",
  sentence: "What the company spent on selling for each opportunity that was created.",
  formula: "entered costs of the period ÷ opportunities created in the period",
  unit: "money",
  grain: "opportunity",
  period: "Costs by days, opportunities by the day of creation",
  source: "Field standard; beware of comparing it with cost per lead",
  switches: {},
  needsPeriod: true,
  components: () => ({
    cost,
    created: {
      fact: "opportunity",
      keep: [{ column: "created_on", known: true }],
      period: "created_on",
      take: { of: "opportunities" },
      part: "created",
    },
  }),
  finish: ({ cost: spent, created }) => perRecord(spent, created, "Nothing was created."),
};

const costPerSale: Measure = {
  name: "cost-per-sale",
  label: "Cost per sale",
  sentence: "What the company spent on selling for each opportunity that was won.",
  formula: "entered costs of the period ÷ opportunities won in the period",
  unit: "money",
  grain: "opportunity",
  period: "Costs by days, opportunities by the day of closing",
  source: "Field standard; costs come before the wins that they bring, so read it over longer periods",
  switches: {},
  needsPeriod: true,
  components: () => ({
    cost,
    won: {
      fact: "opportunity",
      keep: [{ column: "status", is: "won" }],
      period: "close_on",
      take: { of: "opportunities" },
      part: "won",
    },
  }),
  finish: ({ cost: spent, won }) => perRecord(spent, won, "Nothing was won."),
};

export const costMeasures: readonly Measure[] = [costPerOpportunity, costPerSale];

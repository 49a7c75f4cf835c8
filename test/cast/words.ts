import type { Chance } from "./chance.ts";
import type { LivedOpportunity } from "./opportunity.ts";
import type { PipelineKey } from "./pipelines.ts";

/** Where an opportunity came from. Some are not told, and a few sellers spell the trade show in their own way. */
export function leadSourceOf(pipeline: PipelineKey, chance: Chance): string | null {
  if (pipeline === "renewal") return "Existing customer";
  return chance.weighted<string | null>([
    ["Existing customer", 24],
    ["Sales development", 22],
    ["Trade show", 15],
    ["Tradeshow", 1],
    ["Website", 16],
    ["Partner", 10],
    ["Referral", 8],
    [null, 4],
  ]);
}

/** Why it was lost; one in twenty-five does not say. */
export function lostReasonOf(lived: LivedOpportunity, chance: Chance): string | null {
  if (lived.journey.orderWithdrawn) return "Order withdrawn";
  if (chance.happens(0.04)) return null;
  if (lived.pipeline.key === "renewal") {
    return chance.weighted([
      ["Vessel or site retired", 4],
      ["Price", 3],
      ["Switched supplier", 2],
      ["No decision", 3],
    ]);
  }
  return chance.weighted([
    ["No decision", 40],
    ["Price", 18],
    ["Competitor", 20],
    ["Budget cut", 10],
    ["Missing feature", 8],
    ["Timing", 4],
  ]);
}

const nextSteps: readonly (readonly string[])[] = [
  [
    "Call back after the harbor meeting",
    "Send the intro deck",
    "Find the person who signs",
    "Confirm the budget year",
  ],
  [
    "Agree the survey date",
    "Measure the quay with their engineer",
    "Get the tide records",
    "Site plan from procurement",
  ],
  [
    "Walk through the proposal",
    "Answer the tender questions",
    "Price for two more gauges",
    "Reference call with a neighbor",
  ],
  ["Review the trial data", "Swap the trial buoy", "Trial report to the board"],
  ["Redlines back from legal", "Purchase order expected", "Signature of the managing director"],
];

/** What the seller does next; one in six open opportunities has none written down. */
export function nextStepOf(stage: number, chance: Chance): string | null {
  if (chance.happens(0.16)) return null;
  return chance.oneOf(nextSteps[Math.min(stage, nextSteps.length - 1)] ?? ["Call back"]);
}

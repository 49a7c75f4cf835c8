import type { ForecastCategory, Status } from "./records.ts";

export type PipelineKey = "new" | "renewal" | "elbholm";

export interface StagePlan {
  name: string;
  outcome: Status;
  probability: number;
  forecastCategory: ForecastCategory;
}

export interface PipelinePlan {
  key: PipelineKey;
  name: string;
  /** The open stages in order, then won, then lost. */
  stages: readonly StagePlan[];
}

const open = (name: string, probability: number, forecastCategory: ForecastCategory): StagePlan => ({
  name,
  outcome: "open",
  probability,
  forecastCategory,
});
const won = (name: string): StagePlan => ({
  name,
  outcome: "won",
  probability: 1,
  forecastCategory: "closed",
});
const lost = (name: string): StagePlan => ({
  name,
  outcome: "lost",
  probability: 0,
  forecastCategory: "omitted",
});

export const pipelines: readonly PipelinePlan[] = [
  {
    key: "new",
    name: "New Business",
    stages: [
      open("Qualify", 0.1, "pipeline"),
      open("Site Survey", 0.25, "pipeline"),
      open("Proposal", 0.4, "best-case"),
      open("Sea Trial", 0.6, "best-case"),
      open("Negotiation", 0.8, "commit"),
      won("Closed Won"),
      lost("Closed Lost"),
    ],
  },
  {
    key: "renewal",
    name: "Renewals",
    stages: [
      open("Coming Due", 0.6, "pipeline"),
      open("Terms Sent", 0.75, "best-case"),
      open("Agreed", 0.92, "commit"),
      won("Renewed"),
      lost("Lapsed"),
    ],
  },
  {
    key: "elbholm",
    name: "Elbholm",
    stages: [
      open("Inquiry", 0.15, "pipeline"),
      open("Technical Clarification", 0.35, "pipeline"),
      open("Offer", 0.5, "best-case"),
      open("Order Expected", 0.85, "commit"),
      won("Ordered"),
      lost("Declined"),
    ],
  },
];

/** The number of open stages of a pipeline; its won stage has this position (from 0), its lost stage the next. */
export function openStages(pipeline: PipelinePlan): number {
  return pipeline.stages.length - 2;
}

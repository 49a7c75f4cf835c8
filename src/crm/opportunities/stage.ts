/** Pipelines and their stages: where an opportunity stands, and what follows from it. */
export const outcomes = ["open", "won", "lost"] as const;
export type Outcome = (typeof outcomes)[number];
export const forecastCategories = ["omitted", "pipeline", "best-case", "commit", "closed"] as const;
export type ForecastCategory = (typeof forecastCategories)[number];

export interface Stage {
  readonly id: string;
  readonly pipelineId: string;
  readonly name: string;
  readonly position: number;
  /** What an opportunity becomes by reaching this stage. */
  readonly outcome: Outcome;
  /** How likely an opportunity here is won, 0–1; null: nobody has said. */
  readonly probability: number | null;
  readonly forecastCategory: ForecastCategory;
}

export interface Pipeline {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly position: number;
  readonly stages: readonly Stage[];
}

/** The reason why an opportunity cannot move to a stage, or null. */
export function anOpportunityMovesWithinItsPipeline(
  opportunity: { readonly pipelineId: string; readonly stageId: string | null; readonly status: Outcome },
  stage: Pick<Stage, "id" | "pipelineId" | "name" | "outcome">,
): string | null {
  if (stage.pipelineId !== opportunity.pipelineId)
    return `The stage "${stage.name}" belongs to another pipeline.`;
  if (stage.id === opportunity.stageId && stage.outcome === opportunity.status) {
    return `The opportunity is at the stage "${stage.name}" already.`;
  }
  return null;
}

/** The reason why a pipeline cannot have these stages, or null. */
export function aPipelineCanBeWalked(stages: readonly Pick<Stage, "name" | "outcome">[]): string | null {
  if (!stages.some((stage) => stage.outcome === "open")) return "A pipeline needs at least one open stage.";
  const names = stages.map((stage) => stage.name.toLowerCase());
  const twice = stages.find((stage, at) => names.indexOf(stage.name.toLowerCase()) !== at);
  return twice === undefined ? null : `There are two stages named "${twice.name}".`;
}

/** How likely an opportunity is won that reaches a stage: certain once won or lost, else what the stage says. */
export function probabilityAt(stage: Pick<Stage, "outcome" | "probability">): number | null {
  if (stage.outcome === "open") return stage.probability;
  return stage.outcome === "won" ? 1 : 0;
}

/** The forecast category that comes with a stage: closed once won, omitted once lost, else the stage's own. */
export function forecastCategoryAt(stage: Pick<Stage, "outcome" | "forecastCategory">): ForecastCategory {
  if (stage.outcome === "open") return stage.forecastCategory;
  return stage.outcome === "won" ? "closed" : "omitted";
}

/** The stage at which a new opportunity starts: the first open one. */
export function firstOpenStage(stages: readonly Stage[]): Stage | undefined {
  return stages.filter((stage) => stage.outcome === "open").sort((a, b) => a.position - b.position)[0];
}

/** How stages end a sale where a person said it otherwise than their names or rows do. */
import type { ImportOptions, PipelinePlan } from "./import-plan.ts";

type Said = NonNullable<ImportOptions["mapping"]>["stages"];

/** Pipelines with the outcomes that a person said. */
export function withOutcomes(pipelines: readonly PipelinePlan[], said: Said): PipelinePlan[] {
  return pipelines.map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage) => {
      const outcome = said?.[stage.name] ?? said?.[stage.value];
      if (outcome === undefined) return stage;
      const known = stage.outcome === "open" ? stage.probability : null;
      const probability = { open: known, won: "1", lost: "0" }[outcome];
      return { ...stage, outcome, probability, evidence: "Said by hand." };
    }),
  }));
}

/** The stages that a person spoke of and that there are not, each with those that there are. */
export function problemsOfStages(pipelines: readonly PipelinePlan[], said: Said) {
  const names = new Set(
    pipelines.flatMap(({ stages }) => stages.flatMap(({ name, value }) => [name, value])),
  );
  return Object.keys(said ?? {})
    .filter((name) => !names.has(name))
    .map((name) => ({
      field: `stages, ${name}`,
      message: `There is no such stage. There are: ${[...names].join(", ")}.`,
    }));
}

/** Whether what a person said of stages is about stages that there are. */
import type { ImportOptions, PipelinePlan } from "./import-plan.ts";

type Said = NonNullable<ImportOptions["mapping"]>["stages"];

const orTheOnly = (value: string): string => (value === "" ? '"" (the only one)' : value);

/** The pipelines and stages that a person spoke of and that there are not, each with those that there are. */
export function problemsOfStages(pipelines: readonly PipelinePlan[], said: Said) {
  return Object.entries(said ?? {}).flatMap(([value, stages]) => {
    const pipeline = pipelines.find((one) => one.value === value);
    if (pipeline === undefined) {
      const there = pipelines.map((one) => orTheOnly(one.value)).join(", ");
      return [{ field: `stages, ${value}`, message: `There is no such pipeline. There are: ${there}.` }];
    }
    const names = pipeline.stages.map((stage) => stage.value);
    return Object.keys(stages)
      .filter((name) => !names.includes(name))
      .map((name) => ({
        field: `stages, ${value}, ${name}`,
        message: `There is no such stage. There are: ${names.join(", ")}.`,
      }));
  });
}

/** Pipelines and stages by the words of the source. */
import type { Outcome } from "../mapping/stage-words.ts";

export interface BookedStage {
  readonly id: string;
  readonly outcome: Outcome;
  readonly probability: string | null;
}

export interface BookedPipeline {
  readonly id: string;
  readonly stages: ReadonlyMap<string, BookedStage>;
}

export class StageBook {
  readonly #pipelines = new Map<string, BookedPipeline>();

  enter(value: string, pipeline: BookedPipeline): void {
    this.#pipelines.set(value, pipeline);
  }

  /** The pipeline that the source writes so, or its only one. */
  pipeline(value: string | null): BookedPipeline {
    const found = this.#pipelines.get(value ?? "") ?? this.#pipelines.values().next().value;
    if (found === undefined) throw new Error("An import has at least one pipeline.");
    return found;
  }
}

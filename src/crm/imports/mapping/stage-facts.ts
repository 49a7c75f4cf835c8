/** The stages that files speak of: their names, whether they end a sale, their probability and their order. */
import type { PipelinePlan, StagePlan } from "./import-plan.ts";
import { type ReadRow, textIn, truthIn } from "./row.ts";
import { inOrder, type Outcome, outcomeOf, type StageFacts } from "./stage-words.ts";

interface Gathered {
  readonly name: string;
  readonly seen: number;
  readonly outcomes: Map<Outcome, number>;
  rows: number;
  probability: string | null | "several";
}

const gathered = (name: string, seen: number): Gathered => ({
  name,
  seen,
  outcomes: new Map(),
  rows: 0,
  probability: null,
});

/** Gathers stages by pipeline out of rows; `finish` gives the pipelines with their stages in order. */
export class StageGatherer {
  readonly #pipelines = new Map<string, Map<string, Gathered>>();

  take(row: ReadRow): void {
    const pipeline = textIn(row, "pipeline") ?? "";
    const stage = textIn(row, "stage");
    const stages = this.#pipelines.get(pipeline) ?? new Map<string, Gathered>();
    this.#pipelines.set(pipeline, stages);
    if (stage === null) return;
    const found = stages.get(stage) ?? gathered(stage, stages.size);
    stages.set(stage, found);
    found.rows += 1;
    const closed = truthIn(row, "isClosed");
    const won = truthIn(row, "isWon");
    if (closed !== null || won !== null) {
      const outcome = won ? "won" : closed ? "lost" : closed === false ? "open" : null;
      if (outcome !== null) found.outcomes.set(outcome, (found.outcomes.get(outcome) ?? 0) + 1);
    }
    const probability = textIn(row, "probability");
    if (probability === null || found.probability === probability) return;
    found.probability = found.probability === null ? probability : "several";
  }

  /** A stage that is only named, without a row of its own: of the first pipeline, unless a pipeline has it already. */
  name(stage: string): void {
    const all = [...this.#pipelines.values()];
    if (all.some((stages) => stages.has(stage))) return;
    const stages = all[0] ?? new Map<string, Gathered>();
    if (all.length === 0) this.#pipelines.set("", stages);
    stages.set(stage, gathered(stage, stages.size));
  }

  finish(): PipelinePlan[] {
    const all = [...this.#pipelines].map(([value, stages]): PipelinePlan => {
      const facts = [...stages.values()].map(factsOf);
      return { value, name: value === "" ? "Sales" : value, stages: inOrder(facts).map(stagePlan) };
    });
    return all.length === 0 ? [{ value: "", name: "Sales", stages: [] }] : all;
  }
}

function factsOf(one: Gathered): StageFacts & { readonly rows: number; readonly because: string } {
  const [voted] = [...one.outcomes].toSorted((a, b) => b[1] - a[1]);
  const { probability, rows, name } = one;
  const known = probability === null || probability === "several" ? null : Number(probability);
  const outcome = voted?.[0] ?? outcomeOf(name);
  const because =
    voted === undefined
      ? outcome === "open"
        ? "Nothing in its name says that it ends a sale."
        : `Its name says that a sale is ${outcome}.`
      : `${voted[1]} of ${rows} rows in it say so.`;
  return { name, seen: one.seen, outcome, probability: known, rows, because };
}

function stagePlan(facts: ReturnType<typeof factsOf>): StagePlan {
  const { name, outcome, rows, because } = facts;
  const certain = { open: facts.probability, won: 1, lost: 0 }[outcome];
  const probability = certain === null ? null : String(certain);
  return { value: name, name, outcome, probability, rows, because };
}

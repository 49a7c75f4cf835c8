/** Stages that opportunities speak of, completed by what the source's own tables of pipelines and stages say. */
import type { PipelinePlan, StagePlan } from "./import-plan.ts";
import { inOrder, type Outcome, outcomeOf } from "./stage-words.ts";

/** A row of a table of pipelines. */
export interface ListedPipeline {
  readonly id: string;
  readonly name: string;
  readonly position: number | null;
}

/** A row of a table of stages. */
export interface ListedStage {
  readonly id: string;
  readonly name: string;
  readonly pipeline: string | null;
  readonly position: number | null;
  /** 0–1. */
  readonly probability: number | null;
  readonly isClosed: boolean | null;
  readonly isWon: boolean | null;
}

/** Whether a listed stage ends a sale: what the table says, else a certain probability, else its words. */
export function outcomeOfListed(stage: ListedStage): Outcome {
  if (stage.isWon === true) return "won";
  if (stage.isClosed === true) return "lost";
  if (stage.isClosed === false) return "open";
  if (stage.probability === 1) return "won";
  if (stage.probability === 0 && stage.isWon === false) return "lost";
  const byName = outcomeOf(stage.name);
  return byName === "open" ? outcomeOf(stage.id) : byName;
}

const asPlan = (value: string, name: string, outcome: Outcome, probability: number | null): StagePlan => {
  const certain = { open: probability, won: 1, lost: 0 }[outcome];
  return { value, name, outcome, probability: certain === null ? null : String(certain) };
};

function stagesOf(
  spoken: readonly StagePlan[],
  listed: readonly ListedStage[],
  known: ReadonlySet<string>,
): StagePlan[] {
  const facts = listed.map((stage, seen) => ({
    name: stage.name,
    value: stage.id,
    outcome: outcomeOfListed(stage),
    probability: stage.probability,
    seen,
    ...(stage.position !== null && { position: stage.position }),
  }));
  const rowsIn = (fact: { readonly value: string; readonly name: string }) =>
    spoken.find((stage) => stage.value === fact.value || stage.value === fact.name)?.rows ?? 0;
  const inList = inOrder(facts).map((fact) => ({
    ...asPlan(fact.value, fact.name, fact.outcome, fact.probability),
    rows: rowsIn(fact),
    because: "The source's own list of stages says so.",
  }));
  const named = new Set(listed.flatMap((stage) => [stage.id, stage.name]));
  const others = spoken.filter((stage) => !named.has(stage.value) && !known.has(stage.value));
  return [...inList, ...others];
}

/**
 * Pipelines by what rows write for them. A pipeline or stage of the tables is called as they call it; one that the
 * tables lack is called as rows call it. Rows that name no pipeline stand in the one that lists their stages, if any.
 */
export function completed(
  spoken: readonly PipelinePlan[],
  pipelines: readonly ListedPipeline[],
  stages: readonly ListedStage[],
): PipelinePlan[] {
  if (pipelines.length === 0 && stages.length === 0) return [...spoken];
  const known = new Set(stages.map((stage) => stage.id));
  const order = pipelines.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const values = new Set([...order.map((one) => one.id), ...stages.flatMap((one) => one.pipeline ?? [])]);
  for (const { value, stages: said } of spoken) {
    const byName = order.find((one) => one.name === value);
    if (value !== "" && byName === undefined) values.add(value);
    if (value === "" && said.some((stage) => !known.has(stage.value))) values.add(value);
  }
  if (values.size === 0) values.add("");
  return [...values].map((value): PipelinePlan => {
    const row = pipelines.find((one) => one.id === value);
    const said = spoken.find((one) => one.value === value || (row !== undefined && one.value === row.name));
    const listed = stages.filter((stage) => (stage.pipeline ?? "") === value);
    const name = row?.name ?? (value === "" ? "Sales" : value);
    return { value, name, stages: stagesOf(said?.stages ?? [], listed, known) };
  });
}

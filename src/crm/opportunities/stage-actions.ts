/** What the desk does along a pipeline: move, win, lose, take up again; and making the pipelines themselves. */
import { type Clock, newId, today } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { refuseBecause, requireFound, requireKnown, workspaceOf } from "#people";
import { type OpportunityWithLines, opportunityOf, refuseContradictions } from "./actions.ts";
import {
  closedAs,
  movedTo,
  onlyAClosedOpportunityReopens,
  onlyAnOpenOpportunityCloses,
  reopened,
} from "./close.ts";
import type { Opportunity } from "./opportunity.ts";
import { findPipelines, findStage, insertPipeline } from "./pipeline-store.ts";
import {
  anOpportunityMovesWithinItsPipeline,
  aPipelineCanBeWalked,
  type Pipeline,
  type Stage,
} from "./stage.ts";
import { holdOpportunity, storeOpportunity } from "./store.ts";

/** Which opportunity, as of which version, and where the clock stands. */
export interface Held {
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly id: string;
  readonly expectedVersion: number;
}

/** Moves an opportunity to a stage. Refuses a stale version, another pipeline's stage and a close in the future. */
export async function moveToStage(
  db: Db,
  at: Held,
  given: { readonly stageId: string; readonly closeOn?: Temporal.PlainDate | null | undefined },
): Promise<OpportunityWithLines> {
  const { held, on } = await holdAt(db, at);
  const stage = await findStage(db, at.workspaceId, given.stageId);
  requireKnown(stage !== undefined, "stage", "stageId");
  const reached = requireFound(stage, "stage");
  refuseBecause(anOpportunityMovesWithinItsPipeline(held, reached), "stageId");
  return stored(db, at, movedTo(held, reached, on, given.closeOn), on);
}

/** Wins or loses an opportunity at the stage where it stands. Refuses a stale version and one that is closed. */
export async function closeOpportunity(
  db: Db,
  at: Held,
  outcome: "won" | "lost",
  said: {
    readonly closeOn?: Temporal.PlainDate | undefined;
    readonly lostReason?: string | null | undefined;
  },
): Promise<OpportunityWithLines> {
  const { held, on } = await holdAt(db, at);
  refuseBecause(onlyAnOpenOpportunityCloses(held), "outcome", "Reopen it first, or load it again.");
  return stored(db, at, closedAs(held, outcome, on, said), on);
}

/** Takes a closed opportunity up again, expected on a day or (null) on none yet. Refuses one that is open. */
export async function reopenOpportunity(
  db: Db,
  at: Held,
  closeOn: Temporal.PlainDate | null,
): Promise<OpportunityWithLines> {
  const { held, on } = await holdAt(db, at);
  const stage = held.stageId === null ? undefined : await findStage(db, at.workspaceId, held.stageId);
  refuseBecause(onlyAClosedOpportunityReopens(held, stage));
  return stored(db, at, reopened(held, stage, closeOn), on);
}

/** Every pipeline with its stages. */
export { findPipelines as pipelinesOf } from "./pipeline-store.ts";

/** Adds a pipeline after the others, its stages in the order given. Refuses stages that nobody could walk. */
export async function addPipeline(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: {
    readonly name: string;
    readonly stages: readonly Pick<Stage, "name" | "outcome" | "probability" | "forecastCategory">[];
  },
): Promise<Pipeline> {
  refuseBecause(aPipelineCanBeWalked(given.stages), "stages");
  const position = Math.max(0, ...(await findPipelines(db, workspaceId)).map((one) => one.position)) + 1;
  const id = newId(clock);
  const stages = given.stages.map((stage, at) => ({
    ...stage,
    id: newId(clock),
    pipelineId: id,
    position: at + 1,
  }));
  await insertPipeline(db, workspaceId, { id, name: given.name, position, stages });
  const made = (await findPipelines(db, workspaceId)).find((pipeline) => pipeline.id === id);
  return requireFound(made, "pipeline");
}

/** Holds the opportunity until the transaction ends, with today's date where the workspace is. */
export async function holdAt(db: Db, at: Held): Promise<{ held: Opportunity; on: Temporal.PlainDate }> {
  const held = refuseStale(await holdOpportunity(db, at.workspaceId, at.id), at.expectedVersion);
  const { timeZone } = await workspaceOf(db, at.workspaceId);
  return { held, on: today(at.clock, timeZone) };
}

async function stored(
  db: Db,
  at: Held,
  said: Opportunity,
  on: Temporal.PlainDate,
): Promise<OpportunityWithLines> {
  refuseContradictions(said, on);
  await storeOpportunity(db, at.workspaceId, at.id, said, said.custom);
  return opportunityOf(db, at.workspaceId, at.id);
}

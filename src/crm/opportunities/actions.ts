/** What the desk does with an opportunity as a whole: add it, change what is known of it, remove it. */
import { type Clock, newId, refuse, today } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import {
  type Amendment,
  amended,
  refuseBecause,
  requireFound,
  requireKnown,
  requirePerson,
  type Workspace,
  workspaceOf,
} from "#people";
import { requireAccount } from "../accounts/actions.ts";
import { checkedCustom } from "../fields/actions.ts";
import type { Custom } from "../fields/field.ts";
import { markRemoved } from "../record-store.ts";
import { theCurrencyStaysWhileThereAreLines } from "./amount.ts";
import {
  closingDay,
  nothingHasClosedInTheFuture,
  onlyALostOpportunityHasALostReason,
  whatIsClosedHasADay,
} from "./close.ts";
import { linesOf, splitsOf } from "./line-store.ts";
import type { Line, Opportunity, OpportunitySaid, SplitShown } from "./opportunity.ts";
import { findPipelines } from "./pipeline-store.ts";
import { firstOpenStage, forecastCategoryAt, type Pipeline, probabilityAt, type Stage } from "./stage.ts";
import type { Stakeholder } from "./stakeholder.ts";
import { stakeholdersOf } from "./stakeholder-store.ts";
import { findOpportunity, holdOpportunity, insertOpportunity, storeOpportunity } from "./store.ts";

export interface OpportunityWithLines extends Opportunity {
  readonly lines: readonly Line[];
  readonly splits: readonly SplitShown[];
  readonly stakeholders: readonly Stakeholder[];
}

/** One opportunity with its lines, splits and stakeholders. Refuses when there is none with this id. */
export async function opportunityOf(db: Db, workspaceId: string, id: string): Promise<OpportunityWithLines> {
  const opportunity = requireFound(await findOpportunity(db, workspaceId, id), "opportunity");
  const lines = await linesOf(db, workspaceId, id);
  const splits = await splitsOf(db, workspaceId, id);
  return { ...opportunity, lines, splits, stakeholders: await stakeholdersOf(db, workspaceId, id) };
}

export type OpportunityGiven = Amendment<Omit<OpportunitySaid, "status">> & {
  readonly custom?: Custom | undefined;
};

/** Adds an opportunity; its stage decides status, probability and forecast category where nothing else is said. */
export async function addOpportunity(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: OpportunityGiven & { readonly name: string },
): Promise<OpportunityWithLines> {
  const workspace = await workspaceOf(db, workspaceId);
  const { custom, ...said } = given;
  await requireReferences(db, workspaceId, said);
  const { pipeline, stage } = placed(await findPipelines(db, workspaceId), said);
  const start = startingAt(pipeline, stage, workspace, today(clock, workspace.timeZone));
  const opportunity = amended<OpportunitySaid>(
    { ...start, name: given.name },
    { ...said, pipelineId: pipeline.id },
  );
  refuseContradictions(opportunity, today(clock, workspace.timeZone));
  const values = await checkedCustom(db, workspaceId, "opportunity", {}, custom);
  const id = newId(clock);
  await insertOpportunity(db, workspaceId, id, opportunity, values);
  return opportunityOf(db, workspaceId, id);
}

/** Changes what is given. Refuses a stale version, days and reasons that do not fit, and a currency under lines. */
export async function changeOpportunity(
  db: Db,
  workspaceId: string,
  clock: Clock,
  id: string,
  expectedVersion: number,
  given: Omit<OpportunityGiven, "pipelineId" | "stageId">,
): Promise<OpportunityWithLines> {
  const held = refuseStale(await holdOpportunity(db, workspaceId, id), expectedVersion);
  const { timeZone } = await workspaceOf(db, workspaceId);
  const { custom, ...said } = given;
  await requireReferences(db, workspaceId, said);
  const opportunity = amended<OpportunitySaid>(held, said);
  if (said.closeOn === null) refuseBecause(whatIsClosedHasADay(held.status), "closeOn");
  refuseContradictions(opportunity, today(clock, timeZone));
  const lines = await linesOf(db, workspaceId, id);
  refuseBecause(
    theCurrencyStaysWhileThereAreLines(held, opportunity.currency, lines.length),
    "amount.currency",
  );
  const values = await checkedCustom(db, workspaceId, "opportunity", held.custom, custom);
  await storeOpportunity(db, workspaceId, id, opportunity, values);
  return opportunityOf(db, workspaceId, id);
}

/** Removes an opportunity; it stays with its history. Refuses a stale version. */
export async function removeOpportunity(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdOpportunity(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, "crm.opportunity", workspaceId, id) };
}

/** Refuses what cannot be true of an opportunity on a day. */
export function refuseContradictions(opportunity: OpportunitySaid, on: Temporal.PlainDate): void {
  refuseBecause(nothingHasClosedInTheFuture(opportunity.status, opportunity.closeOn, on), "closeOn");
  refuseBecause(onlyALostOpportunityHasALostReason(opportunity.status, opportunity.lostReason), "lostReason");
}

function startingAt(
  pipeline: Pipeline,
  stage: Stage,
  workspace: Workspace,
  on: Temporal.PlainDate,
): Omit<OpportunitySaid, "name"> {
  return {
    accountId: null,
    ownerId: null,
    pipelineId: pipeline.id,
    stageId: stage.id,
    status: stage.outcome,
    amountMinor: null,
    currency: workspace.currency,
    probability: probabilityAt(stage),
    forecastCategory: forecastCategoryAt(stage),
    createdOn: on,
    closeOn: stage.outcome === "open" ? null : closingDay(null, on),
    leadSource: null,
    nextStep: null,
    lostReason: null,
  };
}

function placed(
  pipelines: readonly Pipeline[],
  said: Amendment<Pick<OpportunitySaid, "pipelineId" | "stageId">>,
) {
  if (pipelines.length === 0) {
    refuse("invalid", "There is no pipeline yet.", { fix: "Create a pipeline with its stages first." });
  }
  const byStage = pipelines.find((one) => one.stages.some((stage) => stage.id === said.stageId));
  const pipeline = said.pipelineId
    ? pipelines.find((one) => one.id === said.pipelineId)
    : (byStage ?? pipelines[0]);
  requireKnown(pipeline !== undefined, "pipeline", "pipelineId");
  const stages = pipeline?.stages ?? [];
  const stage = said.stageId ? stages.find((one) => one.id === said.stageId) : firstOpenStage(stages);
  requireKnown(stage !== undefined, "stage", "stageId");
  return { pipeline: requireFound(pipeline, "pipeline"), stage: requireFound(stage, "stage") };
}

async function requireReferences(
  db: Db,
  workspaceId: string,
  said: Amendment<Pick<OpportunitySaid, "ownerId" | "accountId">>,
): Promise<void> {
  await requirePerson(db, workspaceId, said.ownerId, "ownerId");
  await requireAccount(db, workspaceId, said.accountId);
}

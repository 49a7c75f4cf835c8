/** The little world, built into a database and asked through the real routes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureRoutes } from "#analytics";
import { askMeasure, measureRecords } from "#analytics/contract";
import type { CallInput } from "#base/contract";
import { parseAmount } from "#base/kernel";
import { type Author, type Database, type Db, type Replica, writeAs } from "#base/platform";
import { pipelineRoutes } from "#run";
import { askPipeline, askWaterfall } from "#run/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../client.ts";
import { freshDatabase } from "../database.ts";
import { replicaOf } from "../replica/world.ts";
import { clock, layFrame, stageList } from "./frame.ts";
import { day, idOf, moment } from "./names.ts";
import { type Story, type StoryStep, stories } from "./stories.ts";

type Ask = NonNullable<CallInput<(typeof askMeasure)["shape"]>["query"]>;
type Value = string | number | null;

export interface World {
  readonly client: Client;
  readonly database: Database;
  readonly replica: Replica;
  readonly workspaceId: string;
  /** The total as [value, n], or [null, n, reason]. */
  total(measure: string, query?: Ask): Promise<[Value, number] | [Value, number, string]>;
  /** The rows as key → [value, n], in their order. */
  rows(measure: string, query: Ask): Promise<Record<string, [Value, number]>>;
  /** The names of the opportunities behind a figure, sorted, with the part that each plays. */
  behind(measure: string, query?: Ask & { key?: string }): Promise<string[]>;
  /** The open pipeline's total as [amount, count]. */
  pipeline(query: Record<string, string | string[]>): Promise<[string, number]>;
  /** The steps of a waterfall that are not empty, as name → [amount, count]; fails where a residual is left. */
  waterfall(
    query: { from: string; to: string } & Record<string, string | string[]>,
  ): Promise<Record<string, [string, number]>>;
  close(): Promise<void>;
}

/** Builds the world with a fiscal year that starts in the given month. */
export async function openWorld({ fiscalStartMonth = 1 } = {}): Promise<World> {
  const database = await freshDatabase();
  const workspaceId = await foundTestWorkspace(database, clock);
  await database.db
    .updateTable("base.workspace")
    .set({ fiscal_start_month: fiscalStartMonth })
    .where("workspace_id", "=", workspaceId)
    .execute();
  await writeWorld(database, workspaceId, async (trx) => {
    await layFrame(trx, workspaceId);
    for (const story of stories) await tell(trx, workspaceId, story);
  });
  return worldOn(database, workspaceId);
}

/** Writes into the world as a source that knows history. */
export function writeWorld(
  database: Database,
  workspaceId: string,
  work: (trx: Db) => Promise<void>,
): Promise<void> {
  const author: Author = { workspaceId, authorId: null, author: "The teller", source: "test" };
  return writeAs(database.db, author, clock, work, { basis: "source" });
}

/** Asks a workspace of a database through the real routes; `close` closes the database, too. */
export async function worldOn(database: Database, workspaceId: string, now = clock): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-figures-"));
  const replica = replicaOf(database, directory);
  const client = await signedInClient([...measureRoutes, ...pipelineRoutes], {
    ...{ database, clock: now, workspaceId, replica },
  });
  return {
    ...{ client, database, replica, workspaceId },
    ...questions(client),
    async close() {
      await client.close();
      await replica.close();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function questions(client: Client): Pick<World, "total" | "rows" | "behind" | "pipeline" | "waterfall"> {
  return {
    async total(name, query = {}) {
      const { value, n, reason } = (await client.call(askMeasure, { params: { name }, query })).total;
      return reason === null ? [value, n] : [value, n, reason];
    },
    async rows(name, query) {
      const { rows } = await client.call(askMeasure, { params: { name }, query });
      return Object.fromEntries(rows.map(({ key, value, n }) => [key, [value, n]]));
    },
    async behind(name, query = {}) {
      const { rows, count } = await client.call(measureRecords, {
        params: { name },
        query: { ...query, limit: 200 },
      });
      if (count !== rows.length)
        throw new Error(`${count} records were said to be there, ${rows.length} came.`);
      return rows.map((row) => `${row.name}: ${row.part}`).sort();
    },
    async pipeline(query) {
      const { total } = await client.call(askPipeline, { query });
      return [total.amount, total.count];
    },
    async waterfall(query) {
      const { steps, residual } = await client.call(askWaterfall, { query });
      if (residual !== "0.00") throw new Error(`The waterfall leaves ${residual} unexplained.`);
      const told = steps.filter((step) => step.count > 0 || step.amount !== "0.00");
      return Object.fromEntries(told.map(({ name, amount, count }) => [name, [amount, count]]));
    },
  };
}

interface State {
  status: string;
  stage: string;
  enteredAt: Temporal.Instant;
  amountMinor: bigint | null;
  closeOn: string;
  owner: string;
  probability: string | null;
}

/** Writes an opportunity with its present state, its earlier states and its lines. */
export async function tell(trx: Db, workspaceId: string, story: Story): Promise<void> {
  const states = statesOf(story);
  const columns = (state: State) => ({
    workspace_id: workspaceId,
    status: state.status,
    pipeline_id: idOf("pipeline", story.pipeline),
    stage_id: idOf("stage", state.stage),
    stage_entered_at: state.enteredAt,
    amount_minor: state.amountMinor,
    currency: story.currency,
    probability: state.probability,
    forecast_category: state.status === "open" ? "pipeline" : "closed",
    close_on: day(state.closeOn),
    owner_id: idOf("person", state.owner),
    account_id: idOf("account", story.account),
  });
  const id = idOf("opportunity", story.name);
  const last = states.at(-1) ?? ["", {} as State];
  const removed = last[1].status === "removed";
  await trx
    .insertInto("crm.opportunity")
    .values({
      ...columns(last[1]),
      status: removed ? "open" : last[1].status,
      removed_at: removed ? moment(last[0]) : null,
      ...{ id, name: story.name, true_since: moment(last[0]), created_on: day(story.createdOn) },
      ...{ lost_reason: story.lostReason ?? null, lead_source: story.leadSource ?? null },
      custom: story.segment ? { segment: story.segment } : {},
    })
    .execute();
  const earlier = states.slice(0, -1).map(([at, state]) => ({
    ...columns(state),
    ...{ opportunity_id: id, valid_from: moment(at), basis: "source" },
  }));
  if (earlier.length > 0) await trx.insertInto("crm.opportunity_version").values(earlier).execute();
  const lines = (story.lines ?? []).map(([product, amount], n) => ({
    ...{ workspace_id: workspaceId, id: idOf("other", `${story.name} ${product}`), opportunity_id: id },
    ...{ product_id: idOf("product", product), position: n + 1 },
    amount_minor: amount === null ? null : parseAmount(amount, story.currency),
  }));
  if (lines.length > 0) await trx.insertInto("crm.opportunity_line").values(lines).execute();
}

function statesOf(story: Story): [at: string, State][] {
  const blank = { closeOn: "", owner: "", stage: "", probability: null, amountMinor: null };
  let state: State = { ...blank, status: "open", enteredAt: moment(story.steps[0].at) };
  return story.steps.map((step) => {
    state = afterStep(state, step, story.currency);
    return [step.at, state];
  });
}

function afterStep(before: State, step: StoryStep, currency: string): State {
  const stage = step.stage ?? before.stage;
  const outcome = stageList.find(([, name]) => name === stage)?.[3] ?? "open";
  return {
    status: step.removed ? "removed" : outcome,
    stage,
    enteredAt: step.stage ? moment(step.at) : before.enteredAt,
    amountMinor:
      step.amount === undefined
        ? before.amountMinor
        : step.amount === null
          ? null
          : parseAmount(step.amount, currency),
    closeOn: step.closeOn ?? before.closeOn,
    owner: step.owner ?? before.owner,
    probability: step.probability ?? before.probability,
  };
}

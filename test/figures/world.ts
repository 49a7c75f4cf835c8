/** The little world, built into a database and asked through the real routes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureRoutes } from "#analytics";
import { askMeasure, measureRecords } from "#analytics/contract";
import type { CallInput } from "#base/contract";
import { type Author, type Database, type Db, type Replica, writeAs } from "#base/platform";
import { pipelineRoutes } from "#run";
import { askPipeline, askWaterfall } from "#run/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../client.ts";
import { freshDatabase } from "../database.ts";
import { replicaOf } from "../replica/world.ts";
import { clock, layFrame } from "./frame.ts";
import { stories } from "./stories.ts";
import { tell } from "./tell.ts";

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

import { sql } from "kysely";
import type { FiscalRules } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import { plainDecimal } from "#base/wire";
import type { ExchangeRate, Workspace } from "./workspace.ts";

interface WorkspaceColumns {
  workspace_id: string;
  version: number;
  name: string;
  origin: string;
  currency: string;
  time_zone: string;
  fiscal_start_month: number;
  fiscal_pattern: string;
  fiscal_year_ends_on_weekday: number;
  fiscal_year_ends: string;
}

function workspaceFrom(row: WorkspaceColumns): Workspace {
  return {
    id: row.workspace_id,
    version: row.version,
    name: row.name,
    origin: row.origin as Workspace["origin"],
    currency: row.currency,
    timeZone: row.time_zone,
    fiscal: {
      startMonth: row.fiscal_start_month as FiscalRules["startMonth"],
      pattern: row.fiscal_pattern as FiscalRules["pattern"],
      yearEndsOnWeekday: row.fiscal_year_ends_on_weekday as FiscalRules["yearEndsOnWeekday"],
      yearEnds: row.fiscal_year_ends as FiscalRules["yearEnds"],
    },
  };
}

/** A workspace by its id, or undefined. */
export async function findWorkspace(db: Db, workspaceId: string): Promise<Workspace | undefined> {
  const row = await db
    .selectFrom("base.workspace")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return row && workspaceFrom(row);
}

/** Every workspace of this database, the own ones first, then by name. */
export async function findWorkspaces(db: Db): Promise<Workspace[]> {
  const rows = await db
    .selectFrom("base.workspace")
    .selectAll()
    .orderBy("origin")
    .orderBy("name")
    .orderBy("workspace_id")
    .execute();
  return rows.map(workspaceFrom);
}

/** Holds the workspace until the transaction ends, so that rules over many records are decided one at a time. */
export async function holdWorkspace(db: Db, workspaceId: string): Promise<Workspace | undefined> {
  const row = await db
    .selectFrom("base.workspace")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && workspaceFrom(row);
}

function columnsOf(workspace: Omit<Workspace, "id" | "version" | "origin">) {
  return {
    name: workspace.name,
    currency: workspace.currency,
    time_zone: workspace.timeZone,
    fiscal_start_month: workspace.fiscal.startMonth,
    fiscal_pattern: workspace.fiscal.pattern,
    fiscal_year_ends_on_weekday: workspace.fiscal.yearEndsOnWeekday,
    fiscal_year_ends: workspace.fiscal.yearEnds,
  };
}

/** Adds a workspace and gives it back as it stands. */
export async function insertWorkspace(db: Db, workspace: Omit<Workspace, "version">): Promise<Workspace> {
  const row = await db
    .insertInto("base.workspace")
    .values({ workspace_id: workspace.id, origin: workspace.origin, ...columnsOf(workspace) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return workspaceFrom(row);
}

/** Writes the settings and gives the workspace back with its new version. */
export async function storeWorkspace(db: Db, workspace: Omit<Workspace, "version">): Promise<Workspace> {
  const row = await db
    .updateTable("base.workspace")
    .set(columnsOf(workspace))
    .where("workspace_id", "=", workspace.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return workspaceFrom(row);
}

const rateColumns = ["id", "version", "currency", "starts_on as startsOn", "rate"] as const;

/** The workspace's exchange rates by currency and first day. */
export async function listExchangeRates(db: Db, sight: Sight): Promise<ExchangeRate[]> {
  const rows = await db
    .selectFrom("base.exchange_rate")
    .select(rateColumns)
    .where("workspace_id", "=", sight.workspaceId)
    .orderBy("currency")
    .orderBy("starts_on")
    .execute();
  return rows.map((row) => ({ ...row, rate: plainDecimal(row.rate) }));
}

/** How many rates rest on the workspace's currency. */
export async function countExchangeRates(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("base.exchange_rate")
    .select((count) => count.fn.countAll<bigint>().as("rates"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  return Number(row.rates);
}

/** States a rate; one of the same currency and day is corrected. */
export async function recordExchangeRate(
  db: Db,
  workspaceId: string,
  rate: Omit<ExchangeRate, "version">,
): Promise<ExchangeRate> {
  const row = await db
    .insertInto("base.exchange_rate")
    .values({
      workspace_id: workspaceId,
      id: rate.id,
      currency: rate.currency,
      starts_on: rate.startsOn,
      rate: rate.rate,
    })
    .onConflict((taken) =>
      taken.columns(["workspace_id", "currency", "starts_on"]).doUpdateSet({ rate: sql`excluded.rate` }),
    )
    .returning(rateColumns)
    .executeTakeFirstOrThrow();
  return { ...row, rate: plainDecimal(row.rate) };
}

/** Holds a rate until the transaction ends; undefined where there is none. */
export async function holdExchangeRate(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<{ version: number } | undefined> {
  return db
    .selectFrom("base.exchange_rate")
    .select("version")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Deletes a rate; what it was stays in the history. */
export async function deleteExchangeRate(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom("base.exchange_rate")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

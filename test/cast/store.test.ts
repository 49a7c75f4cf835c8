import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import type { Database } from "#base/platform";
import { freshDatabase } from "../database.ts";
import { castOf, createSampleWorkspace, foundSampleCompany, loadCast } from "./index.ts";

const cast = castOf();
const opportunities = [...cast.opportunities()];
/** The morning on which the company is told. */
const clock = fixedClock("2026-11-16T14:00:00Z");
let database: Database;
let workspaceId: string;
const progress: number[] = [];
let seconds = 0;

beforeAll(async () => {
  database = await freshDatabase();
  workspaceId = await createSampleWorkspace(database.db, clock);
  const before = performance.now();
  await loadCast(database.db, cast, workspaceId, clock, (p) => {
    progress.push(p.opportunities);
  });
  seconds = (performance.now() - before) / 1000;
}, 120_000);

afterAll(() => database?.close());

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(database.db)).rows;
}

test("every record that was composed is in the database", async () => {
  const all = <T>(pick: (o: (typeof opportunities)[number]) => readonly T[]) =>
    opportunities.flatMap(pick).length;
  const expected: Record<string, number> = {
    "base.exchange_rate": cast.exchangeRates.length,
    "people.person": cast.everyone.length,
    "people.team": cast.teams.length,
    "people.team_membership": cast.memberships.length,
    "people.reporting_line": cast.reportingLines.length,
    "crm.custom_field": cast.customFields.length,
    "crm.product": cast.products.length,
    "crm.pipeline": cast.pipelines.length,
    "crm.stage": cast.stages.length,
    "crm.account": cast.accounts.length,
    "crm.contact": [...cast.contacts()].length,
    "crm.opportunity": opportunities.length,
    "crm.opportunity_version": all((o) => o.states),
    "crm.opportunity_line": all((o) => o.lines),
    "crm.opportunity_split": all((o) => o.splits),
    "crm.opportunity_contact": all((o) => o.stakeholders),
    "crm.activity": all((o) => o.activities),
    "plan.target": cast.targets.length,
    "plan.cost": cast.costs.length,
  };
  const found: Record<string, number> = {};
  for (const table of Object.keys(expected)) {
    const [row] = await rowsOf(
      sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid`,
    );
    found[table] = row?.n ?? -1;
  }
  expect(found).toEqual(expected);
});

test("it takes seconds, and says how far it is", () => {
  expect(seconds).toBeLessThan(30);
  expect(progress).toEqual([0, 500, 1_000, 1_500, 2_000, 2_400]);
});

test("the history is the source's own, signed by the sample company, and nothing of it is superseded", async () => {
  const signed = await rowsOf(
    sql<object>`select distinct author, source, basis, superseded_at from crm.opportunity_version`,
  );
  expect(signed).toEqual([
    { author: "Sample company", source: "sample", basis: "source", superseded_at: null },
  ]);
});

test("the states of an opportunity come back as they were composed", async () => {
  const longest = opportunities.reduce((a, b) => (b.states.length > a.states.length ? b : a));
  const rows = await rowsOf(sql<Record<string, unknown>>`
    select valid_from, status, stage_id, stage_entered_at, amount_minor, probability, forecast_category, close_on, owner_id
    from crm.opportunity_version where opportunity_id = ${longest.record.id}::uuid order by valid_from`);
  expect(rows.map((row) => Object.values(row).map(String))).toEqual(
    longest.states.map((state) =>
      [
        ...[state.validFrom, state.status, state.stageId, state.stageEnteredAt, state.amountMinor],
        ...[state.probability, state.forecastCategory, state.closeOn, state.ownerId],
      ].map(String),
    ),
  );
});

test("nothing is true only in the future", async () => {
  const [row] = await rowsOf(sql<{ n: number }>`
    select count(*)::int as n from base.change where true_since > ${clock.now()}`);
  expect(row?.n).toBe(0);
});

test("a workspace that has records is refused, and stays as it was", async () => {
  await expect(loadCast(database.db, cast, workspaceId, clock)).rejects.toMatchObject({
    kind: "conflict",
    message: expect.stringContaining("has records already"),
  });
});

test("founding the company is all or nothing", async () => {
  const small = castOf(5, 60);
  const stop = () => {
    throw new Error("interrupted");
  };
  const workspaces = async () =>
    (await rowsOf(sql<{ name: string }>`select name from base.workspace`)).length;
  await expect(foundSampleCompany(database.db, small, clock, stop)).rejects.toThrow("interrupted");
  expect(await workspaces()).toBe(1);
  const second = await foundSampleCompany(database.db, small, clock);
  expect(await workspaces()).toBe(2);
  const [row] = await rowsOf(sql<{ n: number }>`
    select count(*)::int as n from crm.opportunity where workspace_id = ${second}::uuid`);
  expect(row?.n).toBe(60);
});

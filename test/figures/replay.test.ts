/** The past stays: what changes today, and history that is learned later, change past answers only where they should. */

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pipelineTrend } from "#run/contract";
import { day, idOf, moment } from "./names.ts";
import { tell } from "./tell.ts";
import { openWorld, type World, writeWorld } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Every ninth day of the year until yesterday, and each day on which something of the stories below begins or ends. */
const turning = ["01-19", "01-20", "02-19", "02-20", "02-23", "02-24", "03-09", "03-10", "03-14", "03-15"];
turning.push("03-31", "04-01", "05-03", "05-04", "06-14");
const ninth = Array.from({ length: 18 }, (_, n) =>
  day("2026-01-01")
    .add({ days: n * 9 })
    .toString(),
);
const days = [...new Set([...turning.map((one) => `2026-${one}`), ...ninth])].sort();

/** The pipeline's amount and count at the end of each of the days. */
async function eachDay(): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const asOf of days) told[asOf] = (await world.pipeline({ asOf })).join(" · ");
  return told;
}
/** Other answers about the past. */
async function pastAnswers() {
  const asOf = "2026-06-14";
  const trend = { from: "2026-01-01", to: asOf, by: "region" };
  return {
    trend: (await world.client.call(pipelineTrend, { query: trend })).points,
    bookings: await world.rows("bookings", { by: "manager", asOf }),
    rate: await world.rows("win-rate", { by: "region", asOf }),
    conversion: await world.rows("stage-conversion", { by: "stage", asOf }),
    age: await world.rows("stage-age", { by: "stage", asOf }),
    slippage: await world.rows("slippage", { by: "month", from: "2026-01-01", to: "2026-05-31", asOf }),
    pushes: await world.rows("push-rate", { by: "month", from: "2026-01-01", to: "2026-05-31", asOf }),
    generated: await world.total("pipeline-generated", { switches: "amount=opening", asOf }),
    waterfall: await world.waterfall({ from: "2026-03-31", to: asOf }),
  };
}
/** The days whose answer is another one than before. */
async function changedDays(before: Record<string, string>): Promise<string[]> {
  const now = await eachDay();
  return Object.keys(before).filter((asOf) => now[asOf] !== before[asOf]);
}
const change = (work: Parameters<typeof writeWorld>[2]) =>
  writeWorld(world.database, world.workspaceId, work);
const now = { true_since: moment("2026-06-15 11:00") };

test("what happens today changes no answer about the days before", async () => {
  const [before, answers] = [await eachDay(), await pastAnswers()];
  const today = await world.pipeline({});
  await change(async (trx) => {
    const of = (name: string) =>
      trx.updateTable("crm.opportunity").where("id", "=", idOf("opportunity", name));
    await of("Ember")
      .set({ ...now, amount_minor: 999_900n, owner_id: idOf("person", "Ben") })
      .execute();
    await of("Jetty")
      .set({ ...now, stage_id: idOf("stage", "Lost"), status: "lost", close_on: day("2026-06-15") })
      .execute();
    await of("Kiln")
      .set({ ...now, removed_at: moment("2026-06-15 11:00") })
      .execute();
    await of("Anvil")
      .set({ ...now, status: "open", stage_id: idOf("stage", "Qualify") })
      .execute();
    await of("Bolt")
      .set({
        ...now,
        pipeline_id: idOf("pipeline", "Renewal"),
        stage_id: idOf("stage", "Agreed"),
        status: "won",
      })
      .execute();
    await tell(trx, world.workspaceId, {
      ...{
        name: "Noria",
        account: "Acme",
        pipeline: "New business",
        currency: "EUR",
        createdOn: "2026-06-15",
      },
      steps: [{ at: "2026-06-15", stage: "Qualify", amount: "10.00", closeOn: "2026-07-01", owner: "Ana" }],
    });
    await sql`update people.team_membership set ends_on = '2026-06-15' where person_id = ${idOf("person", "Ana")}::uuid`.execute(
      trx,
    );
    await sql`update people.reporting_line set ends_on = '2026-06-15' where person_id = ${idOf("person", "Ana")}::uuid
      and ends_on is null`.execute(trx);
    await sql`insert into base.exchange_rate (workspace_id, id, currency, starts_on, rate)
      values (${world.workspaceId}::uuid, gen_random_uuid(), 'EUR', '2026-06-15', 3)`.execute(trx);
  });
  expect(await world.pipeline({})).not.toEqual(today);
  expect(await changedDays(before)).toEqual([]);
  expect(await pastAnswers()).toEqual(answers);
});

describe("history that is learned later", () => {
  const between = (from: string, to: string) => days.filter((one) => one >= from && one <= to);
  const version = (name: string) =>
    sql`from crm.opportunity_version v where v.opportunity_id = ${idOf("opportunity", name)}::uuid`;

  test("a state that lay between two known ones counts until the next one", async () => {
    const before = await eachDay();
    await change(async (trx) => {
      await sql`insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, basis, status, pipeline_id, stage_id,
          stage_entered_at, amount_minor, currency, forecast_category, close_on, owner_id, account_id)
        select workspace_id, opportunity_id, ${moment("2026-02-20")}, 'source', status, pipeline_id, stage_id, stage_entered_at,
          150000, currency, forecast_category, close_on, owner_id, account_id ${version("Dock")} order by valid_from limit 1`.execute(
        trx,
      );
    });
    // From 20 February until the next state, which was stated from 15 March on.
    expect(await changedDays(before)).toEqual(between("2026-02-20", "2026-03-14"));
    expect(await world.pipeline({ asOf: "2026-02-20", where: "account=Borg" })).toEqual(["2750.00", 2]);
  });

  test("a state that turned out otherwise counts no more, and what was before it goes on", async () => {
    const before = await eachDay();
    await change(async (trx) => {
      await sql`update crm.opportunity_version set superseded_at = now() where opportunity_id = ${idOf("opportunity", "Anvil")}::uuid
        and valid_from = ${moment("2026-02-24")}`.execute(trx);
    });
    // Anvil was 1,000 and not 1,200 until it was won on 10 March.
    expect(await changedDays(before)).toEqual(between("2026-02-24", "2026-03-09"));
  });

  test("an earlier beginning counts before the one that was known", async () => {
    const before = await eachDay();
    await change(async (trx) => {
      await sql`insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, basis, status, pipeline_id, amount_minor,
          currency, forecast_category, close_on)
        select workspace_id, opportunity_id, ${moment("2026-04-01")}, 'source', 'open', pipeline_id, amount_minor, currency,
          forecast_category, close_on ${version("Lathe")} order by valid_from limit 1`.execute(trx);
    });
    expect(await changedDays(before)).toEqual(between("2026-04-01", "2026-05-03"));
  });

  test("a rate that is corrected counts on the days it holds for", async () => {
    const before = await eachDay();
    await change(async (trx) => {
      await sql`update base.exchange_rate set rate = 1.15 where starts_on = '2026-01-01'`.execute(trx);
    });
    // From Crane's first day until the next rate; euros were open on all of these days.
    expect(await changedDays(before)).toEqual(between("2026-01-20", "2026-03-31"));
  });
});

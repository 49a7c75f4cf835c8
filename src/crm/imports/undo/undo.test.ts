import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CallRefused } from "#base/contract";
import { seededRandom, systemClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../../test/client.ts";
import { endOfRun } from "../actions.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";
import { endOfUndo } from "./undo-actions.ts";

let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock: systemClock });
});
afterAll(() => desk.close());

/** A client on a workspace of its own. */
async function newWorld(name: string): Promise<Client> {
  const workspaceId = await foundTestWorkspace(desk.database, systemClock, name);
  return signedInClient(importRoutes, { clock: systemClock, database: desk.database, workspaceId });
}

async function imported(
  client: Client,
  files: Record<string, string>,
  options: contract.ImportOptionsIn = {},
) {
  const { id } = await client.call(contract.createImport, { body: { label: "test", options } });
  for (const [name, text] of Object.entries(files))
    await client.upload(contract.putImportFile, { params: { id, name } }, Buffer.from(text));
  await client.call(contract.planOfImport, { params: { id }, body: {} });
  await client.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  const end = await client.call(contract.getImport, { params: { id } });
  expect([end.state, end.problem]).toEqual(["done", null]);
  return end;
}

async function undone(client: Client, id: string, leaveChanged = false) {
  await client.call(contract.undoImport, { params: { id }, body: { leaveChanged } });
  await endOfUndo(id);
  const { undo } = await client.call(contract.getImport, { params: { id } });
  expect([undo?.state, undo?.problem]).toEqual(["done", null]);
  return undo;
}

/** What undoing an import would do, once it was looked at to the end. */
async function foreseen(client: Client, id: string) {
  await client.call(contract.lookAtUndo, { params: { id } });
  await vi.waitFor(async () => {
    expect((await client.call(contract.getImportUndo, { params: { id } })).state).toBe("ready");
  });
  return client.call(contract.getImportUndo, { params: { id } });
}

async function rowsOf<Row>(client: Client, text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text.replaceAll("$ws", `'${client.workspaceId}'`)).execute(client.database.db))
    .rows;
}

/** Everything that is believed about every day, and every record that was not removed. */
async function worldOf(client: Client): Promise<unknown> {
  const of = (table: string) =>
    rowsOf<{ r: object }>(
      client,
      `select to_jsonb(t) - 'version' - 'true_since' as r from ${table} t where workspace_id = $ws
       and coalesce(to_jsonb(t) ->> 'removed_at', '') = '' order by id`,
    );
  const tables = [
    "people.person",
    "people.team",
    "people.reporting_line",
    "people.team_membership",
    "crm.account",
  ];
  tables.push(
    "crm.contact",
    "crm.product",
    "crm.pipeline",
    "crm.stage",
    "crm.opportunity",
    "crm.opportunity_line",
    "crm.opportunity_contact",
  );
  const world: Record<string, unknown> = {};
  for (const table of [...tables, "crm.custom_field"]) world[table] = await of(table);
  world.links = await rowsOf(
    client,
    `select source, object, source_id, record_id, fingerprint, import_id from crm.source_link where workspace_id = $ws order by 1, 2, 3`,
  );
  world.states = await rowsOf(
    client,
    `select opportunity_id, valid_from::text, basis, status, stage_id, pipeline_id, stage_entered_at::text, amount_minor::text,
       probability::text, forecast_category, close_on::text, owner_id, account_id
     from crm.opportunity_version v where workspace_id = $ws and superseded_at is null
       and not exists (select from crm.opportunity o where o.workspace_id = v.workspace_id and o.id = v.opportunity_id and o.removed_at is not null
         and v.status = 'removed' and not exists (select from crm.opportunity_version w where w.workspace_id = v.workspace_id
           and w.opportunity_id = v.opportunity_id and w.superseded_at is null and w.status <> 'removed'))
     order by 1, 2`,
  );
  return world;
}

/** What the pipeline held on each day, by day: open, won and lost with their sum. */
async function pipelineByDay(client: Client): Promise<unknown> {
  return rowsOf(
    client,
    `select d::date::text as day, v.status, count(*)::int as n, sum(v.amount_minor)::text as amount
     from generate_series(date '2025-12-01', date '2026-06-01', interval '1 day') d
     join crm.opportunity_interval v on v.workspace_id = $ws and v.valid_from < d and (v.valid_to is null or v.valid_to >= d)
     where v.status <> 'removed' group by 1, 2 order by 1, 2`,
  );
}

const header = "Deal ID,Sales Rep,Company,Product,Deal Stage,Created,Close Date,Close Value,Tier,Contact";
const stages = ["Prospecting", "Proposal", "Won", "Lost"];

/** Deals of a random company: more of them, and further on, in each later export. */
function randomDeals(random: () => number, count: number): string {
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? "";
  const day = (month: number) => `2026-0${month}-${String(1 + Math.floor(random() * 27)).padStart(2, "0")}`;
  const lines = Array.from({ length: count }, (_, at) => {
    const stage = pick(stages);
    const closed = stage === "Won" || stage === "Lost";
    return [
      `D${at}`,
      pick(["Ann Lee", "Bo Day", "Cy Poe"]),
      pick(["Acme", "Bolt", "Crux"]),
      pick(["Saw", "Drill"]),
      stage,
      day(1),
      closed ? day(3) : day(5),
      String(Math.floor(random() * 1000)),
      pick(["Gold", "Silver"]),
      pick(["Per Halden", "Ida Moe", ""]),
    ].join(",");
  });
  return `${header}\n${lines.join("\n")}\n`;
}

test("in any world, an import and its undoing leave every record, link and past day as they were", async () => {
  for (const seed of [1, 2, 3, 4]) {
    const random = seededRandom(seed);
    const world = await newWorld(`World ${seed}`);
    await imported(world, { "deals.csv": randomDeals(random, 12) });
    if (seed > 2) await imported(world, { "deals.csv": randomDeals(random, 14) });
    const before = { world: await worldOf(world), days: await pipelineByDay(world) };
    const { id } = await imported(world, { "deals.csv": randomDeals(random, 20) });
    expect(await pipelineByDay(world)).not.toEqual(before.days);
    const undo = await undone(world, id);
    expect(undo?.recordsDone).toBe(undo?.recordsTotal);
    expect({ world: await worldOf(world), days: await pipelineByDay(world) }).toEqual(before);
    await world.close();
  }
}, 60_000);

const deals = `${header}\nD1,Ann Lee,Acme,Saw,Won,2026-01-05,2026-02-10,95,Gold,\nD2,Bo Day,Bolt,Saw,Proposal,2026-01-06,2026-07-11,10,Gold,\n`;

test("an import is undone once, and after it the same files come in again", async () => {
  const world = await newWorld("Again");
  const first = await imported(world, { "deals.csv": deals });
  await undone(world, first.id);
  const twice = await world
    .call(contract.undoImport, { params: { id: first.id }, body: {} })
    .catch((problem: unknown) => problem);
  expect(twice instanceof CallRefused && [twice.problem.status, twice.problem.detail]).toEqual([
    409,
    "This import was undone already.",
  ]);
  const again = await imported(world, { "deals.csv": deals });
  expect(again.files.map((one) => [one.created, one.unchanged])).toEqual([[2, 0]]);
  expect(
    await rowsOf(
      world,
      "select count(*)::int as n from crm.opportunity where workspace_id = $ws and removed_at is null",
    ),
  ).toEqual([{ n: 2 }]);
  await world.close();
});

test("what somebody changed since stands in the way, is named, and can be left as it is", async () => {
  const world = await newWorld("In the way");
  const { id } = await imported(world, { "deals.csv": deals });
  await sql`select set_config('quarterdeck.author', 'Ines', false)`.execute(world.database.db);
  await rowsOf(
    world,
    "update crm.opportunity set next_step = 'Call' where workspace_id = $ws and name like '%D2'",
  );
  await sql`select set_config('quarterdeck.author', '', false)`.execute(world.database.db);
  const ahead = await foreseen(world, id);
  expect(ahead.inTheWay.sample.map((one) => [one.name, one.reason, one.by, one.fields])).toEqual([
    ["Opportunity D2", "changed", "Ines", ["next_step"]],
  ]);
  const refused = await world
    .call(contract.undoImport, { params: { id }, body: {} })
    .catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && refused.problem.fields).toEqual([
    { field: "opportunity Opportunity D2", message: "was changed since by Ines" },
  ]);
  await undone(world, id, true);
  const left = (table: string) =>
    rowsOf(world, `select name from ${table} where workspace_id = $ws and removed_at is null order by 1`);
  expect(await left("crm.opportunity")).toEqual([{ name: "Opportunity D2" }]);
  expect(await left("crm.account")).toEqual([{ name: "Bolt" }]);
  expect(await left("people.person")).toContainEqual({ name: "Bo Day" });
  expect(await left("crm.product")).toEqual([{ name: "Saw" }]);
  await world.close();
});

test("a record that something made since points at stands in the way", async () => {
  const world = await newWorld("Needed");
  const { id } = await imported(world, { "deals.csv": deals });
  await rowsOf(
    world,
    `insert into crm.contact (workspace_id, id, name, account_id)
     select workspace_id, gen_random_uuid(), 'Eve', id from crm.account where workspace_id = $ws and name = 'Acme'`,
  );
  const ahead = await foreseen(world, id);
  expect(ahead.inTheWay.sample.map((one) => [one.noun, one.name, one.reason, one.by])).toEqual([
    ["crm.account", "Acme", "needed", "contact Eve"],
  ]);
  await world.close();
});

test("two imports are undone in turn, the later one first, and nothing of them stays", async () => {
  const world = await newWorld("In turn");
  const before = await worldOf(world);
  const first = await imported(world, { "deals.csv": deals });
  const later = await imported(world, { "deals.csv": deals.replace(",10,", ",77,") });
  const inTheWay = await foreseen(world, first.id);
  expect(inTheWay.inTheWay.count).toBeGreaterThan(0);
  await undone(world, later.id);
  await undone(world, first.id);
  expect(await worldOf(world)).toEqual(before);
  await world.close();
});

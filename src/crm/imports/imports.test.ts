import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { fixedClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { endOfRun } from "./actions.ts";
import * as contract from "./contract.ts";
import { importRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

const crm = {
  "team.csv":
    "Sales Rep,Manager,Region,Email\nAnn Lee,Max Otto,North,ann@example.com\nBo Day,Max Otto,South,bo@example.com\n",
  "companies.csv":
    "Company,Industry,Employees,Parent Company,Tier\nAcme Sub,steel,20,Acme,Gold\nAcme,steel,500,,Gold\nBolt,tin,40,,Silver\nCrux,tin,41,,Silver\nDell,tin,42,,Silver\nEcho,tin,43,,Silver\n",
  "products.csv": "Product,Price\nDrill Pro,100.50\nSaw,40\n",
  "deals.csv": [
    "Deal ID,Sales Rep,Company,Product,Deal Stage,Created,Close Date,Close Value",
    "D1,Ann Lee,Acme,DrillPro,Won,2026-01-05,2026-02-10,95",
    "D2,Bo Day,Bolt,Saw,Lost,2026-01-06,2026-02-11,0",
    "D3,Ann Lee,Newco,Saw,Prospecting,2026-01-07,2026-04-30,",
    "D4,Zoe Fox,Bolt,Saw,Proposal,2026-13-07,,",
    "D5,Bo Day,Bolt,Saw",
    "D2,Bo Day,Bolt,Saw,Lost,2026-01-06,2026-02-11,0",
    "D1,Ann Lee,Acme,DrillPro,Won,2026-01-05,2026-02-10,96",
  ].join("\n"),
  "notes.md": "# not a table",
};

/** Takes files through the whole way: open, give, plan, start, wait, look. */
async function imported(
  client: Client,
  files: Record<string, string>,
  options: contract.ImportOptionsIn = {},
) {
  const { id } = await client.call(contract.createImport, { body: { label: "test", options } });
  for (const [name, text] of Object.entries(files)) {
    await client.upload(contract.putImportFile, { params: { id, name } }, Buffer.from(text));
  }
  const plan = await client.call(contract.planOfImport, { params: { id }, body: {} });
  await client.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  return { id, plan, end: await client.call(contract.getImport, { params: { id } }) };
}

const counts = (end: contract.ImportOut) =>
  end.files.map(
    (one) =>
      `${one.file} ${one.object} ${one.rows}: ${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );

async function rowsOf(client: Client, text: string): Promise<unknown[]> {
  return (
    await sql.raw<object>(text.replaceAll("$ws", `'${client.workspaceId}'`)).execute(client.database.db)
  ).rows;
}
const changes = async (client: Client) =>
  Number(
    (
      (await rowsOf(client, "select count(*)::text as n from base.change where workspace_id = $ws")) as {
        n: string;
      }[]
    )[0]?.n,
  );

test("a folder of files becomes people, accounts, products and opportunities, and what is refused is said", async () => {
  const { id, end } = await imported(desk, crm);
  expect([end.state, end.problem]).toEqual(["done", null]);
  expect(counts(end)).toEqual([
    "companies.csv account 6: 6 0 0 0",
    "deals.csv opportunity 7: 3 0 0 3, 1 twice",
    "products.csv product 2: 2 0 0 0",
    "team.csv person 2: 2 0 0 0",
    "notes.md null 0: 0 0 0 0",
  ]);
  expect(end.proposals.map((one) => `${one.value} = ${one.match}: ${one.accepted}`)).toEqual([
    "DrillPro = Drill Pro: true",
  ]);
  expect(end.notUnderstood.map((one) => one.file)).toEqual(["notes.md"]);
  const rejects = await desk.call(contract.getImportRejects, { params: { id }, query: {} });
  expect(rejects.items.map((one) => `${one.line} ${one.field}: ${one.reason}`)).toEqual([
    "5 Created: There is no such day.",
    "6 (row): The row has 4 values, but the header names 8 columns.",
    "8 Deal ID: Line 2 has the same Deal ID and says something else.",
  ]);
});

test("names became records: owners, managers, regions, parents, and one line a product", async () => {
  expect(
    await rowsOf(
      desk,
      `select p.name as person, m.name as manager, t.name as region, t.kind from people.person p
       left join people.reporting_line l on l.workspace_id = p.workspace_id and l.person_id = p.id
       left join people.person m on m.workspace_id = p.workspace_id and m.id = l.manager_id
       left join people.team_membership tm on tm.workspace_id = p.workspace_id and tm.person_id = p.id
       left join people.team t on t.workspace_id = p.workspace_id and t.id = tm.team_id
       where p.workspace_id = $ws and (p.email like '%@example.com' or p.name = 'Max Otto') order by p.name`,
    ),
  ).toEqual([
    { person: "Ann Lee", manager: "Max Otto", region: "North", kind: "region" },
    { person: "Bo Day", manager: "Max Otto", region: "South", kind: "region" },
    { person: "Max Otto", manager: null, region: null, kind: null },
  ]);
  expect(
    await rowsOf(
      desk,
      `select o.name, a.name as account, p.name as product, l.quantity::float as quantity, l.unit_price_minor as price, l.amount_minor as amount
       from crm.opportunity o join crm.account a on a.workspace_id = o.workspace_id and a.id = o.account_id
       join crm.opportunity_line l on l.workspace_id = o.workspace_id and l.opportunity_id = o.id
       join crm.product p on p.workspace_id = o.workspace_id and p.id = l.product_id where o.workspace_id = $ws order by 1`,
    ),
  ).toEqual([
    {
      name: "Opportunity D1",
      account: "Acme",
      product: "Drill Pro",
      quantity: 1,
      price: 10050n,
      amount: 9500n,
    },
    { name: "Opportunity D2", account: "Bolt", product: "Saw", quantity: 1, price: 4000n, amount: 4000n },
    { name: "Opportunity D3", account: "Newco", product: "Saw", quantity: 1, price: 4000n, amount: 4000n },
  ]);
  expect(
    await rowsOf(
      desk,
      "select a.name, p.name as parent, a.custom from crm.account a join crm.account p on p.workspace_id = a.workspace_id and p.id = a.parent_id where a.workspace_id = $ws",
    ),
  ).toEqual([{ name: "Acme Sub", parent: "Acme", custom: { tier: "Gold" } }]);
});

test("the states of an opportunity are the ones its dates tell, in the workspace's time zone", async () => {
  const states = (await rowsOf(
    desk,
    `select o.name, v.valid_from as since, v.status, s.name as stage, v.amount_minor as amount, v.basis
     from crm.opportunity_interval v join crm.opportunity o on o.workspace_id = v.workspace_id and o.id = v.opportunity_id
     left join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id where v.workspace_id = $ws order by 1, v.valid_from`,
  )) as {
    name: string;
    since: Temporal.Instant;
    status: string;
    stage: string | null;
    amount: bigint;
    basis: string;
  }[];
  expect(
    states.map((one) => `${one.name} ${one.since} ${one.status} ${one.stage} ${one.amount} ${one.basis}`),
  ).toEqual([
    "Opportunity D1 2026-01-05T05:00:00Z open null 10050 inferred",
    "Opportunity D1 2026-02-10T05:00:00Z won Won 9500 inferred",
    "Opportunity D2 2026-01-06T05:00:00Z open null 4000 inferred",
    "Opportunity D2 2026-02-11T05:00:00Z lost Lost 4000 inferred",
    "Opportunity D3 2026-01-07T05:00:00Z open null 4000 inferred",
    "Opportunity D3 2026-03-10T15:00:00Z open Prospecting 4000 source",
  ]);
});

test("the same files again change nothing", async () => {
  const before = await changes(desk);
  const { end } = await imported(desk, crm);
  expect(counts(end)).toEqual([
    "companies.csv account 6: 0 0 6 0",
    "deals.csv opportunity 7: 0 0 3 3, 1 twice",
    "products.csv product 2: 0 0 2 0",
    "team.csv person 2: 0 0 2 0",
    "notes.md null 0: 0 0 0 0",
  ]);
  expect(await changes(desk)).toBe(before);
});

test("a later export updates what changed: an opportunity that was open is won, and its past stays", async () => {
  const header = crm["deals.csv"].split("\n")[0];
  const deals = `${header}\nD3,Ann Lee,Newco,Saw,Won,2026-01-07,2026-03-09,38\nD9,Ann Lee,Newco,Saw,Prospecting,2026-03-09,,\n`;
  const { end } = await imported(desk, { "deals.csv": deals });
  expect(counts(end)).toEqual(["deals.csv opportunity 2: 1 1 0 0"]);
  expect(
    await rowsOf(
      desk,
      `select v.status, v.amount_minor as amount from crm.opportunity_interval v join crm.opportunity o on o.workspace_id = v.workspace_id
       and o.id = v.opportunity_id where v.workspace_id = $ws and o.name = 'Opportunity D3' order by v.valid_from`,
    ),
  ).toEqual([
    { status: "open", amount: 4000n },
    { status: "won", amount: 3800n },
  ]);
});

test("a dry run counts the same and writes nothing", async () => {
  const workspaceId = await foundTestWorkspace(desk.database, clock, "Dry");
  const dry = await signedInClient(importRoutes, { clock, database: desk.database, workspaceId });
  const { end } = await imported(dry, crm, { dryRun: true });
  expect(counts(end)[1]).toBe("deals.csv opportunity 7: 3 0 0 3, 1 twice");
  expect(
    await rowsOf(
      dry,
      "select (select count(*)::int from crm.opportunity where workspace_id = $ws) as o, (select count(*)::int from people.person where workspace_id = $ws) as p",
    ),
  ).toEqual([{ o: 0, p: 0 }]);
  await dry.close();
});

test("dates whose order nothing tells are asked, not guessed", async () => {
  const files = {
    "deals.csv": "Deal ID,Deal Stage,Amount,Created\nX1,Open,5,03/04/2026\nX2,Open,6,05/06/2026\n",
  };
  const { id } = await desk.call(contract.createImport, { body: { label: "asked", options: {} } });
  await desk.upload(
    contract.putImportFile,
    { params: { id, name: "deals.csv" } },
    Buffer.from(files["deals.csv"]),
  );
  const plan = await desk.call(contract.planOfImport, { params: { id }, body: {} });
  expect(plan.questions.map((one) => one.question)).toEqual([
    "Is 03/04/2026 in Created written day before month, or month before day? No value of the column tells.",
  ]);
  const refused = await desk
    .call(contract.startImport, { params: { id } })
    .catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && refused.problem.fix).toBe(
    "Say it: --date-order dmy or --date-order mdy.",
  );
  const answered = await desk.call(contract.planOfImport, {
    params: { id },
    body: { options: { dateOrder: "dmy" } },
  });
  expect(answered.questions).toEqual([]);
});

test("a path in a file name does no harm, and a begun import takes no more files", async () => {
  const { id } = await desk.call(contract.createImport, { body: { label: "names", options: {} } });
  const kept = await desk.upload(
    contract.putImportFile,
    { params: { id, name: "../../x/deals.csv" } },
    Buffer.from("a,b\n"),
  );
  expect(kept).toMatchObject({ file: "deals.csv", kept: true, bytes: 4 });
  const { items } = await desk.call(contract.getImports, {});
  const done = items.find((one) => one.state === "done");
  const refused = await desk
    .upload(contract.putImportFile, { params: { id: done?.id, name: "more.csv" } }, Buffer.from("a\n"))
    .catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && refused.problem.status).toBe(409);
});

test("a mapping by hand makes a file understood, and one that speaks of nothing is refused", async () => {
  const files = { "sheet.csv": "Ref,Kunde,Wert\nK1,Nordwind,12.5\n" };
  const columns = { Ref: "id", Kunde: "account", Wert: "amount" };
  const mapping = { files: { "sheet.csv": { object: "opportunity" as const, columns } } };
  const { end } = await imported(desk, files, { mapping });
  expect(counts(end)).toEqual(["sheet.csv opportunity 1: 1 0 0 0"]);
  const wrong = { files: { "sheet.csv": { object: "opportunity" as const, columns: { Wert: "worth" } } } };
  const refused = await imported(desk, files, { mapping: wrong }).catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && refused.problem.fields?.map((one) => one.field)).toEqual([
    "sheet.csv, Wert",
  ]);
});

test("where no file can be read, each of them is named with the reason", async () => {
  const files = { "photo.csv": "\u0000\u0001\u0002\u0000", "notes.md": "# not a table" };
  const refused = await imported(desk, files).catch((problem: unknown) => problem);
  const named = refused instanceof CallRefused ? (refused.problem.fields ?? []) : [];
  expect(named.map((one) => one.field).sort()).toEqual(["notes.md", "photo.csv"]);
});

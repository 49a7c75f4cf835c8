import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { endOfRun } from "../actions.ts";
import * as contract from "../contract.ts";
import { importRoutes } from "../routes.ts";

let now = Temporal.Instant.from("2026-03-11T03:30:00Z");
const clock: Clock = { now: () => now };
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock });
});
afterAll(() => desk.close());

async function imported(files: Record<string, string>, options: contract.ImportOptionsIn = {}) {
  const { id } = await desk.call(contract.createImport, { body: { label: "test", options } });
  for (const [name, text] of Object.entries(files))
    await desk.upload(contract.putImportFile, { params: { id, name } }, Buffer.from(text));
  await desk.call(contract.planOfImport, { params: { id }, body: {} });
  await desk.call(contract.startImport, { params: { id } });
  await endOfRun(id);
  const end = await desk.call(contract.getImport, { params: { id } });
  expect([end.state, end.problem]).toEqual(["done", null]);
  return end.files.map(
    (one) =>
      `${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );
}

async function lines(): Promise<string[]> {
  const found = await sql<{ line: string }>`
    select p.name || ' – ' || m.name || ' ' || coalesce(l.starts_on::text, '…') || ' ' || coalesce(l.ends_on::text, '…') as line
    from people.reporting_line l join people.person p on p.workspace_id = l.workspace_id and p.id = l.person_id
    join people.person m on m.workspace_id = l.workspace_id and m.id = l.manager_id
    where l.workspace_id = ${desk.workspaceId}::uuid order by p.name, l.starts_on nulls first`.execute(
    desk.database.db,
  );
  return found.rows.map((row) => row.line);
}

const team = (rows: readonly string[]) => ({
  "team.csv": `Employee ID,Name,Title,Manager,Region,Email\n${rows.join("\n")}\n`,
});
const first = [
  "E1,Ann Lee,Rep,Max Otto,North,ann@example.com",
  "E2,Bo Day,Rep,Max Otto,South,bo@example.com",
];

test("a later export changes people: title, manager and region hold anew from its day, the old lines end", async () => {
  expect(await imported(team(first))).toEqual(["2 0 0 0"]);
  expect(await lines()).toEqual(["Ann Lee – Max Otto … …", "Bo Day – Max Otto … …"]);
  now = Temporal.Instant.from("2026-03-11T05:00:00Z");
  const later = ["E1,Ann Lee,Lead,Eva Roth,South,ann@example.com", first[1] ?? ""];
  expect(await imported(team(later))).toEqual(["0 1 1 0"]);
  expect(await lines()).toEqual([
    "Ann Lee – Max Otto … 2026-03-11",
    "Ann Lee – Eva Roth 2026-03-11 …",
    "Bo Day – Max Otto … …",
  ]);
  const found = await sql<{ title: string; regions: string }>`
    select p.title, string_agg(t.name || ' ' || coalesce(m.starts_on::text, '…'), ', ' order by m.starts_on nulls first) as regions
    from people.person p join people.team_membership m on m.workspace_id = p.workspace_id and m.person_id = p.id
    join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id
    where p.workspace_id = ${desk.workspaceId}::uuid and p.name = 'Ann Lee' group by 1`.execute(
    desk.database.db,
  );
  expect(found.rows).toEqual([{ title: "Lead", regions: "North …, South 2026-03-11" }]);
});

test("the same export again leaves alone what was decided here since", async () => {
  await sql`update people.reporting_line set ends_on = date '2026-03-15'
    where workspace_id = ${desk.workspaceId}::uuid and starts_on = date '2026-03-11'`.execute(
    desk.database.db,
  );
  now = Temporal.Instant.from("2026-03-11T06:00:00Z");
  const later = ["E1,Ann Lee,Lead,Eva Roth,South,ann@example.com", first[1] ?? ""];
  expect(await imported(team(later))).toEqual(["0 0 2 0"]);
  expect(await lines()).toContain("Ann Lee – Eva Roth 2026-03-11 2026-03-15");
});

test("two sources that count alike are kept apart by their names, and each is known again", async () => {
  const deals = (name: string) => ({
    "deals.csv": `Deal ID,Name,Stage,Amount,Created\nX1,${name},Prospecting,5,2026-01-05\n`,
  });
  expect(await imported(deals("One"))).toEqual(["1 0 0 0"]);
  expect(await imported(deals("Other"), { sourceName: "Second CRM" })).toEqual(["1 0 0 0"]);
  expect(await imported(deals("One"))).toEqual(["0 0 1 0"]);
  expect(await imported(deals("Other"), { sourceName: "second crm" })).toEqual(["0 0 1 0"]);
});

test("what a later full export no longer holds is named, and removed only when that is asked for", async () => {
  const accounts = (names: readonly string[]) => ({
    "accounts.csv": `Account ID,Account Name,Industry\n${names.map((name, at) => `${name[0]}${at},${name},tin`).join("\n")}\n`,
  });
  const standing = async () => {
    const { items } = await desk.call(contract.getImports, {});
    return desk.call(contract.getImport, { params: { id: items[0]?.id ?? "" } });
  };
  now = now.add({ minutes: 1 });
  await imported(accounts(["Acme", "Bolt", "Crux"]));
  now = now.add({ minutes: 1 });
  await imported(accounts(["Acme", "Bolt"]));
  expect((await standing()).vanished).toEqual([
    { object: "account", count: 1, removed: false, sample: ["Crux"] },
  ]);
  now = now.add({ minutes: 1 });
  await imported(accounts(["Acme", "Bolt"]), { removeVanished: true });
  expect((await standing()).vanished).toEqual([
    { object: "account", count: 1, removed: true, sample: ["Crux"] },
  ]);
  const names = await sql<{ name: string }>`select name from crm.account
    where workspace_id = ${desk.workspaceId}::uuid and removed_at is null order by 1`.execute(
    desk.database.db,
  );
  expect(names.rows.map((row) => row.name)).toEqual(["Acme", "Bolt"]);
  now = now.add({ minutes: 1 });
  expect(await imported(accounts(["Acme", "Bolt", "Crux"]))).toEqual(["1 0 2 0"]);
});

test("a dry run shows what it would create and change", async () => {
  const deals = {
    "deals.csv":
      "Deal ID,Name,Stage,Amount,Created,Close Date\nX1,One,Won,7,2026-01-05,2026-02-01\nX7,Seven,Prospecting,20,2026-01-05,2026-06-01\n",
  };
  now = now.add({ minutes: 1 });
  await imported(deals, { dryRun: true });
  const { items } = await desk.call(contract.getImports, {});
  const { preview } = await desk.call(contract.getImport, { params: { id: items[0]?.id ?? "" } });
  expect(preview?.created.map((one) => `${one.noun} ${one.name}`)).toEqual(["crm.opportunity Seven"]);
  expect(preview?.updated.map((one) => one.name)).toEqual(["One"]);
  expect(preview?.updated[0]?.fields).toContainEqual({ field: "status", before: "open", after: "won" });
});

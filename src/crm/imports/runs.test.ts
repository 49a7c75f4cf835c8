import fs from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CallRefused } from "#base/contract";
import { systemClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { counts, imported, planned, run } from "../../../test/importing.ts";
import { endOfRun, haltImports, resumeImports } from "./actions.ts";
import * as contract from "./contract.ts";
import { folderOf } from "./reading/place.ts";
import { importRoutes } from "./routes.ts";
import { endOfUndo } from "./undo/undo-actions.ts";

let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(importRoutes, { clock: systemClock });
});
afterAll(() => desk.close());

const rowsFrom = (prefix: string, count: number) =>
  [
    "Deal ID,Stage,Amount,Created",
    ...Array.from({ length: count }, (_, at) => `${prefix}${at},Prospecting,${at},2026-01-05`),
  ].join("\n");

const standing = (id: string) => desk.call(contract.getImport, { params: { id } });
const started = (id: string) => desk.call(contract.startImport, { params: { id } });

async function writtenIn(client: Client): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from base.change where workspace_id = ${client.workspaceId}::uuid`.execute(
    client.database.db,
  );
  return found.rows[0]?.n ?? 0;
}

test("a running import is paused between chunks, and goes on from there", async () => {
  const { id } = await planned(desk, { "deals.csv": rowsFrom("S", 2100) });
  await started(id);
  await desk.call(contract.pauseImport, { params: { id } });
  await endOfRun(id);
  const paused = await standing(id);
  expect(paused.state).toBe("paused");
  expect(paused.rowsDone).toBeLessThan(2100);
  const end = await run(desk, id);
  expect([end.state, ...counts(end)]).toEqual(["done", "deals.csv opportunity 2100: 2100 0 0 0"]);
});

test("a cancelled import has ended: what it wrote stays, and it does not go on", async () => {
  const { id } = await planned(desk, { "deals.csv": rowsFrom("C", 2100) });
  await started(id);
  await desk.call(contract.cancelImport, { params: { id } });
  await endOfRun(id);
  expect((await standing(id)).state).toBe("cancelled");
  const refused = await started(id).catch((problem: unknown) => problem);
  expect(refused instanceof CallRefused && [refused.problem.detail, refused.problem.fix]).toEqual([
    "This import was cancelled.",
    "Open a new import and give it the files again. What this one wrote can be undone.",
  ]);
});

test("an import that the program's end broke off waits as paused, says so, and is taken up at the next start", async () => {
  const { id } = await planned(desk, { "deals.csv": rowsFrom("H", 2100) });
  await started(id);
  await haltImports();
  const broken = await standing(id);
  expect([broken.state, broken.problem]).toEqual([
    "paused",
    "It broke off when the program ended. It goes on where it stood when it is resumed.",
  ]);
  expect(await resumeImports(desk.services, (one) => folderOf(desk.services, one))).toBe(1);
  await endOfRun(id);
  const end = await standing(id);
  expect([end.state, ...counts(end)]).toEqual(["done", "deals.csv opportunity 2100: 2100 0 0 0"]);
});

const first =
  "Deal ID,Deal Name,Stage,Amount,Created\nT1,One,Won,100,2026-01-05\nT2,Two,Prospecting,50,2026-01-06\n";
const second =
  "Deal ID,Deal Name,Stage,Amount,Created\nT1,One,Won,100,2026-01-05\nT2,Two,Won,70,2026-01-06\nT3,Three,Prospecting,x,2026-01-07\nT4,Four,Prospecting,5,2026-01-07\n";

test("a dry run says exactly what the import then does, writes nothing, and leaves nothing behind", async () => {
  await imported(desk, { "deals.csv": first });
  const before = await writtenIn(desk);
  const { id } = await planned(desk, { "deals.csv": second });
  await desk.call(contract.tryImport, { params: { id } });
  await endOfRun(id);
  const dry = await standing(id);
  expect([dry.state, dry.dryRun, ...counts(dry)]).toEqual(["done", true, "deals.csv opportunity 4: 1 1 1 1"]);
  expect(await writtenIn(desk)).toBe(before);
  expect(
    dry.preview?.updated.map((one) => [one.name, one.fields.filter(({ field }) => field === "amount")]),
  ).toEqual([["Two", [{ field: "amount", before: "50.00", after: "70.00" }]]]);
  expect(dry.rejects.sample.map((one) => [one.line, one.field, one.value])).toEqual([[4, "Amount", "x"]]);
  expect(fs.readdirSync(`${desk.services.directory}/trials`)).toEqual([]);
  const end = await run(desk, id);
  expect([end.state, end.dryRun, ...counts(end)]).toEqual([
    "done",
    false,
    "deals.csv opportunity 4: 1 1 1 1",
  ]);
});

test("while a dry run runs, others read and write, and when it is cancelled the plan waits as before", async () => {
  const { id } = await planned(desk, { "deals.csv": rowsFrom("D", 2100) });
  await desk.call(contract.tryImport, { params: { id } });
  await sql`update crm.opportunity set next_step = 'Call' where workspace_id = ${desk.workspaceId}::uuid and name = 'Two'`.execute(
    desk.database.db,
  );
  expect((await standing(id)).state).toBe("running");
  await desk.call(contract.cancelImport, { params: { id } });
  await endOfRun(id);
  const after = await standing(id);
  expect([after.state, after.dryRun, after.rowsDone]).toEqual(["ready", false, 0]);
  const { plan } = await desk.call(contract.getImportPlan, { params: { id } });
  expect(plan?.files.map((one) => [one.file, one.rows])).toEqual([["deals.csv", 2100]]);
});

test("every record that an import created or changed can be listed, page by page", async () => {
  const { id } = await imported(desk, { "deals.csv": second.replaceAll(/T(\d)/g, "R$1") });
  const { items } = await desk.call(contract.getImportTouched, { params: { id } });
  expect(items).toContainEqual({ noun: "crm.opportunity", created: 3, changed: 0 });
  const ask = (after?: string) =>
    desk.call(contract.getImportRecords, {
      params: { id },
      query: { noun: "crm.opportunity", limit: 2, ...(after !== undefined && { after }) },
    });
  const page = await ask();
  const rest = await ask(page.next ?? "");
  expect([...page.items, ...rest.items].map((one) => one.name).sort()).toEqual(["Four", "One", "Two"]);
  expect([page.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
});

test("the list of imports tells what became of the rows of each", async () => {
  const { items } = await desk.call(contract.getImports, {});
  const [latest] = items;
  expect(latest && [latest.state, latest.created, latest.updated, latest.unchanged, latest.rejected]).toEqual(
    ["done", 3, 0, 0, 1],
  );
});

test("what the files no longer hold is told, and removed when that is asked for afterwards; undoing brings it back", async () => {
  const head = "Deal ID,Deal Name,Stage,Amount,Created\n";
  const line = (at: number) => `V${at},Deal ${at},Prospecting,${at},2026-01-05\n`;
  const options = { sourceName: "vanishing" };
  await imported(desk, { "deals.csv": head + line(1) + line(2) + line(3) }, options);
  const { id, end } = await imported(desk, { "deals.csv": head + line(1) }, options);
  expect(end.vanished).toEqual([
    { object: "opportunity", count: 2, removed: false, sample: ["Deal 2", "Deal 3"] },
  ]);
  const left = async () => {
    const found = await sql<{ name: string }>`
      select name from crm.opportunity where workspace_id = ${desk.workspaceId}::uuid and name like 'Deal %'
        and removed_at is null order by name`.execute(desk.database.db);
    return found.rows.map((row) => row.name);
  };
  await desk.call(contract.removeVanishedRecords, { params: { id } });
  await endOfRun(id);
  const after = await standing(id);
  expect([after.state, after.vanished[0]?.removed, counts(after)]).toEqual(["done", true, counts(end)]);
  expect(await left()).toEqual(["Deal 1"]);
  const again = await desk
    .call(contract.removeVanishedRecords, { params: { id } })
    .catch((problem: unknown) => problem);
  expect(again instanceof CallRefused && again.problem.status).toBe(409);
  await desk.call(contract.undoImport, { params: { id }, body: {} });
  await endOfUndo(id);
  expect(await left()).toEqual(["Deal 1", "Deal 2", "Deal 3"]);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import type { Database } from "#base/platform";
import { foundTestWorkspace } from "../../../../test/client.ts";
import { freshDatabase } from "../../../../test/database.ts";
import { planImport } from "../plan-actions.ts";
import { filesAt } from "../reading/folder.ts";
import { type RunRequest, runImport } from "./run-actions.ts";
import { insertRun } from "./runs-store.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let database: Database;
let place = "";
beforeAll(async () => {
  database = await freshDatabase();
  place = await mkdtemp(join(tmpdir(), "quarterdeck-sources-"));
});
afterAll(async () => {
  await database.close();
  await rm(place, { recursive: true });
});

/** A planned import of these files into a workspace, ready to run. */
async function requestFor(workspaceId: string, files: Record<string, string>): Promise<RunRequest> {
  const folder = await mkdtemp(join(place, "files-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { tables } = await filesAt(folder);
  const setting = { currency: "USD", timeZone: "UTC" };
  const plan = await planImport(tables, {}, setting);
  const importId = newId(clock);
  const mapping = { options: {}, plan, passedOver: [], outcome: null };
  const kept = {
    id: importId,
    source: plan.source,
    label: "test",
    mapping,
    requestedBy: "test",
    createdAt: clock.now(),
  };
  await insertRun(database.db, workspaceId, kept);
  const author = { authorId: null, author: "test" };
  return {
    db: database.db,
    clock,
    workspaceId,
    importId,
    author,
    plan,
    files: tables,
    importedAt: clock.now(),
  };
}

async function rowsOf(workspaceId: string, text: string): Promise<Record<string, unknown>[]> {
  const query = sql.raw<Record<string, unknown>>(text.replaceAll("$ws", `'${workspaceId}'`));
  return (await query.execute(database.db)).rows;
}

/** The states of every opportunity: "name | since | status stage amount close owner". */
async function storyOf(workspaceId: string): Promise<string[]> {
  const rows = await rowsOf(
    workspaceId,
    `select o.name, v.valid_from, v.status, s.name as stage, v.amount_minor, v.close_on, p.name as owner
     from crm.opportunity_interval v join crm.opportunity o on o.workspace_id = v.workspace_id and o.id = v.opportunity_id
     left join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id
     left join people.person p on p.workspace_id = v.workspace_id and p.id = v.owner_id
     where v.workspace_id = $ws order by o.name, v.valid_from`,
  );
  return rows.map((row) => {
    const amount = row.amount_minor === null ? "?" : String(row.amount_minor);
    return `${row.name} | ${row.valid_from} | ${row.status} ${row.stage ?? "?"} ${amount} ${row.close_on ?? "-"} ${row.owner ?? "-"}`;
  });
}

const counts = (result: Awaited<ReturnType<typeof runImport>>) =>
  result.files.map(
    (one) =>
      `${one.file} ${one.rows}: ${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );

const salesforce = {
  "ACCOUNT.csv": "ID,NAME,PARENTID,BILLINGCITY\n001bm00001ZL8U9,Edge,,Austin\n",
  "OPPORTUNITY.csv": [
    "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,ISCLOSED,ISWON,ISDELETED,OWNERID,CREATEDDATE,LASTMODIFIEDDATE",
    "006bm00000LKJNN,001bm00001ZL8U9,Alpha,Negotiation,200,2026-06-30,false,false,false,005bm00000NCJmQ,2026-01-01T00:00:00Z,2026-03-01T00:00:00Z",
    "006bm00000LKJNO,001bm00001ZL8U9,Beta,Proposal,50,2026-06-30,false,false,true,005bm00000NCJmQ,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z",
  ].join("\n"),
  "OPPORTUNITYHISTORY.csv": [
    "ID,OPPORTUNITYID,STAGENAME,AMOUNT,CLOSEDATE,CREATEDDATE",
    "008bm00000UoqOk,006bm00000LKJNN,Proposal,100,2026-05-31,2026-02-01T00:00:00Z",
    "008bm00000UoqOj,006bm00000LKJNN,Prospecting,100,2026-05-31,2026-01-01T00:00:00Z",
    "008bm00000UoqOl,006bm00000LKJNX,Prospecting,100,2026-05-31,2026-01-01T00:00:00Z",
  ].join("\n"),
};

test("Salesforce: a history of full states, in capitals and with short ids, becomes the states of its own times", async () => {
  const workspaceId = await foundTestWorkspace(database, clock, "Salesforce");
  const result = await runImport(await requestFor(workspaceId, salesforce));
  expect(counts(result)).toEqual([
    "ACCOUNT.csv 1: 1 0 0 0",
    "OPPORTUNITY.csv 2: 2 0 0 0",
    "OPPORTUNITYHISTORY.csv 3: 2 0 0 1",
  ]);
  const owner = "Salesforce user 005bm00000NCJmQAAX";
  expect(await storyOf(workspaceId)).toEqual([
    `Alpha | 2026-01-01T00:00:00Z | open Prospecting 10000 2026-05-31 ${owner}`,
    `Alpha | 2026-02-01T00:00:00Z | open Proposal 10000 2026-05-31 ${owner}`,
    `Alpha | 2026-03-01T00:00:00Z | open Negotiation 20000 2026-06-30 ${owner}`,
    `Beta | 2026-01-01T00:00:00Z | open ? 5000 2026-06-30 ${owner}`,
    `Beta | 2026-02-01T00:00:00Z | removed Proposal 5000 2026-06-30 ${owner}`,
  ]);
  expect(
    await rowsOf(workspaceId, "select line::int, reason from crm.import_reject where workspace_id = $ws"),
  ).toEqual([{ line: 4, reason: "No file of this import has this opportunity." }]);
});

test("Salesforce: a later export with one more row of history adds that state and leaves the others", async () => {
  const workspaceId = await foundTestWorkspace(database, clock, "Salesforce later");
  await runImport(await requestFor(workspaceId, salesforce));
  const before = await storyOf(workspaceId);
  const more = {
    ...salesforce,
    "OPPORTUNITY.csv": salesforce["OPPORTUNITY.csv"]
      .replace("Negotiation,200,2026-06-30,false,false,false", "Closed Won,250,2026-03-05,true,true,false")
      .replace("2026-03-01T00:00:00Z", "2026-03-05T00:00:00Z"),
    "OPPORTUNITYHISTORY.csv": `${salesforce["OPPORTUNITYHISTORY.csv"]}\n008bm00000UoqOm,006bm00000LKJNN,Closed Won,250,2026-03-05,2026-03-05T00:00:00Z\n`,
  };
  const result = await runImport(await requestFor(workspaceId, more));
  expect(counts(result)[1]).toBe("OPPORTUNITY.csv 2: 0 1 1 0");
  const after = await storyOf(workspaceId);
  expect(after).toHaveLength(5);
  expect(after.filter((state) => !before.includes(state))).toEqual([
    "Alpha | 2026-03-05T00:00:00Z | won Closed Won 25000 2026-03-05 Salesforce user 005bm00000NCJmQAAX",
  ]);
});

test("Salesforce: single changes of fields are walked back from the present", async () => {
  const workspaceId = await foundTestWorkspace(database, clock, "Salesforce fields");
  const history = [
    "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate",
    "017bm00000000A1,006bm00000LKJNN,StageName,Proposal,Negotiation,2026-02-01T00:00:00Z",
    "017bm00000000A2,006bm00000LKJNN,Amount,100,200,2026-01-15T00:00:00Z",
  ].join("\n");
  const { "OPPORTUNITYHISTORY.csv": _, ...rest } = salesforce;
  await runImport(await requestFor(workspaceId, { ...rest, "OpportunityFieldHistory.csv": history }));
  const story = await storyOf(workspaceId);
  expect(
    story
      .filter((state) => state.startsWith("Alpha"))
      .map((state) => state.slice(8, 60).replace(/ Salesforce.*/, "")),
  ).toEqual(
    [
      "2026-01-01T00:00:00Z | open Proposal 10000 2026-06-30",
      "2026-01-15T00:00:00Z | open Proposal 20000 2026-06-30",
      "2026-02-01T00:00:00Z | open Negotiation 20000 2026-06-30",
    ].map((state) => state.slice(0, 52)),
  );
});

const pipedrive = {
  "users.csv":
    "id,name,email,modified\n1,Ann,same@example.com,2026-01-01\n2,Bo,same@example.com,2026-01-01\n",
  "stages.csv": "stage_id,stage_name\n1,Lead In\n2,Offer\n",
  "fields.csv":
    'ID,FIELD_KEY,NAME,FIELD_VALUE_OPTIONS\n1,lost_reason,Lost reason,"[{""id"": ""4"", ""label"": ""Too dear""}]"\n',
  "deal_changes.csv": [
    "deal_id,change_time,changed_field_key,new_value",
    "7,2026-01-01 10:00:00,add_time,2026-01-01T10:00:00",
    "7,2026-01-02 10:00:00,user_id,2",
    "7,2026-01-03 10:00:00,stage_id,1",
    "7,2026-01-04 10:00:00,stage_id,1",
    "7,2026-01-04 10:00:00,stage_id,2",
    "7,2026-01-05 10:00:00,lost_reason,4",
  ].join("\n"),
  "activity.csv":
    "activity_id,type,assigned_to_user,deal_id,done,due_to\n1,call,1,7,True,2026-01-02T10:00:00\n2,meeting,1,99,False,2026-01-03T10:00:00\n",
};

test("Pipedrive: a log of changes becomes states, each stage entry its own, lost in the stage it stood in", async () => {
  const workspaceId = await foundTestWorkspace(database, clock, "Pipedrive");
  const result = await runImport(await requestFor(workspaceId, pipedrive));
  expect(counts(result)).toEqual([
    "activity.csv 2: 2 0 0 0",
    "deal_changes.csv 6: 6 0 0 0",
    "fields.csv 1: 0 0 1 0",
    "stages.csv 2: 0 0 2 0",
    "users.csv 2: 2 0 0 0",
  ]);
  expect(await storyOf(workspaceId)).toEqual([
    "Deal 7 | 2026-01-01T10:00:00Z | open ? ? - -",
    "Deal 7 | 2026-01-02T10:00:00Z | open ? ? - Bo",
    "Deal 7 | 2026-01-03T10:00:00Z | open Lead In ? - Bo",
    "Deal 7 | 2026-01-04T10:00:00Z | open Lead In ? - Bo",
    "Deal 7 | 2026-01-04T10:00:00.000001Z | open Offer ? - Bo",
    "Deal 7 | 2026-01-05T10:00:00Z | lost Offer ? 2026-01-05 Bo",
  ]);
  expect(
    await rowsOf(
      workspaceId,
      "select lost_reason, created_on::text from crm.opportunity where workspace_id = $ws",
    ),
  ).toEqual([{ lost_reason: "Too dear", created_on: "2026-01-01" }]);
  expect(
    await rowsOf(
      workspaceId,
      "select kind, opportunity_id is not null as linked, done_at is not null as done from crm.activity where workspace_id = $ws order by kind",
    ),
  ).toEqual([
    { kind: "call", linked: true, done: true },
    { kind: "meeting", linked: false, done: false },
  ]);
  expect(result.warnings).toEqual([
    "People with an address that another person of the source has too, kept apart: 1",
    "States that began at the same instant as the one before, set apart by a microsecond: 1",
    "Activities of opportunities that are not in these files, kept without them: 1",
  ]);
});

test("an import that broke off in the middle is resumed where it stood, and ends as if nothing had happened", async () => {
  const lines = Array.from({ length: 2100 }, (_, at) => `R${at},Rep ${at % 3},Prospecting,${at},2026-01-05`);
  const files = { "deals.csv": `Deal ID,Owner,Stage,Amount,Created\n${lines.join("\n")}\n` };
  const workspaceId = await foundTestWorkspace(database, clock, "Resumed");
  const request = await requestFor(workspaceId, files);
  const broken = runImport({
    ...request,
    report: () => {
      throw new Error("the power went");
    },
  });
  await expect(broken).rejects.toThrow("the power went");
  const half = await rowsOf(
    workspaceId,
    "select count(*)::int as n from crm.opportunity where workspace_id = $ws",
  );
  expect(half).toEqual([{ n: 2000 }]);
  const result = await runImport(request);
  expect(counts(result)).toEqual(["deals.csv 2100: 2100 0 0 0"]);
  expect(
    await rowsOf(
      workspaceId,
      `select (select count(*)::int from crm.opportunity where workspace_id = $ws) as opportunities,
         (select count(distinct name)::int from crm.opportunity where workspace_id = $ws) as names,
         (select count(*)::int from people.person where workspace_id = $ws) as people,
         (select count(*)::int from crm.pipeline where workspace_id = $ws) as pipelines`,
    ),
  ).toEqual([{ opportunities: 2100, names: 2100, people: 3, pipelines: 1 }]);
});

test("a chunk that fails leaves nothing of itself behind", async () => {
  const workspaceId = await foundTestWorkspace(database, clock, "Failing");
  const request = await requestFor(workspaceId, { "deals.csv": "Deal ID,Stage,Amount\nA,Open,1\n" });
  await sql`insert into crm.import_chunk (workspace_id, import_id, file, chunk_no, object, rows, created, updated, unchanged, rejected)
    values (${workspaceId}::uuid, ${request.importId}::uuid, 'deals.csv', 1, 'x', 0, 0, 0, 0, 0)`.execute(
    database.db,
  );
  const failing = { ...request, plan: { ...request.plan, currency: "not a currency" } };
  await expect(runImport(failing)).rejects.toThrow();
  expect(
    await rowsOf(
      workspaceId,
      "select (select count(*)::int from crm.opportunity where workspace_id = $ws) as o, (select count(*)::int from crm.import_chunk where workspace_id = $ws and chunk_no = 0) as c, (select count(*)::int from crm.source_link where workspace_id = $ws and object = 'opportunity') as l",
    ),
  ).toEqual([{ o: 0, c: 0, l: 0 }]);
});

/** Pipedrive as people export it: lists with labels, and tables as its API names them. */
import { afterEach, expect, test } from "vitest";
import { type ImportedExport, importedFiles } from "./exports.ts";

let record: ImportedExport;
afterEach(() => record.close());

const deals = [
  "Deal - Title,Deal - ID,Deal - Value,Deal - Currency of Value,Deal - Owner,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Organization,Deal - Contact person,Deal - Deal created,Deal - Update time,Deal - Last stage change,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Expected close date,Deal - Label",
  "Alpha,1,100,EUR,Ada Low,Contact Made,Sales,open,Acme,Per Halden,2026-01-02 08:00:00,2026-02-01 09:00:00,2026-01-20 10:00:00,,,,2026-12-01,Hot",
  "Beta,2,200,USD,Bo Day,Proposal Made,Sales,won,Acme,Ida Moe,2026-01-03 08:00:00,2026-03-05 09:00:00,2026-02-01 09:00:00,2026-03-01 09:00:00,,,2026-04-01,",
  "Gamma,3,300,USD,Bo Day,Demo Scheduled,Sales,lost,Bolt,,2026-01-04 08:00:00,2026-02-20 09:00:00,,,2026-02-20 09:00:00,Too expensive,2026-04-01,",
  "Delta,4,400,USD,Bo Day,Demo Scheduled,Sales,deleted,Bolt,,2026-01-05 08:00:00,2026-02-21 09:00:00,,,,,2026-04-01,",
].join("\n");

test("lists with labels: currencies, when it was won or lost, what was expected, contacts and activities by name", async () => {
  record = await importedFiles({
    "deals-5812-1.csv": deals,
    "organizations-5812-2.csv":
      "Organization - Name,Organization - ID,Organization - Owner,Organization - Country of Address\nAcme,10,Ada Low,Norway\nBolt,11,Bo Day,\n",
    "people-5812-3.csv":
      "Person - Name,Person - ID,Person - Organization,Person - Email - Work,Person - Owner\nPer Halden,20,Acme,per@acme.example,Ada Low\n",
    "activities-5812-4.csv": [
      "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Deal,Activity - Contact person,Activity - Assigned to user",
      "50,First call,Call,2026-01-05,Done,Alpha,Per Halden,Ada Low",
      "51,Follow up,Task,2026-12-05,To do,Alpha,,Ada Low",
    ].join("\n"),
  });
  expect(record.plan.source).toBe("pipedrive");
  expect(record.counts).toEqual([
    "activities-5812-4.csv activity 2: 2 0 0 0",
    "deals-5812-1.csv opportunity 4: 4 0 0 0",
    "organizations-5812-2.csv account 2: 2 0 0 0",
    "people-5812-3.csv contact 1: 1 0 0 0",
  ]);
  expect(await record.story()).toEqual([
    "Alpha | 2026-01-02T08:00:00Z | open ? 10000 EUR 2026-12-01 inferred",
    "Alpha | 2026-01-20T10:00:00Z | open Contact Made 10000 EUR 2026-12-01 inferred",
    "Beta | 2026-01-03T08:00:00Z | open ? 20000 USD 2026-04-01 inferred",
    "Beta | 2026-02-01T09:00:00Z | open Proposal Made 20000 USD 2026-04-01 inferred",
    "Beta | 2026-03-01T09:00:00Z | won Proposal Made 20000 USD 2026-03-01 inferred",
    "Delta | 2026-01-05T08:00:00Z | open ? 40000 USD 2026-04-01 inferred",
    "Delta | 2026-02-21T09:00:00Z | removed Demo Scheduled 40000 USD 2026-04-01 inferred",
    "Gamma | 2026-01-04T08:00:00Z | open ? 30000 USD 2026-04-01 inferred",
    "Gamma | 2026-02-20T09:00:00Z | lost Demo Scheduled 30000 USD 2026-02-20 inferred",
  ]);
  expect(await record.stakeholders()).toEqual(["Alpha: Per Halden (primary)", "Beta: Ida Moe (primary)"]);
  expect(
    await record.rows(
      `select v.subject, v.done_at is not null as done, o.name as deal, c.name as contact from crm.activity v
       join crm.opportunity o on o.workspace_id = v.workspace_id and o.id = v.opportunity_id
       left join crm.contact c on c.workspace_id = v.workspace_id and c.id = v.contact_id where v.workspace_id = $ws order by 1`,
    ),
  ).toEqual([
    { subject: "First call", done: true, deal: "Alpha", contact: "Per Halden" },
    { subject: "Follow up", done: false, deal: "Alpha", contact: null },
  ]);
  expect(
    await record.rows("select custom from crm.opportunity where workspace_id = $ws and name = 'Alpha'"),
  ).toEqual([{ custom: { label: "Hot" } }]);
  expect((await record.again()).files.map((one) => one.created + one.updated)).toEqual([0, 0, 0, 0]);
});

test("tables of the API: ids for names, stages and pipelines by their own tables", async () => {
  record = await importedFiles({
    "deals.csv": [
      "id,title,value,currency,user_id,stage_id,pipeline_id,status,org_id,person_id,add_time,update_time,won_time,lost_time,expected_close_date",
      "1,Alpha,100,EUR,7,31,3,open,10,20,2026-01-02 08:00:00,2026-02-01 09:00:00,,,2026-12-01",
      "2,Beta,200,USD,7,32,3,won,10,,2026-01-03 08:00:00,2026-03-05 09:00:00,2026-03-01 09:00:00,,2026-04-01",
    ].join("\n"),
    "stages.csv": "id,name,pipeline_id,order_nr,deal_probability\n32,Offer,3,2,60\n31,First talk,3,1,20\n",
    "pipelines.csv": "id,name,url_title,order_nr\n3,Renewals,renewals,1\n",
    "organizations.csv": "id,name,owner_id,add_time\n10,Acme,7,2025-01-01 08:00:00\n",
    "persons.csv": "id,name,org_id,owner_id,add_time\n20,Per Halden,10,7,2025-01-01 08:00:00\n",
    "users.csv": "id,name,email,modified\n7,Ada Low,ada@example.com,2025-01-01 08:00:00\n",
  });
  expect(record.counts).toEqual([
    "deals.csv opportunity 2: 2 0 0 0",
    "organizations.csv account 1: 1 0 0 0",
    "persons.csv contact 1: 1 0 0 0",
    "pipelines.csv pipeline 1: 0 0 1 0",
    "stages.csv stage 2: 0 0 2 0",
    "users.csv person 1: 1 0 0 0",
  ]);
  expect(record.plan.pipelines.map(({ name, stages }) => [name, stages.map((stage) => stage.name)])).toEqual([
    ["Renewals", ["First talk", "Offer"]],
  ]);
  expect(await record.stakeholders()).toEqual(["Alpha: Per Halden (primary)"]);
  expect(
    await record.rows(
      `select o.name, o.status, s.name as stage, a.name as account, p.name as owner from crm.opportunity o
       join crm.stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
       join crm.account a on a.workspace_id = o.workspace_id and a.id = o.account_id
       join people.person p on p.workspace_id = o.workspace_id and p.id = o.owner_id where o.workspace_id = $ws order by 1`,
    ),
  ).toEqual([
    { name: "Alpha", status: "open", stage: "First talk", account: "Acme", owner: "Ada Low" },
    { name: "Beta", status: "won", stage: "Offer", account: "Acme", owner: "Ada Low" },
  ]);
});

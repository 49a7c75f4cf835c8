/** HubSpot: a warehouse copy with history and merges, and an export with labels. */
import { afterEach, expect, test } from "vitest";
import { type ImportedExport, importedFiles } from "./exports.ts";

let record: ImportedExport;
afterEach(() => record.close());

const warehouse = {
  "deal_pipeline.csv": "pipeline_id,label,display_order\ndefault,New business,1\n777,Renewals,2\n",
  "deal_pipeline_stage.csv": [
    "stage_id,label,pipeline_id,probability,closed_won,is_closed,display_order",
    "s1,First talk,default,0.2,false,false,1",
    "s2,Contract,default,0.9,false,false,2",
    "closedwon,Signed,default,1.0,true,true,3",
    "r1,Due,777,0.5,false,false,1",
  ].join("\n"),
  "deal.csv": [
    "deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,property_closedate,property_createdate,property_hs_lastmodifieddate,property_deal_currency_code",
    "1,false,default,closedwon,9,Alpha,120,2026-03-10,2026-01-01 08:00:00,2026-03-10 12:00:00,EUR",
    "2,true,777,r1,9,Beta,50,,2026-01-05 08:00:00,2026-02-05 08:00:00,USD",
    "3,false,default,s1,9,Gamma,70,,2026-01-06 08:00:00,2026-01-06 08:00:00,USD",
  ].join("\n"),
  "deal_property_history.csv": [
    "deal_id,name,value,timestamp,source",
    "1,dealstage,s1,1767254400000,CRM_UI",
    "1,amount,100,1767254400000,CRM_UI",
    "1,dealstage,s2,2026-02-01 09:00:00,CRM_UI",
    "1,amount,120,2026-02-01 09:00:00,CRM_UI",
    "1,dealstage,closedwon,2026-03-10 12:00:00,CRM_UI",
    "1,hs_color,blue,2026-03-10 12:00:00,CRM_UI",
    "99,dealstage,s1,2026-03-10 12:00:00,CRM_UI",
  ].join("\n"),
  "merged_deal.csv":
    "deal_id,merged_deal_id,_fivetran_synced\n1,3,2026-03-11 00:00:00\n88,4,2026-03-11 00:00:00\n",
  "owner.csv": "owner_id,email,first_name,last_name,active_user_id\n9,ada@example.com,Ada,Low,500\n",
  "users.csv": "id,email,first_name,last_name,primary_team_id\n500,ada@example.com,Ada,Low,40\n",
  "team.csv": "id,name\n40,North\n",
  "company.csv": "id,is_deleted,property_name\n70,false,Acme\n71,false,Acme twin\n",
  "deal_company.csv": "company_id,deal_id,type_id\n71,1,5\n",
  "contact.csv":
    "id,property_email,property_firstname,property_lastname\n61,per@acme.example,Per,Halden\n62,ida@acme.example,Ida,Moe\n63,ida2@acme.example,Ida,Moe\n",
  "merged_contact.csv": "contact_id,merged_contact_id\n62,63\n",
  "deal_contact.csv":
    "contact_id,deal_id,type_id,category\n61,1,3,HUBSPOT_DEFINED\n63,1,3,HUBSPOT_DEFINED\n62,1,3,HUBSPOT_DEFINED\n62,98,3,HUBSPOT_DEFINED\n",
  "merged_company.csv": "company_id,merged_company_id\n70,71\n",
  "engagement.csv":
    "id,type,owner_id,timestamp\n31,CALL,9,2026-02-02 10:00:00\n32,NOTE,9,2026-02-03 10:00:00\n",
  "engagement_call.csv":
    "engagement_id,property_hs_call_title,property_hs_timestamp\n31,First call,2026-02-02 10:00:00\n",
  "engagement_deal.csv": "engagement_id,deal_id\n31,3\n",
};

test("a warehouse copy: history at the source's times, merged and deleted records removed, every row accounted for", async () => {
  record = await importedFiles(warehouse);
  expect(record.plan.source).toBe("hubspot");
  expect(record.counts).toEqual([
    "company.csv account 2: 2 0 0 0",
    "contact.csv contact 3: 3 0 0 0",
    "deal.csv opportunity 3: 3 0 0 0",
    "deal_company.csv association 1: 0 0 1 0",
    "deal_contact.csv opportunity-contact 4: 2 0 0 1, 1 twice",
    "deal_pipeline.csv pipeline 2: 0 0 2 0",
    "deal_pipeline_stage.csv stage 4: 0 0 4 0",
    "deal_property_history.csv opportunity-values 7: 6 0 0 1",
    "engagement.csv engagement 2: 1 0 1 0",
    "engagement_call.csv activity 1: 1 0 0 0",
    "engagement_deal.csv association 1: 0 0 1 0",
    "merged_company.csv account-merge 1: 0 0 1 0",
    "merged_contact.csv contact-merge 1: 0 0 1 0",
    "merged_deal.csv opportunity-merge 2: 0 0 1 1",
    "owner.csv person 1: 1 0 0 0",
    "team.csv team 1: 0 0 1 0",
    "users.csv person 1: 0 0 1 0",
  ]);
  expect(await record.story()).toEqual([
    "Alpha | 2026-01-01T08:00:00Z | open First talk 10000 EUR 2026-03-10 source",
    "Alpha | 2026-02-01T09:00:00Z | open Contract 12000 EUR 2026-03-10 source",
    "Alpha | 2026-03-10T12:00:00Z | won Signed 12000 EUR 2026-03-10 source",
    "Beta | 2026-01-05T08:00:00Z | open ? 5000 USD - inferred",
    "Beta | 2026-02-05T08:00:00Z | removed Due 5000 USD - inferred",
    "Gamma | 2026-01-06T08:00:00Z | open First talk 7000 USD - inferred",
    "Gamma | 2026-11-01T10:00:00Z | removed First talk 7000 USD - inferred",
  ]);
  expect(
    await record.rows(
      `select o.name, a.name as account, p.name as owner, t.name as team from crm.opportunity o
       join crm.account a on a.workspace_id = o.workspace_id and a.id = o.account_id
       join people.person p on p.workspace_id = o.workspace_id and p.id = o.owner_id
       join people.team_membership m on m.workspace_id = o.workspace_id and m.person_id = p.id
       join people.team t on t.workspace_id = o.workspace_id and t.id = m.team_id where o.workspace_id = $ws`,
    ),
  ).toEqual([{ name: "Alpha", account: "Acme", owner: "Ada Low", team: "North" }]);
  expect(
    await record.rows("select name from crm.pipeline where workspace_id = $ws order by position"),
  ).toEqual([{ name: "New business" }, { name: "Renewals" }]);
  expect(
    await record.rows(
      `select v.kind, v.subject, o.name from crm.activity v left join crm.opportunity o
       on o.workspace_id = v.workspace_id and o.id = v.opportunity_id where v.workspace_id = $ws order by 1`,
    ),
  ).toEqual([
    { kind: "call", subject: "First call", name: "Alpha" },
    { kind: "note", subject: "NOTE", name: null },
  ]);
  expect(await record.stakeholders()).toEqual(["Alpha: Ida Moe", "Alpha: Per Halden"]);
  expect((await record.again()).files.map((one) => one.created + one.updated)).toEqual(
    record.result.files.map(() => 0),
  );
});

test("contacts that a column of deals names become stakeholders; a later export names others, and these go", async () => {
  const head = '"Record ID","Deal Name","Deal Stage","Close Date","Associated Company","Associated Contact"';
  const deals = (...lines: string[]) => ({ "deals.csv": [head, ...lines].join("\n") });
  record = await importedFiles({
    "contacts.csv":
      '"Record ID","First Name","Last Name","Email","Create Date"\n"5","Per","Halden","per@acme.example","2026-01-01"\n',
    ...deals(
      '"11","Alpha","Demo","2026-12-01","Acme","Per Halden (per@acme.example);Ida Moe"',
      '"12","Beta","Demo","2026-12-01","Acme","Ida Moe"',
    ),
  });
  expect(await record.stakeholders()).toEqual(["Alpha: Ida Moe", "Alpha: Per Halden", "Beta: Ida Moe"]);
  expect(
    await record.rows(
      `select c.name, c.email, a.name as account from crm.contact c left join crm.account a on a.workspace_id = c.workspace_id and a.id = c.account_id
       where c.workspace_id = $ws order by 1`,
    ),
  ).toEqual([
    { name: "Ida Moe", email: null, account: "Acme" },
    { name: "Per Halden", email: "per@acme.example", account: null },
  ]);
  expect((await record.again()).files.map((one) => one.created + one.updated)).toEqual([0, 0]);
  const later = await record.againWith(
    deals(
      '"11","Alpha","Demo","2026-12-01","Acme","Per Halden (per@acme.example)"',
      '"12","Beta","Demo","2026-12-01","Acme","Ida Moe"',
    ),
  );
  expect(later.files.map((one) => one.updated)).toEqual([0, 1]);
  expect(await record.stakeholders()).toEqual(["Alpha: Per Halden", "Beta: Ida Moe"]);
});

test("an export with labels: names for ids, stage dates as inferred history, the amount in its own currency", async () => {
  record = await importedFiles({
    "hubspot-crm-exports-all-deals.csv": [
      '"Record ID","Deal Name","Deal Stage","Pipeline","Deal owner","Amount","Amount in company currency","Currency","Close Date","Create Date","Associated Company","Forecast category","Date entered ""Demo (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)""","Date exited ""Demo (Sales Pipeline)"""',
      '"11","Alpha","Closed Won","Sales Pipeline","Ada Low (ada@example.com)","100.50","90","EUR","2026-03-10 10:00","2026-01-01 08:00","Acme","Commit","2026-02-01 09:00","2026-03-09 12:00","2026-03-09 12:00"',
      '"12","Beta","Demo","Sales Pipeline","Ada Low (ada@example.com)","70","70","USD","2026-09-10 10:00","2026-01-01 08:00","Acme","Best case","2026-02-02 09:00","",""',
    ].join("\r\n"),
  });
  expect(record.plan.files.map((one) => [one.object, one.confidence, record.plan.source])).toEqual([
    ["opportunity", 0.99, "hubspot"],
  ]);
  expect(await record.story()).toEqual([
    "Alpha | 2026-01-01T08:00:00Z | open ? 10050 EUR - inferred",
    "Alpha | 2026-02-01T09:00:00Z | open Demo 10050 EUR - inferred",
    "Alpha | 2026-03-09T12:00:00Z | won Closed Won 10050 EUR 2026-03-10 inferred",
    "Beta | 2026-01-01T08:00:00Z | open ? 7000 USD 2026-09-10 inferred",
    "Beta | 2026-02-02T09:00:00Z | open Demo 7000 USD 2026-09-10 inferred",
  ]);
  expect(
    await record.rows(
      "select (select string_agg(name, ',') from people.person where workspace_id = $ws) as people, (select string_agg(name, ',') from crm.account where workspace_id = $ws) as accounts",
    ),
  ).toEqual([{ people: "Ada Low", accounts: "Acme" }]);
});

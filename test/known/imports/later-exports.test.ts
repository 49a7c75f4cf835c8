/** Later exports of the same opportunities: what they add, what they leave alone, and that they rewrite no past. */
import { afterEach, expect, test } from "vitest";
import { type ImportedExport, importedFiles } from "./exports.ts";

let record: ImportedExport;
afterEach(() => record.close());

const deals = (head: string, ...lines: string[]) => ({ "deals.csv": [head, ...lines].join("\n") });
const present = async () =>
  (
    await record.rows<Record<string, unknown>>(
      `select o.name, o.amount_minor::int as amount, o.close_on::text as close_on, o.next_step, o.custom, p.name as owner, a.name as account,
         o.created_on::text as created_on, o.forecast_category as category, o.stage_entered_at as since from crm.opportunity o
       left join people.person p on p.workspace_id = o.workspace_id and p.id = o.owner_id
       left join crm.account a on a.workspace_id = o.workspace_id and a.id = o.account_id where o.workspace_id = $ws`,
    )
  ).map(({ since, ...row }) => ({ ...row, since: String(since) }))[0];

test("a file of a few columns changes these, and leaves everything else as it was", async () => {
  record = await importedFiles(
    deals(
      "Deal ID,Name,Company,Owner,Stage,Amount,Created,Close Date,Next Step,Forecast Category,Color,Last Stage Change",
      "D1,Alpha,Acme,Ann,Proposal,100,2026-01-05,2026-12-01,Call,Commit,red,2026-02-01",
    ),
  );
  const before = await present();
  await record.againWith(deals("Deal ID,Stage,Amount", "D1,Proposal,120"));
  expect(await present()).toEqual({ ...before, amount: 12000 });
  await record.againWith(deals("Deal ID,Stage,Color", "D1,Negotiation,blue"));
  expect(await present()).toEqual({
    ...before,
    amount: 12000,
    custom: { color: "blue" },
    category: "pipeline",
    since: "2026-11-01T10:00:00Z",
  });
  expect(await record.story()).toEqual([
    "Alpha | 2026-01-05T00:00:00Z | open ? 10000 USD 2026-12-01 inferred",
    "Alpha | 2026-02-01T00:00:00Z | open Proposal 10000 USD 2026-12-01 inferred",
    "Alpha | 2026-11-01T10:00:00Z | open Negotiation 12000 USD 2026-12-01 source",
  ]);
});

test("each export adds what it saw; a stage keeps since when it was seen, and a reopened sale its lost days", async () => {
  const head = "Deal ID,Name,Owner,Stage,Amount,Created,Close Date,Last Modified";
  record = await importedFiles(deals(head, "D1,Alpha,Ann,Proposal,100,2026-01-05,2026-09-01,2026-02-01"));
  await record.againWith(deals(head, "D1,Alpha,Bo,Proposal,150,2026-01-05,2026-09-01,2026-03-01"));
  await record.againWith(deals(head, "D1,Alpha,Bo,Lost,150,2026-01-05,2026-04-01,2026-04-01"));
  await record.againWith(deals(head, "D1,Alpha,Bo,Negotiation,150,2026-01-05,2026-12-01,2026-05-01"));
  expect(await record.story()).toEqual([
    "Alpha | 2026-01-05T00:00:00Z | open ? 10000 USD 2026-09-01 inferred",
    "Alpha | 2026-02-01T00:00:00Z | open Proposal 10000 USD 2026-09-01 inferred",
    "Alpha | 2026-03-01T00:00:00Z | open Proposal 15000 USD 2026-09-01 inferred",
    "Alpha | 2026-04-01T00:00:00Z | lost Lost 15000 USD 2026-04-01 inferred",
    "Alpha | 2026-05-01T00:00:00Z | open Negotiation 15000 USD 2026-12-01 inferred",
  ]);
  const owners = await record.rows<{ told: string }>(
    `select v.valid_from::date || ' ' || p.name || ' ' || coalesce(v.stage_entered_at::date::text, '?') as told
     from crm.opportunity_interval v join people.person p on p.workspace_id = v.workspace_id and p.id = v.owner_id
     where v.workspace_id = $ws order by 1`,
  );
  expect(owners.map((row) => row.told).slice(0, 3)).toEqual([
    "2026-01-05 Ann ?",
    "2026-02-01 Ann 2026-02-01",
    "2026-03-01 Bo 2026-02-01",
  ]);
  expect((await record.again()).files.map((one) => one.created + one.updated)).toEqual([0]);
});

test("columns of stage dates in a later export fill what was not known; a creation that is put right moves the beginning", async () => {
  const head = "Deal ID,Name,Stage,Amount,Created,Last Modified";
  record = await importedFiles(deals(head, "D1,Alpha,Proposal,100,2026-01-05,2026-03-01"));
  await record.againWith(
    deals(
      `${head},Demo Date`,
      "D1,Alpha,Proposal,100,2026-01-10,2026-03-01,2026-02-01",
      "D2,Beta,Demo,5,2026-01-01,2026-01-01,2026-01-01",
    ),
  );
  expect((await record.story()).filter((one) => one.startsWith("Alpha"))).toEqual([
    "Alpha | 2026-01-10T00:00:00Z | open ? 10000 USD - inferred",
    "Alpha | 2026-02-01T00:00:00Z | open Demo 10000 USD - inferred",
    "Alpha | 2026-03-01T00:00:00Z | open Proposal 10000 USD - inferred",
  ]);
});

test("a new owner in Salesforce does not take over the past that its history tells without owners", async () => {
  const opportunity = (owner: string, stage: string, modified: string) => ({
    "Opportunity.csv": [
      "Id,Name,OwnerId,StageName,CloseDate,Amount,IsClosed,IsWon,CreatedDate,LastModifiedDate",
      `006bm00000LKJNNAA5,Alpha,${owner},${stage},2026-12-01,100,false,false,2026-01-01T00:00:00Z,${modified}`,
    ].join("\n"),
  });
  const history = (...lines: string[]) => ({
    "OpportunityHistory.csv": ["Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate", ...lines].join(
      "\n",
    ),
  });
  const first = "008bm00000UoqOkAAJ,006bm00000LKJNNAA5,Prospecting,100,2026-12-01,2026-01-01T00:00:00Z";
  const second = "008bm00000UoqOlAAJ,006bm00000LKJNNAA5,Proposal,100,2026-12-01,2026-03-01T00:00:00Z";
  const ids = ["005bm00000NCJm1AAX", "005bm00000NCJm2AAX"] as const;
  record = await importedFiles({
    "User.csv": `Id,Username,Name,ProfileId\n${ids[0]},a@x,Ann,1\n${ids[1]},b@x,Bo,1\n`,
    ...opportunity(ids[0], "Prospecting", "2026-01-01T00:00:00Z"),
    ...history(first),
  });
  await record.againWith({
    ...opportunity(ids[1], "Proposal", "2026-03-01T00:00:00Z"),
    ...history(first, second),
  });
  const owners = await record.rows<{ told: string }>(
    `select v.valid_from::date || ' ' || s.name || ' ' || p.name as told from crm.opportunity_interval v
     join people.person p on p.workspace_id = v.workspace_id and p.id = v.owner_id
     join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id where v.workspace_id = $ws order by 1`,
  );
  expect(owners.map((row) => row.told)).toEqual(["2026-01-01 Prospecting Ann", "2026-03-01 Proposal Bo"]);
});

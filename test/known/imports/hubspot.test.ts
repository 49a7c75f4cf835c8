/** The record after the import of a HubSpot warehouse copy: every record, merge, deletion and row of history. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

interface Known {
  rows: Record<string, number>;
  deals_deleted: number;
  deals_with_amount: number;
  merged_ids: number;
  stage_rows: number;
}

const folder = folderOf("hubspot_fivetran");

describe.skipIf(folder === null)("the import of a HubSpot warehouse copy", () => {
  let known: Known;
  let record: ImportedRecord;
  beforeAll(async () => {
    known = knownIn<Known>(folder ?? "");
    record = await importedRecord(folder ?? "");
  });
  afterAll(() => record.close());

  const countsOf = (file: string) => record.counts.find((one) => one.startsWith(`${file} `));
  const one = async (query: string) => (await record.rows<Record<string, unknown>>(query))[0];

  test("every file holds as many rows as it should, and each of them is accounted for", () => {
    const rows = Object.fromEntries(record.result.files.map((file) => [file.file, file.rows]));
    expect(rows).toEqual(known.rows);
    const unaccounted = record.result.files.filter(
      (file) =>
        file.object !== null &&
        file.created + file.updated + file.unchanged + file.duplicate + file.rejected !== file.rows,
    );
    expect(unaccounted).toEqual([]);
    expect(record.plan.source).toBe("hubspot");
  });

  test("every record is there: deals, companies, contacts, people with their two ids, engagements", () => {
    expect(countsOf("deal_data.csv")).toBe("deal_data.csv opportunity 44: 44 0 0 0");
    expect(countsOf("company_data.csv")).toBe("company_data.csv account 24: 24 0 0 0");
    expect(countsOf("contact_data.csv")).toBe("contact_data.csv contact 22: 22 0 0 0");
    expect(countsOf("owner_data.csv")).toBe("owner_data.csv person 100: 100 0 0 0");
    expect(countsOf("users_data.csv")).toBe("users_data.csv person 2: 0 2 0 0");
    expect(countsOf("engagement_meeting_data.csv")).toBe(
      "engagement_meeting_data.csv activity 100: 100 0 0 0",
    );
    expect(countsOf("engagement_data.csv")).toBe("engagement_data.csv engagement 1: 0 0 1 0");
  });

  test("no deal is deleted, none has an amount, and each is true since it was created", async () => {
    expect(
      await one(
        `select count(*)::int as deals, count(removed_at)::int as deleted, count(amount_minor)::int as amounts,
           count(owner_id)::int as owned from crm.opportunity where workspace_id = $ws`,
      ),
    ).toEqual({ deals: 44, deleted: known.deals_deleted, amounts: known.deals_with_amount, owned: 22 });
  });

  test("contacts that a winner lists as merged are removed; merges of records that no file has are refused, each with its reason", async () => {
    expect(
      await record.rows(
        `select source_id from crm.source_link l join crm.contact c on c.workspace_id = l.workspace_id and c.id = l.record_id
         where l.workspace_id = $ws and l.object = 'contact' and c.removed_at is not null order by 1`,
      ),
    ).toEqual([{ source_id: "46897301" }, { source_id: "76226001" }, { source_id: "76340251" }]);
    expect(countsOf("merged_deal_data.csv")).toBe(
      `merged_deal_data.csv opportunity-merge 14: 0 0 0 ${known.merged_ids}`,
    );
    expect(countsOf("contact_merge_audit_data.csv")).toBe(
      "contact_merge_audit_data.csv contact-merge 4: 0 0 0 4",
    );
  });

  test("rows of history tell of deals that no file has, and are refused one by one", () => {
    expect(countsOf("deal_stage_data.csv")).toBe(
      `deal_stage_data.csv opportunity-values 14: 0 0 0 ${known.stage_rows}`,
    );
    expect(countsOf("deal_property_history_data.csv")).toBe(
      "deal_property_history_data.csv opportunity-values 100: 0 0 0 100",
    );
  });

  test("contacts of deals name deals and contacts that no file has, and are refused one by one", async () => {
    expect(countsOf("deal_contact_data.csv")).toBe("deal_contact_data.csv opportunity-contact 11: 0 0 0 11");
    const refused = await record.rows(
      `select field, reason, count(*)::int as n from crm.import_reject
       where workspace_id = $ws and file = 'deal_contact_data.csv' group by 1, 2`,
    );
    expect(refused).toEqual([
      { field: "opportunity", reason: "No file of this import has this opportunity.", n: 11 },
    ]);
  });

  test("pipelines and stages carry their labels, and whether they end a sale", async () => {
    expect(
      await one(
        `select (select count(*)::int from crm.pipeline where workspace_id = $ws) as pipelines,
           (select count(*)::int from crm.stage where workspace_id = $ws) as stages,
           (select count(*)::int from crm.pipeline where workspace_id = $ws and name = 'FioJAMNdGX8U65mUGCkDwA==') as labelled`,
      ),
      // Six pipelines are listed, six only in the table of stages, and one is for stages of the history that nothing lists.
    ).toEqual({ pipelines: 13, stages: 71 + 3, labelled: 1 });
  });

  test("teams hold the owners and users that the tables put into them", async () => {
    expect(
      await record.rows(
        `select t.name, count(*)::int as n from people.team_membership m
         join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id where m.workspace_id = $ws group by 1 order by 1`,
      ),
    ).toEqual([
      { name: "team_01", n: 2 },
      { name: "team_02", n: 2 },
    ]);
  });

  test("tables without a place are named with the reason, and the same files again change nothing", async () => {
    expect(record.result.notUnderstood.map((file) => file.file)).toEqual([
      "property_data.csv",
      "property_option_data.csv",
      "role_data.csv",
    ]);
    const again = await record.again();
    expect(again.files.map((file) => [file.created, file.updated])).toEqual(again.files.map(() => [0, 0]));
  });
});

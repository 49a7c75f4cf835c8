/** The record after the import of the Maven Analytics files, with the suggested mapping and no hand-made file. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

interface Known {
  won_value_total: number;
  stage_counts: Record<string, number>;
  subsidiaries: Record<string, number>;
  snapshots: Record<string, { open_engaged: number; open_list_value: number }>;
}

const folder = folderOf("maven");

describe.skipIf(folder === null)("the import of maven", () => {
  let known: Known;
  let record: ImportedRecord;
  beforeAll(async () => {
    known = knownIn<Known>(folder ?? "");
    record = await importedRecord(folder ?? "");
  });
  afterAll(() => record.close());

  test("every row of every understood file is accounted for, and the same files again change nothing", async () => {
    expect(record.counts).toEqual([
      "accounts.csv account 85: 85 0 0 0",
      "data_dictionary.csv null 21: 0 0 0 0",
      "products.csv product 7: 7 0 0 0",
      "sales_pipeline.csv opportunity 8800: 8800 0 0 0",
      "sales_teams.csv person 35: 35 0 0 0",
    ]);
    const [before] = await record.rows<{ n: bigint }>(
      "select count(*) as n from base.change where workspace_id = $ws",
    );
    const again = await record.again();
    expect(again.files.map((one) => [one.created, one.updated, one.rejected])).toEqual(
      again.files.map(() => [0, 0, 0]),
    );
    expect(await record.rows("select count(*) as n from base.change where workspace_id = $ws")).toEqual([
      before,
    ]);
  });

  test("GTXPro is proposed as a match for GTX Pro, and said to be", () => {
    expect(record.result.proposals.map((one) => [one.value, one.match, one.accepted])).toEqual([
      ["GTXPro", "GTX Pro", true],
    ]);
  });

  test("a person stands behind each agent, with manager and region; companies have their parents", async () => {
    expect(
      await record.rows(
        `select (select count(*)::int from people.person where workspace_id = $ws) as people,
           (select count(*)::int from people.reporting_line where workspace_id = $ws and starts_on is null) as lines,
           (select count(distinct manager_id)::int from people.reporting_line where workspace_id = $ws) as managers,
           (select count(*)::int from people.team where workspace_id = $ws and kind = 'region') as regions,
           (select count(*)::int from people.team_membership where workspace_id = $ws) as memberships,
           (select count(*)::int from crm.opportunity where workspace_id = $ws and owner_id is null) as unowned`,
      ),
    ).toEqual([{ people: 41, lines: 35, managers: 6, regions: 3, memberships: 35, unowned: 0 }]);
    const parents = await record.rows<{ name: string; n: number }>(
      `select p.name, count(*)::int as n from crm.account a join crm.account p on p.workspace_id = a.workspace_id and p.id = a.parent_id
       where a.workspace_id = $ws group by p.name`,
    );
    expect(Object.fromEntries(parents.map((one) => [one.name, one.n]))).toEqual(known.subsidiaries);
  });

  test("a revenue without a unit stays a number of its own", async () => {
    const [kan] = await record.rows(
      "select industry, country, employees, annual_revenue_minor, custom from crm.account where workspace_id = $ws and name = 'Kan-code'",
    );
    expect(kan).toEqual({
      industry: "software",
      country: "United States",
      employees: 34288,
      annual_revenue_minor: null,
      custom: { revenue: 11698.03, year_established: 1982 },
    });
  });

  test("won, lost and open are as many and worth as much as the file says", async () => {
    const rows = await record.rows<{ stage: string; n: number; value: string }>(
      `select s.name as stage, count(*)::int as n, (sum(o.amount_minor) / 100)::text as value from crm.opportunity o
       join crm.stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id where o.workspace_id = $ws group by s.name`,
    );
    expect(Object.fromEntries(rows.map((one) => [one.stage, one.n]))).toEqual(known.stage_counts);
    expect(Number(rows.find((one) => one.stage === "Won")?.value)).toBe(known.won_value_total);
  });

  test("every snapshot holds: open at the end of the day, engaged, at list price", async () => {
    for (const [day, { open_engaged, open_list_value }] of Object.entries(known.snapshots)) {
      const found = await record.rows(
        `select count(*)::int as n, (sum(amount_minor) / 100)::float as value from crm.opportunity_interval
         where workspace_id = $ws and status = 'open' and valid_from < date '${day}' + 1
           and (valid_to is null or valid_to >= date '${day}' + 1)`,
      );
      expect(found, day).toEqual([{ n: open_engaged, value: open_list_value }]);
    }
  });
});

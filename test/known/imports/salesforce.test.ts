/** The record after the import of a Salesforce export: every record and every row of history accounted for. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

interface Known {
  opps: number;
  won: number;
  won_amount: number;
  open_amount: number;
  by_stage: Record<string, number>;
  history_rows: number;
  opps_with_more_than_one_history: number;
}

const folder = folderOf("salesforce_demo_powerbi");

describe.skipIf(folder === null)("the import of a Salesforce export", () => {
  let known: Known;
  let record: ImportedRecord;
  beforeAll(async () => {
    known = knownIn<Known>(folder ?? "");
    record = await importedRecord(folder ?? "");
  });
  afterAll(() => record.close());

  test("every row of every file is accounted for, and the same files again change nothing", async () => {
    expect(record.counts).toEqual([
      "Account.csv account 18: 18 0 0 0",
      "Contact.csv contact 25: 25 0 0 0",
      "Lead.csv null 22: 0 0 0 0",
      "Opportunity.csv opportunity 36: 36 0 0 0",
      "OpportunityHistory.csv opportunity-history 48: 48 0 0 0",
      "OpportunityHistoryGroup.csv null 10: 0 0 0 0",
    ]);
    expect(record.result.notUnderstood.map((one) => one.file)).toEqual([
      "Lead.csv",
      "OpportunityHistoryGroup.csv",
    ]);
    const again = await record.again();
    expect(again.files.map((one) => [one.created, one.updated])).toEqual(again.files.map(() => [0, 0]));
  });

  test("stages, amounts and outcomes are those of the export", async () => {
    const stages = await record.rows<{ name: string; n: number }>(
      `select s.name, count(*)::int as n from crm.opportunity o join crm.stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
       where o.workspace_id = $ws group by 1`,
    );
    expect(Object.fromEntries(stages.map((one) => [one.name, one.n]))).toEqual(known.by_stage);
    expect(
      await record.rows(
        "select status, count(*)::int as n, (sum(amount_minor) / 100)::float as amount from crm.opportunity where workspace_id = $ws group by 1 order by 1",
      ),
    ).toEqual([
      { status: "lost", n: 8, amount: 830000 },
      { status: "open", n: 16, amount: known.open_amount },
      { status: "won", n: known.won, amount: known.won_amount },
    ]);
  });

  test("every row of history is a state from its own minute on, and the record's own state is the last", async () => {
    const [found] = await record.rows(
      `select count(*)::int as states, count(distinct opportunity_id)::int as opportunities,
         count(*) filter (where basis = 'source')::int as told from crm.opportunity_version
       where workspace_id = $ws and superseded_at is null and valid_from < timestamptz '2026-03-08T00:00Z'`,
    );
    // 48 rows, and for 25 opportunities a last change of the close date of which the history has no row.
    expect(found).toEqual({
      states: known.history_rows + 25,
      opportunities: known.opps,
      told: known.history_rows + 25,
    });
    const [early] = await record.rows(
      `select count(*)::int as n from crm.opportunity_interval where workspace_id = $ws and status = 'won'
         and valid_from < timestamptz '2026-03-01T00:00Z' and (valid_to is null or valid_to >= timestamptz '2026-03-01T00:00Z')`,
    );
    expect(early).toEqual({ n: 19 });
  });

  test("who wrote the history becomes a person, though no file lists users", async () => {
    expect(await record.rows("select name from people.person where workspace_id = $ws")).toEqual([
      { name: "Salesforce user 005bm00000NCJmQAAX" },
    ]);
  });
});

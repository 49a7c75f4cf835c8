/** The record after the import of a Pipedrive change log: its whole history by SQL. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

interface Stay {
  n: number;
  mean: number;
  median: number;
  min: number;
  max: number;
}
interface Known {
  deals_reaching_stage: Record<string, number>;
  last_stage_of_deal: Record<string, number>;
  transitions: Record<string, number>;
  days_in_stage: Record<string, Stay>;
  first_entries_by_month: Record<string, Record<string, number>>;
  lost_reason_codes: Record<string, number>;
}

const folder = folderOf("pipedrive_enpal");

/** Every entry of a stage: a state whose stage was entered when the state began. */
const entries = `
  entries as (
    select v.opportunity_id, v.stage_entered_at, s.name, s.position from crm.opportunity_interval v
    join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id
    where v.workspace_id = $ws and v.valid_from = v.stage_entered_at
  ),
  stays as (
    select *, lead(position) over course as next_position,
      extract(epoch from lead(stage_entered_at) over course - stage_entered_at) / 86400 as days
    from entries window course as (partition by opportunity_id order by stage_entered_at)
  )`;

describe.skipIf(folder === null)("the import of a Pipedrive change log", () => {
  let known: Known;
  let record: ImportedRecord;
  beforeAll(async () => {
    known = knownIn<Known>(folder ?? "");
    record = await importedRecord(folder ?? "");
  });
  afterAll(() => record.close());

  const tally = async (query: string) =>
    Object.fromEntries((await record.rows<{ key: string; n: number }>(query)).map(({ key, n }) => [key, n]));

  test("every row is accounted for, and the same files again change nothing", async () => {
    expect(record.counts).toEqual([
      "activity.csv activity 4579: 4568 0 0 11",
      "activity_types.csv activity-types 4: 0 0 4 0",
      "deal_changes.csv opportunity-changes 15406: 15406 0 0 0",
      "fields.csv field-labels 4: 0 0 4 0",
      "stages.csv stage 9: 0 0 9 0",
      "users.csv person 1787: 1787 0 0 0",
    ]);
    const again = await record.again();
    expect(again.files.map((one) => [one.created, one.updated])).toEqual(again.files.map(() => [0, 0]));
  });

  test("as many reached each stage as the log says", async () => {
    const reached = `with ${entries} select name as key, count(distinct opportunity_id)::int as n from entries group by name`;
    expect(await tally(reached)).toEqual(known.deals_reaching_stage);
  });

  test("every move from stage to stage is there, repeated and backward ones too", async () => {
    const moves = `with ${entries} select position || '->' || next_position as key, count(*)::int as n from stays
      where next_position is not null group by 1`;
    expect(await tally(moves)).toEqual(known.transitions);
  });

  test("the last stage of each is where the record stands", async () => {
    const last = `select s.name as key, count(*)::int as n from crm.opportunity o
      join crm.stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id where o.workspace_id = $ws group by 1`;
    expect(await tally(last)).toEqual(known.last_stage_of_deal);
  });

  test("the days in each stage are the days between its entry and the next", async () => {
    const stays = await record.rows<Stay & { name: string }>(
      `with ${entries} select name, count(*)::int as n, avg(days)::float as mean, min(days)::float as min, max(days)::float as max,
         (percentile_cont(0.5) within group (order by days))::float as median
       from stays where days is not null group by name`,
    );
    expect(stays).toHaveLength(Object.keys(known.days_in_stage).length);
    for (const stay of stays) {
      const expected = known.days_in_stage[stay.name];
      expect(stay.n, stay.name).toBe(expected?.n);
      for (const figure of ["mean", "median"] as const)
        expect(stay[figure], stay.name).toBeCloseTo(expected?.[figure] ?? -1, 1.9);
      for (const figure of ["min", "max"] as const)
        expect(stay[figure], stay.name).toBeCloseTo(expected?.[figure] ?? -1, 3.9);
    }
  });

  test("first entries fall into the months of the log", async () => {
    const firsts = await record.rows<{ month: string; name: string; n: number }>(
      `with ${entries}, firsts as (select opportunity_id, name, min(stage_entered_at) as at from entries group by 1, 2)
       select to_char(at at time zone 'UTC', 'YYYY-MM') as month, name, count(*)::int as n from firsts group by 1, 2`,
    );
    const byMonth: Record<string, Record<string, number>> = {};
    for (const { month, name, n } of firsts) byMonth[month] = { ...byMonth[month], [name]: n };
    expect(byMonth).toEqual(known.first_entries_by_month);
  });

  test("all are lost in the end, by the label of the reason, on the day the log says, with a known owner", async () => {
    expect(
      await record.rows(
        `select count(*)::int as n, count(owner_id)::int as owned, count(close_on)::int as closed, count(distinct lost_reason)::int as reasons
         from crm.opportunity where workspace_id = $ws and status = 'lost'`,
      ),
    ).toEqual([{ n: 1995, owned: 1995, closed: 1995, reasons: Object.keys(known.lost_reason_codes).length }]);
  });

  test("activities of unknown opportunities are kept, and said to be", async () => {
    expect(
      await record.rows(
        "select count(*)::int as n, count(opportunity_id)::int as linked from crm.activity where workspace_id = $ws",
      ),
    ).toEqual([{ n: 4568, linked: 8 }]);
    expect(record.result.warnings.join("\n")).toContain(
      "Activities of opportunities that are not in these files, kept without them: 4560",
    );
  });
});

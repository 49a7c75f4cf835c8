/** Tables without a line of column names: their columns are named in the mapping, and what has a place comes in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportOptions } from "#crm";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

interface Known {
  employees: number;
  quota_rows: number;
  quota_total: number;
  attainment_by_window: Record<string, { quota: number }>;
  sales_org: Record<string, { title: string; manager_id: string }>;
  vp_sales_direct_reports: string[];
}

const folder = folderOf("adventureworks");
let record: ImportedRecord;
const understood = () => record.counts.filter((one) => !one.includes(" null "));
/** The cells of a file of the data set, read apart from the import. */
const cellsOf = (name: string) =>
  readFileSync(join(folder ?? "", name), "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
/** "group: how many" of every group. */
const count = (groups: ReadonlyMap<string, unknown[]>) =>
  [...groups].map(([group, all]) => `${group}: ${all.length}`).sort();

const files: NonNullable<NonNullable<ImportOptions["mapping"]>["files"]> = {
  "Employee.csv": {
    header: [
      ...[
        "Employee ID",
        "National ID",
        "Login",
        "Org Node",
        "Level",
        "Title",
        "Birth Date",
        "Marital Status",
      ],
      ...[
        "Gender",
        "Hire Date",
        "Salaried",
        "Vacation Hours",
        "Sick Leave Hours",
        "Current",
        "Row ID",
        "Modified",
      ],
    ],
    columns: { Login: "name" },
  },
  "SalesPerson.csv": {
    object: "person",
    header: [
      ...["Employee ID", "Territory ID", "Quota", "Bonus", "Commission", "Sales YTD", "Sales last year"],
      ...["Row ID", "Modified"],
    ],
    columns: { "Row ID": "ignored", Modified: "ignored" },
  },
  "Department.csv": { header: ["Department ID", "Name", "Group Name", "Modified Date"] },
  "EmployeeDepartmentHistory.csv": {
    header: ["Id", "Employee ID", "Department ID", "Shift", "Start Date", "End Date", "Modified Date"],
  },
  "SalesPersonQuotaHistory.csv": {
    header: ["Id", "Employee ID", "Quota Date", "Sales Quota", "Row ID", "Modified"],
  },
  "Store.csv": {
    object: "account",
    header: ["Account ID", "Name", "Salesperson", "Demographics", "Row ID", "Modified"],
    columns: { Demographics: "ignored" },
  },
};

describe.skipIf(folder === null)("tables without a line of column names, and without a word on them", () => {
  afterAll(() => record.close());

  test("each is named, with what to do", async () => {
    record = await importedRecord(folder ?? "");
    expect(understood()).toEqual([]);
    expect(record.plan.files.every((file) => file.headed === false || file.file.endsWith(".gz"))).toBe(true);
    expect(record.plan.files.find((one) => one.file === "Employee.csv")?.reason).toBe(
      "Its first line (1, 295847284, adventure-works\\ken0, 0, Chief Executive Officer, 1969-01-29) holds values, not the names of columns. Say the names in the mapping (header), or put a line with them above it.",
    );
  });
});

describe.skipIf(folder === null)("tables whose columns are named in the mapping", () => {
  let known: Known;
  beforeAll(async () => {
    known = knownIn<Known>(folder ?? "");
    record = await importedRecord(folder ?? "", { mapping: { files } });
  });
  afterAll(() => record.close());

  test("every row of what has a place is there", () => {
    expect(understood()).toEqual([
      "Department.csv team 16: 0 0 16 0",
      `Employee.csv person ${known.employees}: ${known.employees} 0 0 0`,
      "EmployeeDepartmentHistory.csv team-membership 296: 296 0 0 0",
      "SalesPerson.csv person 17: 0 17 0 0",
      `SalesPersonQuotaHistory.csv target ${known.quota_rows}: ${known.quota_rows} 0 0 0`,
      "Store.csv account 701: 701 0 0 0",
    ]);
  });

  test("who reports to whom follows from the places in the tree, level by level", async () => {
    const lines = await record.rows<{ person: string; manager: string }>(
      `select p.source_id as person, m.source_id as manager from people.reporting_line l
       join crm.source_link p on p.workspace_id = l.workspace_id and p.record_id = l.person_id and p.object = 'person'
       join crm.source_link m on m.workspace_id = l.workspace_id and m.record_id = l.manager_id and m.object = 'person'
       where l.workspace_id = $ws`,
    );
    expect(lines).toHaveLength(known.employees - 1);
    const managers = new Map(lines.map((line) => [line.person, line.manager]));
    const sales = Object.entries(known.sales_org);
    expect(sales.map(([id]) => managers.get(id))).toEqual(sales.map(([, one]) => one.manager_id));
    expect(lines.filter((line) => line.manager === "273").map((line) => line.person)).toEqual(
      expect.arrayContaining(known.vp_sales_direct_reports),
    );

    // Level by level: how many people have how many managers above them.
    const levelOf = (id: string): number => (managers.has(id) ? 1 + levelOf(managers.get(id) ?? "") : 0);
    const levels = Map.groupBy(cellsOf("Employee.csv"), (row) => row[4] ?? "");
    const found = Map.groupBy(cellsOf("Employee.csv"), (row) => String(levelOf(row[0] ?? "")));
    expect(count(found)).toEqual(count(levels));
  });

  test("departments hold who was in them on any day", async () => {
    const departments = new Map(cellsOf("Department.csv").map((row) => [row[0], row]));
    const history = cellsOf("EmployeeDepartmentHistory.csv");
    const on = (day: string) =>
      Map.groupBy(
        history.filter((row) => (row[4] ?? "") <= day && (row[5] === "" || (row[5] ?? "") >= day)),
        (row) => departments.get(row[2])?.slice(1, 3).join(" in ") ?? "",
      );
    for (const day of ["2010-05-30", "2010-05-31", "2014-06-30"]) {
      const there = await record.rows<{ team: string; n: number }>(
        `select t.name || ' in ' || g.name as team, count(*)::int as n from people.team_membership m
         join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id
         join people.team g on g.workspace_id = m.workspace_id and g.id = t.parent_id
         where m.workspace_id = $ws and daterange(m.starts_on, m.ends_on) @> date '${day}' group by 1`,
      );
      expect(there.map(({ team, n }) => `${team}: ${n}`).sort()).toEqual(count(on(day)));
    }
    expect(record.plan.assumptions).toContain(
      "EmployeeDepartmentHistory.csv: End Date is taken as the last day on which a row holds, as the next row begins a day later 6 times.",
    );
  });

  test("quotas hold from their day until the next one on which quotas begin", async () => {
    const found = await record.rows<{ first: string; until: string; amount: number }>(
      `select starts_on::text as first, ends_on::text as until, (sum(amount_minor) / 100)::float as amount
       from plan.target where workspace_id = $ws group by 1, 2 order by 1`,
    );
    const windows = Object.entries(known.attainment_by_window).sort();
    expect(found.map(({ first, amount }) => [first, amount])).toEqual(
      windows.map(([first, { quota }]) => [first, quota]),
    );
    expect(found.map(({ until }) => until)).toEqual([
      ...windows.slice(1).map(([first]) => first),
      "2014-06-01",
    ]);
    expect(found.reduce((sum, one) => sum + one.amount, 0)).toBe(known.quota_total);
  });

  test("customers have their owners, sellers their commissions", async () => {
    const [customers] = await record.rows(
      `select count(*)::int as n, count(a.owner_id)::int as owned, count(distinct a.owner_id)::int as owners
       from crm.account a where a.workspace_id = $ws`,
    );
    expect(customers).toEqual({ n: 701, owned: 701, owners: 13 });
    const [commissions] = await record.rows(
      `select count(*)::int as n, sum((custom ->> 'commission')::numeric)::text as total from people.person
       where workspace_id = $ws and custom ? 'commission'`,
    );
    expect(commissions).toEqual({ n: 17, total: "0.200" });
  });

  test("the same files again change nothing", async () => {
    const again = await record.again();
    expect(again.files.map((one) => [one.file, one.created, one.updated])).toEqual(
      again.files.map((one) => [one.file, 0, 0]),
    );
  });
});

/** Organizations out of small files: circles of managers, paths in a tree, teams inside teams and over time. */
import { afterEach, expect, test } from "vitest";
import { type ImportedExport, importedFiles } from "./exports.ts";

let record: ImportedExport;
afterEach(() => record.close());

const lines = async () =>
  (
    await record.rows<{ told: string }>(
      `select p.name || ' → ' || m.name || coalesce(' from ' || l.starts_on, '') || coalesce(' until ' || l.ends_on, '') as told
       from people.reporting_line l join people.person p on p.workspace_id = l.workspace_id and p.id = l.person_id
       join people.person m on m.workspace_id = l.workspace_id and m.id = l.manager_id
       where l.workspace_id = $ws order by 1`,
    )
  ).map((row) => row.told);
const memberships = async () =>
  (
    await record.rows<{ told: string }>(
      `select p.name || ' in ' || coalesce(g.name || ' / ', '') || t.name || coalesce(' from ' || m.starts_on, '') || coalesce(' until ' || m.ends_on, '') as told
       from people.team_membership m join people.person p on p.workspace_id = m.workspace_id and p.id = m.person_id
       join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id
       left join people.team g on g.workspace_id = t.workspace_id and g.id = t.parent_id
       where m.workspace_id = $ws order by 1`,
    )
  ).map((row) => row.told);
const rejects = () =>
  record.rows<{ line: number; field: string; reason: string }>(
    "select line::int as line, field, reason from crm.import_reject where workspace_id = $ws order by file, line",
  );

test("a row that closes a circle of managers is refused, and the circle is named", async () => {
  const head = "Employee ID,Name,Email,Manager ID";
  record = await importedFiles({
    "people.csv": [
      head,
      "1,Ann,ann@x.example,2",
      "2,Bo,bo@x.example,3",
      "3,Cy,cy@x.example,1",
      "4,Di,di@x.example,1",
    ].join("\n"),
  });
  expect(record.counts).toEqual(["people.csv person 4: 3 0 0 1"]);
  expect(await rejects()).toEqual([
    {
      line: 4,
      field: "manager",
      reason:
        "Cy would report to Ann, who reports to Bo, who reports to Cy: that is a circle. Name another manager in one of these rows.",
    },
  ]);
  expect(await lines()).toEqual(["Ann → Bo", "Bo → 3", "Di → Ann"]);

  const corrected = await record.againWith({ "people.csv": `${head}\n3,Cy,cy@x.example,4\n` });
  expect(corrected.files.map((one) => [one.created + one.updated, one.rejected])).toEqual([[0, 1]]);
  const fixed = await record.againWith({ "people.csv": `${head}\n3,Cy,cy@x.example,\n` });
  expect(fixed.files.map((one) => [one.created + one.updated, one.rejected])).toEqual([[1, 0]]);
  expect(await lines()).toEqual(["Ann → Bo", "Bo → Cy", "Di → Ann"]);
});

test("who has no manager and no team any more in a later export has none from that day on", async () => {
  const head = "Employee ID,Name,Manager ID,Team";
  record = await importedFiles({ "people.csv": `${head}\n1,Ann,2,East\n2,Bo,,East\n3,Cy,2,\n` });
  expect(await lines()).toEqual(["Ann → Bo", "Cy → Bo"]);
  await record.againWith({ "people.csv": `${head}\n1,Ann,,\n2,Bo,,East\n3,Cy,2,West\n` });
  expect(await lines()).toEqual(["Ann → Bo until 2026-11-01", "Cy → Bo"]);
  expect(await memberships()).toEqual(["Ann in East until 2026-11-01", "Bo in East", "Cy in West"]);
  const again = await record.again();
  expect(again.files.map((one) => one.created + one.updated)).toEqual([0]);
  expect(await lines()).toEqual(["Ann → Bo until 2026-11-01", "Cy → Bo"]);
});

test("people who have a place in a tree report to who is above it", async () => {
  record = await importedFiles({
    "staff.csv": [
      "Employee ID,Name,Title,Org Path",
      "1,Ann,CEO,/",
      "2,Bo,VP,/1/",
      "3,Cy,Manager,/1/1/",
      "4,Di,Seller,/1/1/2/",
      "5,Ed,Seller,/7/1/",
    ].join("\n"),
  });
  expect(await lines()).toEqual(["Bo → Ann", "Cy → Bo", "Di → Cy"]);
});

test("teams inside teams, over time; what overlaps is refused, and a later file moves the days", async () => {
  const head = "Id,Employee ID,Team ID,Start Date,End Date";
  record = await importedFiles({
    "people.csv": "Employee ID,Name,Email\n1,Ann,ann@x.example\n2,Bo,bo@x.example\n",
    "teams.csv": "Team ID,Name,Parent\nE,East,\nE1,Harbors,E\nW,West,\n",
    "memberships.csv": [
      head,
      "m1,1,E1,2026-01-01,2026-03-31",
      "m2,1,W,2026-04-01,",
      "m3,2,W,2026-01-01,2026-02-28",
      "m4,2,E1,2026-02-01,",
      "m5,9,E1,2026-02-01,",
      "m6,2,E1,2026-05-01,2026-04-01",
    ].join("\n"),
  });
  expect(record.counts).toEqual([
    "memberships.csv team-membership 6: 3 0 0 3",
    "people.csv person 2: 2 0 0 0",
    "teams.csv team 3: 0 0 3 0",
  ]);
  expect(await memberships()).toEqual([
    "Ann in East / Harbors from 2026-01-01 until 2026-04-01",
    "Ann in West from 2026-04-01",
    "Bo in West from 2026-01-01 until 2026-03-01",
  ]);
  expect((await rejects()).map((one) => `${one.line} ${one.field}: ${one.reason}`)).toEqual([
    "5 startsOn: The person is in another team from 2026-01-01 until before 2026-03-01: a person is in one team at a time.",
    "6 person: No file of this import has this person.",
    "7 endsOn: It ends before it begins.",
  ]);
  expect((await record.again()).files.map((one) => one.created + one.updated)).toEqual([0, 0, 0]);

  const later = await record.againWith({
    "memberships.csv": [head, "m1,1,E1,2026-01-01,2026-05-31", "m2,1,W,2026-06-01,2026-12-31"].join("\n"),
  });
  expect(later.files[0]).toMatchObject({ created: 0, updated: 2 });
  expect(later.vanished?.map(({ object, count }) => [object, count])).toEqual([["team-membership", 1]]);
  expect(await memberships()).toEqual([
    "Ann in East / Harbors from 2026-01-01 until 2026-06-01",
    "Ann in West from 2026-06-01 until 2027-01-01",
    "Bo in West from 2026-01-01 until 2026-03-01",
  ]);
});

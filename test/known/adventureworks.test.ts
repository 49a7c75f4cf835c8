/**
 * Known answers of a company of 290 whose organization is a tree of places and whose departments have a history: layers,
 * spans, who reports to whom, and who was in which department on a day.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapeOf } from "#people";
import { getOrganization } from "#people/contract";
import { pathOfHierarchyId } from "./hierarchyid.ts";
import { dataSet, type Imported, imported, knownAnswers } from "./imported.ts";

interface Known {
  employees: number;
  sales_org: Record<string, { title: string; manager_id: string }>;
  vp_sales_direct_reports: string[];
}

const folder = dataSet("adventureworks");
const names = ["Employee.csv", "Department.csv", "EmployeeDepartmentHistory.csv"];
const linesOf = (name: string) =>
  readFileSync(join(folder ?? "", name), "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split("\t"));

/** What a person says of tables that have no line of names. */
const mapping = {
  files: {
    "Employee.csv": {
      header: [
        ...["Employee ID", "National ID", "Login", "Org Node", "Level", "Title", "Birth Date"],
        ...["Marital Status", "Gender", "Hire Date", "Salaried", "Vacation Hours", "Sick Leave Hours"],
        ...["Current", "Row ID", "Modified"],
      ],
      columns: { Login: "name" },
    },
    "Department.csv": { header: ["Department ID", "Name", "Group Name", "Modified Date"] },
    "EmployeeDepartmentHistory.csv": {
      header: ["Id", "Employee ID", "Department ID", "Shift", "Start Date", "End Date", "Modified Date"],
    },
  },
};

test.each([
  ["", []],
  ["58", [1]],
  ["68", [2]],
  ["84", [4]],
  ["5AC0", [1, 1]],
  ["7AD6D0", [3, 1, 1, 2]],
])("the place %s is %j", (hex, path) => {
  expect(pathOfHierarchyId(hex)).toEqual(path);
});

describe.skipIf(folder === null)("adventureworks", () => {
  let known: Known;
  let world: Imported;
  let place: string;
  beforeAll(async () => {
    known = knownAnswers<Known>(folder ?? "");
    place = mkdtempSync(join(tmpdir(), "quarterdeck-known-"));
    for (const name of names) cpSync(join(folder ?? "", name), join(place, name));
    world = await imported(place, { mapping } as never);
  });
  afterAll(async () => {
    await world.close();
    rmSync(place, { recursive: true, force: true });
  });

  const on = async (asOf: string) =>
    (await world.connection.call(getOrganization, { query: { asOf } })).people;
  const employees = folder === null ? [] : linesOf("Employee.csv");
  const loginOf = new Map(employees.map((row) => [row[0] ?? "", row[2] ?? ""]));
  const idOf = new Map(employees.map((row) => [row[2] ?? "", row[0] ?? ""]));

  test("everybody reports to whoever stands at the place above theirs", async () => {
    const byPlace = new Map(employees.map((row) => [pathOfHierarchyId(row[3] ?? "").join("/"), row[2]]));
    const wanted = employees.map((row) => {
      const path = pathOfHierarchyId(row[3] ?? "");
      return [row[2], path.length === 0 ? null : byPlace.get(path.slice(0, -1).join("/"))];
    });
    const found = (await on("2014-06-30")).map((one) => [one.name, one.manager?.name ?? null]);
    expect(found).toHaveLength(known.employees);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    const managers = new Map(found.map(([name, manager]) => [idOf.get(name ?? ""), idOf.get(manager ?? "")]));
    for (const [id, { manager_id }] of Object.entries(known.sales_org))
      expect(managers.get(id), id).toBe(manager_id);
    expect(
      found.filter(([, manager]) => manager === loginOf.get("273")).map(([name]) => idOf.get(name ?? "")),
    ).toEqual(expect.arrayContaining(known.vp_sales_direct_reports));
  });

  test("as many people in each layer as the table says, and spans as counted apart from it", async () => {
    const people = await on("2014-06-30");
    const shape = shapeOf(people);
    const levels = Map.groupBy(employees, (row) => Number(row[4]));
    expect(shape.layers).toEqual([...levels.keys()].toSorted().map((level) => levels.get(level)?.length));
    expect(shape.layers).toEqual([1, 6, 27, 66, 190]);
    const leading = shape.people.filter(({ direct }) => direct > 0);
    expect([leading.length, shape.median, shape.largest?.direct, shape.single.length]).toEqual([
      47, 5, 22, 3,
    ]);
    expect(people.find(({ id }) => id === shape.largest?.id)?.name).toBe(loginOf.get("26"));
    expect([shape.outside, shape.orphaned, shape.circling]).toEqual([[], [], []]);
  });

  test.each(["2009-07-14", "2009-07-15", "2010-05-30", "2010-05-31", "2012-07-15", "2014-06-30"])(
    "everybody is in the department that the history has for %s",
    async (day) => {
      const departments = new Map(linesOf("Department.csv").map((row) => [row[0], row[1]]));
      const history = linesOf("EmployeeDepartmentHistory.csv").filter(
        (row) => (row[4] ?? "") <= day && (row[5] === "" || (row[5] ?? "") >= day),
      );
      const there = new Map(history.map((row) => [loginOf.get(row[1] ?? ""), departments.get(row[2])]));
      const hired = employees.filter((row) => (row[9] ?? "") <= day).map((row) => row[2]);
      const found = (await on(day)).map((one) => [one.name, one.team?.name ?? null]);
      expect(found.toSorted()).toEqual(hired.map((name) => [name, there.get(name) ?? null]).toSorted());
    },
  );
});

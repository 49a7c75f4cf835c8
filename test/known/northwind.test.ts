/** Known answers of a small company's organization: who reports to whom, its layers, and how many each manager leads. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapeOf } from "#people";
import { getOrganization } from "#people/contract";
import { dataSet, type Imported, imported, knownAnswers } from "./imported.ts";

interface Known {
  org: Record<string, { title: string; reports_to: string }>;
}

const folder = dataSet("northwind");

describe.skipIf(folder === null)("northwind", () => {
  let known: Known;
  let world: Imported;
  beforeAll(async () => {
    known = knownAnswers<Known>(folder ?? "");
    world = await imported(folder ?? "");
  });
  afterAll(() => world.close());

  const people = async () => (await world.connection.call(getOrganization, {})).people;

  test("everybody has their title and their manager", async () => {
    // The ids of the two to whom anybody reports.
    const managers: Record<string, string | null> = {
      "": null,
      "2": "Andrew Fuller",
      "5": "Steven Buchanan",
    };
    const found = (await people()).map((one) => [one.name, one.title, one.manager?.name ?? null]);
    const wanted = Object.entries(known.org).map(([name, one]) => [
      name,
      one.title,
      managers[one.reports_to] ?? null,
    ]);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test("three layers, two managers with spans of five and three, and nobody outside", async () => {
    const organization = await people();
    const shape = shapeOf(organization);
    const name = (id: string | undefined) => organization.find((one) => one.id === id)?.name;
    expect(shape.layers).toEqual([1, 5, 3]);
    expect(shape.tops.map(name)).toEqual(["Andrew Fuller"]);
    const leading = shape.people.filter(({ direct }) => direct > 0);
    expect(leading.map(({ id, direct, all }) => [name(id), direct, all])).toEqual([
      ["Andrew Fuller", 5, 8],
      ["Steven Buchanan", 3, 3],
    ]);
    expect(shape).toMatchObject({ median: 4, single: [], outside: [], orphaned: [], circling: [] });
  });
});

import { describe, expect, test } from "vitest";
import { type Branch, idsBelow, linesOf, type Placed, pruned, reportingTree, teamTree } from "./tree.ts";

const person = (name: string, manager: string | null, team: string | null = null): Placed => ({
  id: name,
  name,
  title: null,
  manager: manager === null ? null : { id: manager, name: manager },
  team: team === null ? null : { id: team, name: team },
});
const told = (branches: readonly Branch[]) =>
  linesOf(branches, () => false).map(({ branch, level }) => `${"· ".repeat(level - 1)}${branch.label}`);

describe("the reporting tree", () => {
  test("puts people under their managers, leaders first, then by name", () => {
    const people = [person("Zoe", null), person("Ben", "Zoe"), person("Ana", "Zoe"), person("Cal", "Ben")];
    const tree = reportingTree(people);
    expect(told(tree)).toEqual(["Zoe", "· Ben", "· · Cal", "· Ana"]);
    expect(tree[0]?.people).toBe(3);
  });

  test("knows everybody below a person, at every depth", () => {
    const people = [person("Zoe", null), person("Ben", "Zoe"), person("Cal", "Ben"), person("Dan", null)];
    expect(idsBelow(people, "Zoe")).toEqual(["Ben", "Cal"]);
    expect(idsBelow(people, "Nobody")).toEqual([]);
  });

  test("has whose manager was not here at the top", () => {
    expect(told(reportingTree([person("Ana", "Gone"), person("Ben", "Ana")]))).toEqual(["Ana", "· Ben"]);
  });

  test("leaves nobody out where lines lead in a circle", () => {
    const circle = [person("Ana", "Ben"), person("Ben", "Ana"), person("Cal", null)];
    expect(told(reportingTree(circle)).toSorted()).toEqual(["Ana", "Cal", "· Ben"]);
  });
});

const teams = [
  { id: "Europe", name: "Europe", kind: "region", parent: null },
  { id: "North", name: "North", kind: "team", parent: { id: "Europe" } },
  { id: "Empty", name: "Empty", kind: "team", parent: null },
  { id: "South", name: "South", kind: "team", parent: { id: "Europe" } },
] as const;

test("teams stand in their regions, who leads them first; empty ones are left out, and who is in none comes last", () => {
  const people = [
    person("Ana", "Zoe", "North"),
    person("Zoe", "Cal", "North"),
    person("Ben", null, "Europe"),
    person("Cal", null),
  ];
  expect(told(teamTree(people, teams))).toEqual([
    "Europe",
    "· North",
    "· · Zoe",
    "· · Ana",
    "· Ben",
    "In no team",
    "· Cal",
  ]);
});

test("what is looked for is found with all that lead to it", () => {
  const tree = reportingTree([person("Zoe", null), person("Ben", "Zoe"), person("Ana", "Zoe")]);
  expect(told(pruned(tree, ({ label }) => label === "Ana"))).toEqual(["Zoe", "· Ana"]);
});

test("a closed branch shows itself and nothing below", () => {
  const tree = reportingTree([person("Zoe", null), person("Ben", "Zoe")]);
  expect(linesOf(tree, ({ id }) => id === "Zoe").map(({ branch }) => branch.id)).toEqual(["Zoe"]);
});

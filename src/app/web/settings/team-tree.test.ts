import { expect, test } from "vitest";
import { branchesOf } from "./team-tree.ts";

test("each team stands below the one it belongs to, by name, and one without a known parent at the top", () => {
  const team = (id: string, parent: string | null) => ({
    id,
    name: id,
    parent: parent ? { id: parent } : null,
  });
  const teams = [
    team("ports", "east"),
    team("east", null),
    team("west", "gone"),
    team("docks", "east"),
    team("crew", "docks"),
  ];
  expect(branchesOf(teams).map(({ team: one, depth }) => [one.id, depth])).toEqual([
    ["east", 0],
    ["docks", 1],
    ["crew", 2],
    ["ports", 1],
    ["west", 0],
  ]);
});

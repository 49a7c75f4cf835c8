import { expect, test } from "vitest";
import { type Placed, reportingTree } from "../tree.ts";
import { hitsIn, layersAtFirst } from "./openness.ts";

test.each([
  ["a small company is open as a whole", [1, 4, 12], 3],
  ["a large one as far as it can be read", [1, 9, 60, 200], 2],
  ["one that is flat still shows its second layer", [1, 300], 2],
  ["one without lines has nothing to close", [], 2],
])("%s", (_, layers, open) => {
  expect(layersAtFirst(layers)).toBe(open);
});

test("a search opens all that stand above those it finds, and nothing else", () => {
  const person = (name: string, manager: string | null): Placed => ({
    id: name,
    name,
    title: null,
    manager: manager === null ? null : { id: manager, name: manager },
    team: null,
  });
  const tree = reportingTree([
    person("Vera", null),
    person("Tom", "Vera"),
    person("Mia", "Vera"),
    person("Mika", "Tom"),
    person("Leo", "Mia"),
  ]);
  const hits = hitsIn(tree, ({ label }) => label.startsWith("Mi"));
  expect(hits.ids).toEqual(["Mia", "Mika"]);
  expect([...hits.above].toSorted()).toEqual(["Tom", "Vera"]);
});

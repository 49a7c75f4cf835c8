import { describe, expect, test } from "vitest";
import { added, draftsOf, moved, statedBy, whyNotKept } from "./stage-draft.ts";

const stage = (
  name: string,
  outcome: "open" | "won" | "lost" = "open",
  probability: number | null = null,
) => ({
  ...{ id: `id of ${name}`, position: 1, name, outcome, probability },
  forecastCategory: "pipeline" as const,
});
const drafts = draftsOf({ stages: [stage("A", "open", 0.125), stage("B"), stage("C", "won", 1)] });
const names = (list: readonly { name: string }[]) => list.map((one) => one.name).join("");

describe("stages while they are edited", () => {
  test("come back as they were when nothing was typed", () => {
    expect(drafts.map(({ percent }) => percent)).toEqual(["12.5", "", "100"]);
    expect(statedBy(drafts).map(({ id, probability }) => [id, probability])).toEqual([
      ["id of A", 0.125],
      ["id of B", null],
      ["id of C", 1],
    ]);
  });

  test.each([
    [0, 1, "BAC"],
    [2, -1, "ACB"],
    [0, -1, "ABC"],
    [2, 1, "ABC"],
  ] as const)("row %d moved by %d gives %s", (index, way, expected) => {
    expect(names(moved(drafts, index, way))).toBe(expected);
  });

  test("a new one stands after the last open one, before those that close", () => {
    expect(added(drafts).map(({ name }) => name || "new")).toEqual(["A", "B", "new", "C"]);
    expect(new Set(added(added(drafts)).map(({ key }) => key)).size).toBe(5);
  });

  test("say why they cannot be kept", () => {
    const [a, b, c] = drafts;
    if (!a || !b || !c) throw new Error("There are three stages.");
    expect(whyNotKept(drafts)).toBeNull();
    expect(whyNotKept([a, { ...b, name: "  " }])).toBe("Every stage needs a name.");
    expect(whyNotKept([a, { ...b, name: " a" }])).toBe("There are two stages named “a”.");
    expect(whyNotKept([c])).toBe("A pipeline needs at least one open stage.");
    for (const percent of ["101", "-1", "half"])
      expect(whyNotKept([{ ...a, percent }])).toBe("The likelihood of “A” is a percentage from 0 to 100.");
  });
});

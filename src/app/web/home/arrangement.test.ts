import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangedPanels, movedPanel, toggledPanel } from "./arrangement.ts";

const panel = (key: string) => ({ key });
const all = ["a", "b", "c", "d"].map(panel);
const usual = all.slice(0, 3);
const keysOf = (panels: readonly { key: string }[]) => panels.map(({ key }) => key).join(" ");

test.each([
  ["nobody arranged it: as it came", null, "a b c"],
  ["another order", { shown: ["c", "a", "b"], away: [] }, "c a b"],
  ["one was put away", { shown: ["a", "c"], away: ["b"] }, "a c"],
  ["one was put there that it did not have", { shown: ["d", "a", "b", "c"], away: [] }, "d a b c"],
  ["one came since, and stands at the end", { shown: ["b", "a"], away: [] }, "b a c"],
  ["one is gone, or beyond what may be seen", { shown: ["z", "a"], away: ["b", "c"] }, "a"],
  ["all were put away", { shown: [], away: ["a", "b", "c"] }, ""],
])("a desk where %s", (_, arrangement, expected) => {
  expect(keysOf(arrangedPanels(usual, all, arrangement))).toBe(expected);
});

test.each([
  ["b", 0, "b a c"],
  ["b", 2, "a c b"],
  ["b", -1, "b a c"],
  ["b", 9, "a c b"],
  ["z", 0, "a b c"],
])("moving %s to place %i", (key, place, expected) => {
  expect(movedPanel(["a", "b", "c"], key, place).join(" ")).toBe(expected);
});

test("what is put away and brought back stands at the end", () => {
  const away = toggledPanel({ shown: ["a", "b"], away: [] }, "a");
  expect(away).toEqual({ shown: ["b"], away: ["a"] });
  expect(toggledPanel(away, "a")).toEqual({ shown: ["b", "a"], away: [] });
});

test("no panel is lost and none stands twice, however often they are moved and put away", () => {
  const step = fc.record({
    key: fc.constantFrom("a", "b", "c"),
    place: fc.integer({ min: -2, max: 5 }),
    moves: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now = { shown: ["a", "b", "c"] as readonly string[], away: [] as readonly string[] };
      for (const { key, place, moves } of steps) {
        now = moves ? { ...now, shown: movedPanel(now.shown, key, place) } : toggledPanel(now, key);
      }
      expect([...now.shown, ...now.away].toSorted()).toEqual(["a", "b", "c"]);
    }),
  );
});

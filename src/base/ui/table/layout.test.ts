import { expect, test } from "vitest";
import { layoutOf, linesMax } from "./layout.ts";

const inWords = (layout: ReturnType<typeof layoutOf>) =>
  Array.from({ length: layout.lines }, (_, index) => {
    const line = layout.lineAt(index);
    return line?.kind === "group" ? `group ${line.group}` : line?.place;
  });

test("a list without groups has a line for each record", () => {
  const layout = layoutOf(3, null);
  expect(inWords(layout)).toEqual([0, 1, 2]);
  expect([layout.indexOf(2), layout.indexOf(3), layout.lineAt(3)]).toEqual([2, null, undefined]);
});

test("a group stands above its records, and a closed one alone", () => {
  const groups = [{ count: 2 }, { count: 1 }, { count: 2 }];
  expect(inWords(layoutOf(5, groups))).toEqual(["group 0", 0, 1, "group 1", 2, "group 2", 3, 4]);
  const closed = layoutOf(5, groups, new Set([0, 2]));
  expect(inWords(closed)).toEqual(["group 0", "group 1", 2, "group 2"]);
  expect([0, 1, 2, 3].map((place) => closed.indexOf(place))).toEqual([null, null, 2, null]);
});

test("what is too much has no lines and is counted", () => {
  const layout = layoutOf(linesMax + 7, null);
  expect([layout.lines, layout.beyond, layout.indexOf(linesMax)]).toEqual([linesMax, 7, null]);
});

import { expect, test } from "vitest";
import { conditionsOf, filterText, readFilter } from "#base/kernel";
import { partAt, withAdded, withPart } from "./filter-tree.ts";

const filter = readFilter("and(a.is(1),or(b.is(2),c.is(3)))");
const [d] = conditionsOf(readFilter("d.is(4)"));
if (!d) throw new Error("The test adds a condition.");

test.each<[string, () => string]>([
  ["and(d.is(4),or(b.is(2),c.is(3)))", () => filterText(withPart(filter, [0], d))],
  ["and(a.is(1),or(b.is(2),d.is(4)))", () => filterText(withPart(filter, [1, 1], d))],
  ["and(a.is(1),or(c.is(3)))", () => filterText(withPart(filter, [1, 0], null))],
  ["and(a.is(1))", () => filterText(withPart(withPart(filter, [1, 0], null), [1, 0], null))],
  ["none", () => filterText(withPart(readFilter("a.is(1)"), [0], null))],
  ["and(a.is(1),or(b.is(2),c.is(3)),d.is(4))", () => filterText(withAdded(filter, [], d))],
  ["and(a.is(1),or(b.is(2),c.is(3),d.is(4)))", () => filterText(withAdded(filter, [1], d))],
  ["and(a.is(1),or(b.is(2),c.is(3)))", () => filterText(withAdded(filter, [0], d))],
])("%s", (text, changed) => {
  expect(changed()).toBe(text);
});

test("a part is found by its path", () => {
  expect(partAt(filter, [1, 1])).toEqual({ column: "c", test: "is", values: ["3"] });
  expect(partAt(filter, [0, 0])).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { startingAccessRoles } from "#base/platform";
import { deskOf, desks, desksFor, type Guarded, panelsFor, panelsOn, plainDesk } from "./desks.ts";

const panel = (key: string, ...rights: Guarded["rights"]): Guarded => ({ key, rights });
const target = panel("target", "analytics.read", "plan.read");
const since = panel("since", "analytics.read");
const queue = panel("queue", "records.read");
const panels = [queue, since, target];
const keysOf = (some: readonly { key: string }[]) => some.map(({ key }) => key);

describe("a role lands on its own desk", () => {
  test.each([
    ["owner", "VP of Sales Operations"],
    ["vp", "VP of Sales Operations"],
    ["director", "Director of Sales Operations"],
    ["executive", "Executive"],
    ["manager", "Sales manager"],
    ["rep", "Sales rep"],
    ["analyst", "Operations analyst"],
    ["administrator", "CRM administrator"],
    ["finance", "Finance"],
    ["auditor", "Auditor"],
    ["enablement", "Enablement"],
    ["support", "Sales support"],
    ["integration", "Overview"],
    ["a role of the company's own", "Overview"],
  ])("%s: %s", (role, expected) => {
    expect(deskOf(role).name).toBe(expected);
  });
});

test("a desk shows its panels in its order, without those beyond the rights and those that nobody contributes", () => {
  const desk = { key: "x", name: "X", panels: ["target", "territories", "queue", "since"] };
  expect(keysOf(panelsOn(desk, panels, ["analytics.read", "plan.read", "records.read"]))).toEqual([
    "target",
    "queue",
    "since",
  ]);
  expect(keysOf(panelsOn(desk, panels, ["analytics.read", "records.read"]))).toEqual(["queue", "since"]);
  expect(panelsOn(desk, panels, [])).toEqual([]);
});

test("what may be put on a desk is what the rights reach", () => {
  expect(keysOf(panelsFor(panels, ["records.read", "plan.read"]))).toEqual(["queue"]);
});

test("the owner may look at every desk", () => {
  const owner = startingAccessRoles.find(({ key }) => key === "owner");
  const seen = desksFor("owner", panels, owner?.rights ?? []);
  expect(keysOf(seen).toSorted()).toEqual(keysOf(desks).toSorted());
  expect(seen[0]?.key).toBe("vp");
});

test("somebody without the right to the plan is offered no desk that shows it, and keeps their own", () => {
  const support = startingAccessRoles.find(({ key }) => key === "support");
  const seen = keysOf(desksFor("support", panels, support?.rights ?? []));
  expect(seen[0]).toBe("support");
  expect(seen.includes("director")).toBe(true);
  for (const withTarget of ["vp", "executive", "manager", "rep", "finance"])
    expect(seen.includes(withTarget)).toBe(false);
});

test("a desk of which a right is missing is one's own all the same, without that panel", () => {
  expect(keysOf(desksFor("rep", panels, ["records.read"]))[0]).toBe("rep");
  expect(keysOf(panelsOn(deskOf("rep"), panels, ["records.read"]))).toEqual([]);
});

test("for every role, no desk that it is offered asks for more than its rights", () => {
  for (const { key, rights } of startingAccessRoles) {
    for (const desk of desksFor(key, panels, rights)) {
      const beyond = panelsOn(desk, panels, rights).filter((one) =>
        one.rights.some((right) => !rights.includes(right)),
      );
      expect(beyond).toEqual([]);
    }
  }
});

test("no desk has a panel twice", () => {
  for (const desk of [...desks, plainDesk]) expect(new Set(desk.panels).size).toBe(desk.panels.length);
});

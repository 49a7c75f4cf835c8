import { describe, expect, test } from "vitest";
import { everyRight, startingAccessRoles } from "#base/platform";
import {
  type OwnAccessRole,
  rolesTogether,
  whyBundleIsOutOfReach,
  whyRoleIsHeld,
  whyRoleStays,
} from "./access-roles.ts";
import { reachedBecause, whyNotShared, whySeen } from "./reach.ts";
import { rightWords } from "./right.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("every right has its words, and no words are left over", () => {
  expect(Object.keys(rightWords).toSorted()).toEqual([...everyRight].toSorted());
});

describe("the roles of a company", () => {
  const own = (key: string, name: string): OwnAccessRole => ({
    id: key,
    version: 3,
    key,
    name,
    summary: "",
    rights: ["records.read"],
    reach: "own",
  });

  test("an adjusted one stands in place of the one that came along, its own come last by name", () => {
    const roles = rolesTogether(startingAccessRoles, [
      own("zeal", "Zeal"),
      own("rep", "Seller"),
      own("ally", "Ally"),
    ]);
    expect(roles).toHaveLength(startingAccessRoles.length + 2);
    expect(roles.find(({ key }) => key === "rep")).toMatchObject({
      name: "Seller",
      comesAlong: true,
      own: { version: 3 },
    });
    expect(roles.slice(-2).map(({ name, comesAlong }) => [name, comesAlong])).toEqual([
      ["Ally", false],
      ["Zeal", false],
    ]);
    expect(roles.find(({ key }) => key === "vp")?.own).toBeNull();
  });

  test.each([
    ["owner", "nobody can lock everybody out"],
    ["command-line", "the owner's"],
  ])("the role %s stays as it is", (key, words) => {
    expect(whyRoleStays(key)).toContain(words);
    expect(whyRoleStays("rep")).toBeNull();
  });

  test.each<readonly [string, string, string[], string[] | null, string | null]>([
    ["what they have", "rep", ["records.read"], null, null],
    ["what they lack", "rep", ["pay.read"], null, "pay.read"],
    ["what takes away a right that they lack", "finance", ["records.read"], ["pay.read"], "pay.read"],
    ["the role that they hold", "administrator", ["records.read"], null, "yourself"],
  ])("somebody gives %s", (_, key, rights, before, reason) => {
    const giver = { role: "administrator", rights: ["records.read", "access.manage"] };
    const said = whyBundleIsOutOfReach(giver, key, { rights }, before && { rights: before });
    if (reason === null) expect(said).toBeNull();
    else expect(said).toContain(reason);
  });

  test("one of the company's own cannot go while seats have it", () => {
    expect(whyRoleIsHeld(false, 2)).toBe("2 open seats have this role. Give them another one first.");
    expect(whyRoleIsHeld(false, 1)).toContain("One open seat has");
    expect(whyRoleIsHeld(false, 0)).toBeNull();
    expect(whyRoleIsHeld(true, 2)).toBeNull();
  });
});

describe("why a record is seen", () => {
  test("in words, by each way", () => {
    expect(reachedBecause("Ines", { kind: "line", through: null })).toBe("Ines reports to them");
    expect(reachedBecause("Ines", { kind: "line", through: "Dana" })).toBe(
      "Ines reports to them through Dana",
    );
    expect(reachedBecause("Ines", { kind: "team", team: "West" })).toBe("Ines is in their team West");
    expect(reachedBecause("Ines", { kind: "shared", until: "2026-04-01", reason: "leave" })).toBe(
      "Ines's records are shared with them until 2026-04-01 (leave)",
    );
  });

  test("the first way that the reach covers is told", () => {
    const ways = [
      { personId: "a", name: "Ada", deed: "owns it" },
      { personId: "b", name: "Ben", deed: "has a share in it" },
    ];
    expect(whySeen(ways, new Map([["b", { kind: "own" }]]))).toBe("Ben has a share in it.");
    expect(whySeen(ways, new Map([["a", { kind: "line", through: null }]]))).toBe(
      "Ada owns it, and Ada reports to them.",
    );
    expect(whySeen(ways, new Map())).toBeNull();
  });
});

test.each([
  ["with oneself", "a", "2026-03-02", "themselves"],
  ["until the day on which it starts", "b", "2026-03-01", "end after"],
  ["until the day after", "b", "2026-03-02", null],
  ["until further notice", "b", null, null],
])("sharing %s", (_, personId, endsOn, reason) => {
  const said = whyNotShared({
    ownerId: "a",
    personId,
    startsOn: day("2026-03-01"),
    endsOn: endsOn === null ? null : day(endsOn),
  });
  if (reason === null) expect(said).toBeNull();
  else expect(said).toContain(reason);
});

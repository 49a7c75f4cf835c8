import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Holder,
  invitationExpiry,
  seatState,
  signInAddress,
  whyNoAddress,
  whyNoOwnerLink,
  whyNoWayIn,
  whyRoleIsOutOfReach,
  whySeatIsOutOfReach,
} from "./seat.ts";

const at = Temporal.Instant.from("2026-03-02T08:00:00Z");
const day = Temporal.PlainDate.from("2026-03-02");
const ines: Holder = {
  personId: "ines",
  personName: "Ines Okafor",
  endedAt: null,
  leftOn: null,
  removedAt: null,
};
const reads = { name: "Reader", rights: ["records.read"] };
const plans = { name: "Planner", rights: ["records.read", "plan.write"] };
const owner = { personId: null, rights: ["records.read", "plan.write", "access.manage"] };
const administrator = { personId: "ada", rights: ["records.read", "access.manage"] };

describe("who may give and take a seat", () => {
  test.each([
    ["the owner gives any role", owner, plans, null],
    ["somebody gives a role with rights that they have", administrator, reads, null],
    ["nobody gives a right that they lack", administrator, plans, '"plan.write"'],
    ["nobody gives a role that there is not", owner, undefined, "no such access role"],
  ])("%s", (_what, giver, role, reason) => {
    const said = whyRoleIsOutOfReach(giver, role);
    expect(reason === null ? said : said?.includes(reason)).toBe(reason === null ? null : true);
  });

  test.each([
    ["the owner changes any seat", owner, ines, plans, null],
    ["somebody changes a seat with rights that they have", administrator, ines, reads, null],
    ["nobody changes a seat with a right that they lack", administrator, ines, plans, '"plan.write"'],
    ["nobody changes their own", { ...administrator, personId: "ines" }, ines, reads, "your own seat"],
    ["nobody changes one that was ended", owner, { ...ines, endedAt: at }, reads, "was ended"],
  ])("%s", (_what, giver, holder, role, reason) => {
    const said = whySeatIsOutOfReach(giver, holder, role);
    expect(reason === null ? said : said?.includes(reason)).toBe(reason === null ? null : true);
  });

  test("whatever the rights, nobody ends up with more of them than their giver has", () => {
    const rights = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
    fc.assert(
      fc.property(rights, rights, (mine, given) => {
        const gives = whyRoleIsOutOfReach({ personId: "ada", rights: mine }, { name: "Any", rights: given });
        const takes = whySeatIsOutOfReach({ personId: "ada", rights: mine }, ines, {
          name: "Any",
          rights: given,
        });
        const within = new Set(given).isSubsetOf(new Set(mine));
        expect([gives === null, takes === null]).toEqual([within, within]);
      }),
    );
  });

  test("only the owner on the machine makes a link that opens every workspace", () => {
    expect(whyNoOwnerLink({ personId: null })).toBeNull();
    expect(whyNoOwnerLink({ personId: "ines" })).toContain("every workspace");
    expect(whyNoOwnerLink({ personId: null, key: { id: "k" } })).toContain("every workspace");
  });
});

test.each([
  ["works here", ines, null],
  ["leaves today, which is the last day", { ...ines, leftOn: day }, null],
  ["left yesterday", { ...ines, leftOn: day.subtract({ days: 1 }) }, "Ines Okafor left on 2026-03-01."],
  ["was removed", { ...ines, removedAt: at }, "Ines Okafor was removed from the records."],
  ["has an ended seat", { ...ines, endedAt: at }, "The seat was ended."],
])("who %s: %s", (_who, holder, reason) => {
  expect(whyNoWayIn(holder, day)).toBe(reason);
});

test.each([
  ["invited until there is a password", null, false, "invited"],
  ["active with one", null, true, "active"],
  ["ended once it was ended", at, true, "ended"],
])("a seat is %s", (_what, endedAt, hasPassword, state) => {
  expect(seatState({ endedAt, hasPassword })).toBe(state);
});

test("a link works for a week, and for half an hour where it replaces a password", () => {
  expect(invitationExpiry(at, { hasPassword: false }).toString()).toBe("2026-03-09T08:00:00Z");
  expect(invitationExpiry(at, { hasPassword: true }).toString()).toBe("2026-03-02T08:30:00Z");
});

test.each([
  [" Ines@Example.COM ", "ines@example.com", true],
  ["ines", "ines", false],
  ["ines@", "ines@", false],
  ["ines okafor@example.com", "ines okafor@example.com", false],
  ["ines@example.com@evil.example", "ines@example.com@evil.example", false],
  ["ınes@example.com", "ınes@example.com", false],
  ["ines＠example.com", "ines＠example.com", false],
])("the address %s is kept as %s, and is one: %s", (given, kept, isOne) => {
  expect(signInAddress(given)).toBe(kept);
  expect(whyNoAddress(kept) === null).toBe(isOne);
});

import { expect, test } from "vitest";
import { aContactHasEachPartOnce, oneStakeholderIsPrimary } from "./stakeholder.ts";

const one = (contactId: string, role: string | null, primary = false) => ({ contactId, role, primary });

test.each([
  ["nobody", [], null],
  ["two contacts in one part", [one("a", "Buyer"), one("b", "Buyer")], null],
  ["one contact in two parts", [one("a", "Buyer"), one("a", "User")], null],
  [
    "one contact twice in a part, in other letters",
    [one("a", "Buyer"), one("a", "buyer")],
    "A contact is there twice in the same part.",
  ],
  [
    "one contact twice without a part",
    [one("a", null), one("a", null)],
    "A contact is there twice in the same part.",
  ],
])("a contact has each part once: %s", (_, stakeholders, reason) => {
  expect(aContactHasEachPartOnce(stakeholders)).toBe(reason);
});

test.each([
  ["nobody", [one("a", null), one("b", null)], null],
  ["one of them", [one("a", null, true), one("b", null)], null],
  ["one contact in both parts", [one("a", "Buyer", true), one("a", "User", true)], null],
  [
    "two of them",
    [one("a", null, true), one("b", null, true)],
    "One contact of an opportunity is the primary one, not several.",
  ],
])("one stakeholder is primary: %s", (_, stakeholders, reason) => {
  expect(oneStakeholderIsPrimary(stakeholders)).toBe(reason);
});

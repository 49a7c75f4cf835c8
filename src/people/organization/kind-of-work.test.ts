import { expect, test } from "vitest";
import { kindOfWork, operationsToSellers } from "./kind-of-work.ts";

const one = (title: string | null, team: string | null = null) => ({
  title,
  team: team === null ? null : { name: team },
});

test.each([
  ["VP of Sales Operations", "Executive Team", "operations"],
  ["Director, Revenue Ops", null, "operations"],
  ["CRM Administrator", "Sales Operations", "operations"],
  ["Sales Support Specialist", null, "operations"],
  ["Coordinator", "RevOps", "operations"],
  ["Sales Operations Analyst", null, "analytics"],
  ["Analyst", "Sales Operations", "analytics"],
  ["Financial Analyst", "Finance", "other"],
  ["Sales Enablement Manager", "Sales Operations", "enablement"],
  ["Coordinator", "Sales Enablement", "enablement"],
  ["Account Executive", "Pacific", "selling"],
  ["Senior Account Manager", null, "selling"],
  ["Sales Representative", "North", "selling"],
  ["Sales Development Representative", "Pacific", "other"],
  ["Sales Manager, North", "North", "other"],
  ["Customer Success Manager", "North", "other"],
  [null, null, "other"],
])("%s in the team %s works in: %s", (title, team, kind) => {
  expect(kindOfWork(one(title, team))).toBe(kind);
});

test("sellers for one in operations are counted over all kinds of operations, and nobody is no figure", () => {
  const sellers = Array.from({ length: 9 }, () => one("Account Executive"));
  const operations = [one("Director of Sales Operations"), one("Sales Operations Analyst")];
  expect(operationsToSellers([...sellers, ...operations, one("Chief Executive Officer")])).toEqual({
    operations: 2,
    byKind: { operations: 1, analytics: 1, enablement: 0 },
    sellers: 9,
    sellersForOne: 4.5,
  });
  expect(operationsToSellers(sellers).sellersForOne).toBeNull();
});

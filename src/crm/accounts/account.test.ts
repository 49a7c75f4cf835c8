import { expect, test } from "vitest";
import { anAccountIsNotPartOfItself } from "./account.ts";

const acme = { id: "acme", name: "Acme" };
const bolt = { id: "bolt", name: "Bolt" };

test.each([
  ["acme", [acme], "An account cannot be its own parent."],
  ["acme", [bolt, acme], "Bolt belongs to this account already."],
  ["acme", [bolt], null],
  ["acme", [], null],
])("%s below %j: %s", (account, above, reason) => {
  expect(anAccountIsNotPartOfItself(account, above)).toBe(reason);
});

import { expect, test } from "vitest";
import { amountsAreExact } from "./exact-amounts.ts";
import { planted } from "./source.ts";

test.each([
  ["a field", `interface A { amountMinor: number }`, "says that amountMinor is a number"],
  ["a parameter", `function add(priceMinor: number) {}`, "says that priceMinor is a number"],
  ["a column", `type Row = { list_price_minor: number };`, "says that list_price_minor is a number"],
  ["a conversion", `const a = Number(row.amountMinor);`, "makes a number of amountMinor"],
  ["a conversion of a column", `const a = parseFloat(row.amount_minor);`, "makes a number of amount_minor"],
])("%s is caught", (_, text, problem) => {
  expect(amountsAreExact(planted({ "src/crm/accounts/actions.ts": text }))).toEqual([
    expect.stringContaining(problem),
  ]);
});

test("bigint amounts, and numbers where they are drawn, are right", () => {
  const sources = planted({
    "src/crm/accounts/account.ts": `interface A { amountMinor: bigint | null; minor: number } const b = Number(row.count);`,
    "src/crm/accounts/screens/Chart.tsx": `const height = Number(row.amountMinor);`,
  });
  expect(amountsAreExact(sources)).toEqual([]);
});

import { expect, test } from "vitest";
import type { OpportunityListed } from "../../opportunities/contract.ts";
import { opportunityEvents } from "./account-events.ts";

const sold = {
  id: "1",
  name: "Harbor & Sons: Radar gauge",
  status: "won",
  createdOn: "2026-01-05",
  closeOn: "2026-03-31",
  amount: { amount: "1200.00", currency: "USD" },
  owner: { id: "o", name: "Odd Lund" },
} as OpportunityListed;
const told = (one: OpportunityListed) =>
  opportunityEvents([one], "Harbor & Sons", "America/New_York").map(
    ({ trueSince, title, subject }) => `${trueSince.slice(0, 10)} ${title}: ${subject}`,
  );

test("an opportunity that was won is told when it was opened and when it was won, with its amount", () => {
  expect(told(sold)).toEqual([
    "2026-03-31 Won: Radar gauge, $1,200",
    "2026-01-05 Opportunity opened: Radar gauge",
  ]);
});

test("an open one has no end, and what has no day is not told", () => {
  expect(told({ ...sold, status: "open", createdOn: null })).toEqual([]);
});

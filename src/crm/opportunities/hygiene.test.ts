import { afterAll, beforeAll, expect, test } from "vitest";
import { aFilterAsksWhatItsColumnsKnow, fixedClock, readFilter } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { createAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import { createActivity } from "../activities/contract.ts";
import { activityRoutes } from "../activities/routes.ts";
import { getListOutline } from "../lists/contract.ts";
import { listRoutes } from "../lists/routes.ts";
import { opportunityColumns } from "./columns.ts";
import { createOpportunity, getOpportunities } from "./contract.ts";
import { anyGapFilter, gapFilter, gaps } from "./hygiene.ts";
import { opportunityRoutes } from "./routes.ts";
import { closeOpportunity, createPipeline } from "./verb-contract.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

/** What is asked about whole opportunities, and what each of them lacks. */
const whole = {
  amount: { amount: "1000", currency: "USD" },
  closeOn: "2026-04-30",
  nextStep: "Call them",
  createdOn: "2026-01-02",
};
const doneAt = "2026-03-01T10:00:00Z";

beforeAll(async () => {
  desk = await signedInClient([...accountRoutes, ...activityRoutes, ...listRoutes, ...opportunityRoutes], {
    clock,
  });
  await desk.call(createPipeline, {
    body: {
      name: "Sales",
      stages: [
        { name: "Qualify", outcome: "open", probability: 0.1, forecastCategory: "pipeline" },
        { name: "Won", outcome: "won", probability: 1, forecastCategory: "closed" },
      ],
    },
  });
  const { id: accountId } = await desk.call(createAccount, { body: { name: "Acme" } });
  const open = async (name: string, said: object, done: string | null = doneAt) => {
    const body = { name, accountId, ...whole, ...said };
    const { id, version } = await desk.call(createOpportunity, { body } as never);
    const call = { kind: "call" as const, subject: "Called", opportunityId: id };
    if (done) await desk.call(createActivity, { body: { ...call, doneAt: done } });
    return { params: { id }, ifMatch: version };
  };
  await open("Whole", {});
  await open("Late", { closeOn: "2026-03-09" });
  await open("Due today", { closeOn: "2026-03-10" });
  await open("No step", { nextStep: null });
  await open("No amount", { amount: { amount: null, currency: "USD" } });
  await open("No day", { closeOn: null });
  await open("Quiet", {}, "2026-02-07T10:00:00Z");
  await open("Not quiet yet", {}, "2026-02-08T10:00:00Z");
  await open("Never called", {}, null);
  await open("Young, never called", { createdOn: "2026-02-20" }, null);
  const won = await open("Won and late", { closeOn: "2026-03-01", nextStep: null });
  await desk.call(closeOpportunity, { ...won, body: { outcome: "won" } });
});
afterAll(() => desk.close());

const named = async (filter: string) =>
  (await desk.call(getOpportunities, { query: { filter, sort: "name" } })).items.map(({ name }) => name);

test.each([
  ["late", ["Late"]],
  ["quiet", ["Never called", "Quiet"]],
  ["next-step", ["No step"]],
  ["amount", ["No amount"]],
  ["close-date", ["No day"]],
])("the gap “%s” is that of exactly these open opportunities", async (key, expected) => {
  const gap = gaps.find((one) => one.key === key);
  expect(await named(gap ? gapFilter(gap) : "")).toEqual(expected);
});

test("those with any gap are counted once each", async () => {
  expect(await named(anyGapFilter)).toEqual([
    "Late",
    "Never called",
    "No amount",
    "No day",
    "No step",
    "Quiet",
  ]);
  const params = { noun: "opportunity" as const };
  expect((await desk.call(getListOutline, { params, query: { filter: anyGapFilter } })).count).toBe(6);
});

test("an opportunity in its list tells when the last activity about it was done", async () => {
  const { items } = await desk.call(getOpportunities, { query: { filter: "and(name.is(Quiet))" } });
  expect(items.map(({ lastActivityAt }) => lastActivityAt)).toEqual(["2026-02-07T10:00:00Z"]);
});

test("every gap can be asked of the list's columns", () => {
  for (const gap of gaps)
    expect(aFilterAsksWhatItsColumnsKnow(readFilter(gapFilter(gap)), opportunityColumns)).toBeNull();
  expect(aFilterAsksWhatItsColumnsKnow(readFilter(anyGapFilter), opportunityColumns)).toBeNull();
});

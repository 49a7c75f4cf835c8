import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { createAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import { anActivityIsAboutARecord, anActivityIsCompletedOnce } from "./activity.ts";
import * as contract from "./contract.ts";
import { activityRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let accountId = "";

beforeAll(async () => {
  desk = await signedInClient([...accountRoutes, ...activityRoutes], { clock });
  accountId = (await desk.call(createAccount, { body: { name: "Acme" } })).id;
});
afterAll(() => desk.close());

const activity = (subject: string, more: object = {}) =>
  desk.call(contract.createActivity, { body: { kind: "task", subject, accountId, ...more } });

test("an activity is about a record and is completed once", () => {
  expect(anActivityIsAboutARecord({ opportunityId: null, accountId: null, contactId: null })).toMatch(
    /is about/,
  );
  expect(anActivityIsAboutARecord({ opportunityId: null, accountId: "a", contactId: null })).toBeNull();
  expect(anActivityIsCompletedOnce({ doneAt: clock.now() })).toBe("This is done already.");
  expect(anActivityIsCompletedOnce({ doneAt: null })).toBeNull();
});

test("what is to be done comes first, the earliest on top; what was done follows, the latest on top", async () => {
  await activity("some day");
  await activity("next week", { dueAt: "2026-03-17T09:00:00+01:00" });
  await activity("tomorrow", { dueAt: "2026-03-11T09:00:00Z" });
  await activity("last year", { doneAt: "2025-03-11T09:00:00Z" });
  const called = await activity("called", { kind: "call" });
  const done = await desk.call(contract.completeActivity, { params: { id: called.id }, ifMatch: 1 });
  expect(done).toMatchObject({ version: 2, doneAt: "2026-03-10T15:00:00Z", account: { name: "Acme" } });
  await expect(
    desk.call(contract.completeActivity, { params: { id: called.id }, ifMatch: 2 }),
  ).rejects.toMatchObject({ problem: { status: 422 } });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { accountId, limit: 2, ...(cursor ? { cursor } : {}) };
    const page = await desk.call(contract.getActivities, { query });
    seen.push(...page.items.map((one) => one.subject));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["tomorrow", "next week", "some day", "called", "last year"]);
  const open = await desk.call(contract.getActivities, { query: { accountId, state: "open" } });
  expect(open.items).toHaveLength(3);
});

test("an activity is removed as of the version that was seen", async () => {
  const made = await activity("mistake");
  await expect(
    desk.call(contract.removeActivity, { params: { id: made.id }, ifMatch: 2 }),
  ).rejects.toMatchObject({ problem: { status: 412 } });
  await desk.call(contract.removeActivity, { params: { id: made.id }, ifMatch: 1 });
  const { items } = await desk.call(contract.getActivities, { query: { limit: 200 } });
  expect(items.some((one) => one.id === made.id)).toBe(false);
});

test.each([
  [{ accountId: null }, 422, "opportunityId"],
  [{ accountId: "018f3c2e-7b1a-7c3d-9e4f-0123456789ab" }, 422, "accountId"],
  [{ contactId: "018f3c2e-7b1a-7c3d-9e4f-0123456789ab" }, 422, "contactId"],
  [{ personId: "018f3c2e-7b1a-7c3d-9e4f-0123456789ab" }, 422, "personId"],
  [{ dueAt: "tomorrow" }, 400, "dueAt"],
])("%j is refused with %i for its field %s", async (more, status, field) => {
  await expect(activity("refused", more)).rejects.toMatchObject({ problem: { status, fields: [{ field }] } });
});

test("an activity is changed as of the version that was seen, and taken up again", async () => {
  const made = await activity("call them", { doneAt: "2026-03-01T09:00:00Z" });
  const params = { id: made.id };
  const body = { subject: "Call them again", doneAt: null, dueAt: "2026-03-12T09:00:00Z" };
  const changed = await desk.call(contract.changeActivity, { params, ifMatch: 1, body });
  expect(changed).toMatchObject({ version: 2, kind: "task", ...body, account: { id: accountId } });
  expect(await desk.call(contract.getActivity, { params })).toEqual(changed);
  await expect(desk.call(contract.changeActivity, { params, ifMatch: 1, body })).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 2 },
  });
  await expect(
    desk.call(contract.changeActivity, { params, ifMatch: 2, body: { accountId: null } }),
  ).rejects.toMatchObject({ problem: { status: 422, fields: [{ field: "opportunityId" }] } });
});

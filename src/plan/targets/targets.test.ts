import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import * as costs from "../budget/contract.ts";
import { costRoutes } from "../budget/routes.ts";
import * as targets from "./contract.ts";
import { targetRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const quarter = {
  startsOn: "2026-01-01",
  endsOn: "2026-04-01",
  amount: { amount: "1000000", currency: "USD" },
};
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...targetRoutes, ...costRoutes], { clock });
});
afterAll(() => desk.close());

test("a target is set for the company or a person, changed and removed", async () => {
  const ines = await desk.call(createPerson, { body: { name: "Ines" } });
  const company = await desk.call(targets.createTarget, { body: quarter });
  expect(company).toMatchObject({
    version: 1,
    person: null,
    amount: { amount: "1000000.00", currency: "USD" },
  });
  const own = await desk.call(targets.createTarget, { body: { ...quarter, personId: ines.id } });
  expect((await desk.call(targets.getTargets, { query: { personId: ines.id } })).items).toEqual([own]);
  const params = { id: own.id };
  const amount = { amount: "250000.5", currency: "EUR" };
  const changed = await desk.call(targets.changeTarget, { params, ifMatch: 1, body: { amount } });
  expect(changed).toMatchObject({ version: 2, person: { name: "Ines" }, amount: { amount: "250000.50" } });
  await expect(desk.call(targets.removeTarget, { params, ifMatch: 1 })).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 2 },
  });
  await desk.call(targets.removeTarget, { params, ifMatch: 2 });
  expect((await desk.call(targets.getTargets, {})).items).toEqual([company]);
});

test.each([
  [{ endsOn: "2026-01-01" }, 422, "endsOn"],
  [{ amount: { amount: "-1", currency: "USD" } }, 422, "amount"],
  [{ amount: { amount: null, currency: "USD" } }, 400, "amount.amount"],
  [{ personId: newId(clock) }, 422, "personId"],
])("a target with %j is refused with %i for its field %s", async (more, status, field) => {
  const body = { ...quarter, ...more } as typeof quarter;
  await expect(desk.call(targets.createTarget, { body })).rejects.toMatchObject({
    problem: { status, fields: [{ field }] },
  });
});

test("a cost is entered by category, changed and removed; money back is negative", async () => {
  const salaries = await desk.call(costs.createCost, { body: { ...quarter, category: "Salaries" } });
  const back = { ...quarter, category: "Events", amount: { amount: "-99.99", currency: "USD" } };
  const refund = await desk.call(costs.createCost, { body: back });
  expect(refund).toMatchObject({ version: 1, category: "Events", amount: { amount: "-99.99" } });
  expect((await desk.call(costs.getCosts, { query: { category: "Salaries" } })).items).toEqual([salaries]);
  const params = { id: salaries.id };
  await expect(
    desk.call(costs.changeCost, { params, ifMatch: 1, body: { startsOn: "2026-04-01" } }),
  ).rejects.toMatchObject({ problem: { status: 422, fields: [{ field: "endsOn" }] } });
  const changed = await desk.call(costs.changeCost, { params, ifMatch: 1, body: { category: "Pay" } });
  expect(changed).toMatchObject({ version: 2, category: "Pay", amount: salaries.amount });
  await desk.call(costs.removeCost, { params, ifMatch: 2 });
  expect((await desk.call(costs.getCosts, {})).items).toEqual([refund]);
});

test("another workspace's target and cost are not there", async () => {
  const other = await foundTestWorkspace(desk.database, clock, "Other company");
  const target = await desk.call(targets.createTarget, { body: quarter, workspaceId: other });
  const cost = await desk.call(costs.createCost, { body: { ...quarter, category: "x" }, workspaceId: other });
  const gone = { problem: { status: 404 } };
  await expect(
    desk.call(targets.removeTarget, { params: { id: target.id }, ifMatch: 1 }),
  ).rejects.toMatchObject(gone);
  await expect(
    desk.call(costs.changeCost, { params: { id: cost.id }, ifMatch: 1, body: {} }),
  ).rejects.toMatchObject(gone);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createField } from "../fields/contract.ts";
import { fieldRoutes } from "../fields/routes.ts";
import * as contract from "./contract.ts";
import { accountRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...accountRoutes, ...fieldRoutes], { clock });
});
afterAll(() => desk.close());

const account = (name: string, more: object = {}) =>
  desk.call(contract.createAccount, { body: { name, ...more } });
const change = (id: string, ifMatch: number, body: object) =>
  desk.call(contract.changeAccount, { params: { id }, ifMatch, body });

test("an account is added, changed, found by owner and name, and removed", async () => {
  const ines = await desk.call(createPerson, { body: { name: "Ines" } });
  const acme = await account("Acme", { annualRevenue: { amount: "90071992547409.93", currency: "EUR" } });
  expect(acme).toMatchObject({
    version: 1,
    createdOn: "2026-03-10",
    annualRevenue: { amount: "90071992547409.93", currency: "EUR" },
    owner: null,
  });
  const owned = await change(acme.id, 1, { ownerId: ines.id, city: "Kiel", annualRevenue: null });
  expect(owned).toMatchObject({
    version: 2,
    owner: { id: ines.id, name: "Ines" },
    city: "Kiel",
    annualRevenue: null,
  });
  const found = await desk.call(contract.getAccounts, { query: { ownerId: ines.id, search: "ACM" } });
  const told = {
    openPipeline: null,
    openOpportunities: 0,
    wonTotal: null,
    lastActivityAt: null,
    team: null,
    region: null,
  };
  const listed = { ...owned, ...told, trueSince: "2026-03-10T15:00:00Z" };
  expect(found).toEqual({ items: [listed], nextCursor: null });
  const removed = await desk.call(contract.removeAccount, { params: { id: acme.id }, ifMatch: 2 });
  expect(removed).toEqual({ id: acme.id, version: 3 });
  expect((await desk.call(contract.getAccounts, { query: { search: "acme" } })).items).toEqual([]);
  const kept = await desk.call(contract.getAccount, { params: { id: acme.id } });
  expect(kept.removedAt).toBe("2026-03-10T15:00:00Z");
  await expect(change(acme.id, 3, { city: "Bonn" })).rejects.toMatchObject({ problem: { status: 404 } });
});

test("a stale version is refused, and so is a change without one", async () => {
  const bolt = await account("Bolt");
  await change(bolt.id, 1, { city: "Bern" });
  await expect(change(bolt.id, 1, { city: "Basel" })).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 2 },
  });
  const bare = await desk.inject({
    method: "PATCH",
    url: `/api/accounts/${bolt.id}`,
    payload: { city: "Basel" },
  });
  expect(bare.statusCode).toBe(428);
});

test.each([
  ["1,234.50", 400],
  ["1e3", 400],
  ["$5", 400],
  ["1.005", 422],
])("an annual revenue of %s is refused with %i", async (amount, status) => {
  await expect(account("Cash", { annualRevenue: { amount, currency: "USD" } })).rejects.toMatchObject({
    problem: { status },
  });
});

test("an account is not part of itself, however far up", async () => {
  const top = await account("Top");
  const middle = await account("Middle", { parentId: top.id });
  const bottom = await account("Bottom", { parentId: middle.id });
  await expect(change(top.id, 1, { parentId: bottom.id })).rejects.toMatchObject({
    problem: {
      status: 422,
      detail: "Bottom belongs to this account already.",
      fields: [{ field: "parentId" }],
    },
  });
  await expect(change(top.id, 1, { parentId: top.id })).rejects.toMatchObject({ problem: { status: 422 } });
  const { items } = await desk.call(contract.getAccounts, { query: { parentId: middle.id } });
  expect(items.map((one) => [one.name, one.parent?.name])).toEqual([["Bottom", "Middle"]]);
});

test("another workspace's account is not there, and cannot be referred to", async () => {
  const other = await foundTestWorkspace(desk.database, clock, "Other company");
  const theirs = await desk.call(contract.createAccount, { body: { name: "Theirs" }, workspaceId: other });
  const gone = { problem: { status: 404 } };
  await expect(desk.call(contract.getAccount, { params: { id: theirs.id } })).rejects.toMatchObject(gone);
  await expect(change(theirs.id, 1, { city: "x" })).rejects.toMatchObject(gone);
  const removal = { params: { id: theirs.id }, ifMatch: 1 };
  await expect(desk.call(contract.removeAccount, removal)).rejects.toMatchObject(gone);
  await expect(account("Ours", { parentId: theirs.id })).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "parentId" }] },
  });
});

test("custom values fit their fields; a null takes one away", async () => {
  const field = { noun: "account" as const, key: "tier", label: "Tier", type: "choice" as const };
  await desk.call(createField, { body: { ...field, options: ["gold", "silver"] } });
  const dora = await account("Dora", { custom: { tier: "gold" } });
  expect(dora.custom).toEqual({ tier: "gold" });
  await expect(change(dora.id, 1, { custom: { tier: "tin", size: 3 } })).rejects.toMatchObject({
    problem: {
      status: 422,
      fields: [
        { field: "custom.tier", message: "Tier is one of: gold, silver." },
        { field: "custom.size", message: "There is no such custom field." },
      ],
    },
  });
  expect((await change(dora.id, 1, { custom: { tier: null } })).custom).toEqual({});
});

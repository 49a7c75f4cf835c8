import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { createAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import * as contract from "./contract.ts";
import { contactRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([...accountRoutes, ...contactRoutes], { clock });
});
afterAll(() => desk.close());

test("a contact is added to an account, changed, listed there and removed", async () => {
  const acme = await desk.call(createAccount, { body: { name: "Acme" } });
  const body = { name: "Paul Brandt", email: "paul@acme.example", accountId: acme.id };
  const paul = await desk.call(contract.createContact, { body });
  expect(paul).toMatchObject({ version: 1, account: { id: acme.id, name: "Acme" }, createdOn: "2026-03-10" });
  const titled = await desk.call(contract.changeContact, {
    params: { id: paul.id },
    ifMatch: 1,
    body: { title: "Buyer" },
  });
  expect(titled).toMatchObject({ version: 2, title: "Buyer", email: "paul@acme.example" });
  const { items } = await desk.call(contract.getContacts, { query: { accountId: acme.id } });
  expect(items).toEqual([
    { ...titled, trueSince: "2026-03-10T15:00:00Z", lastActivityAt: null, team: null, region: null },
  ]);
  await expect(
    desk.call(contract.removeContact, { params: { id: paul.id }, ifMatch: 1 }),
  ).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 2 },
  });
  await desk.call(contract.removeContact, { params: { id: paul.id }, ifMatch: 2 });
  expect((await desk.call(contract.getContacts, {})).items).toEqual([]);
  expect((await desk.call(contract.getContact, { params: { id: paul.id } })).removedAt).not.toBeNull();
});

test.each([
  [{ name: "No at", email: "no-at" }, 400, "email"],
  [{ name: "" }, 400, "name"],
  [{ name: "Nowhere", accountId: newId(clock) }, 422, "accountId"],
  [{ name: "Nobody's", ownerId: newId(clock) }, 422, "ownerId"],
])("%j is refused with %i for its field %s", async (body, status, field) => {
  await expect(desk.call(contract.createContact, { body })).rejects.toMatchObject({
    problem: { status, fields: [{ field }] },
  });
});

/** Finding records of any noun by name, through HTTP, on a real database. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { freshDatabase } from "../../../test/database.ts";
import { replicaOf } from "../../../test/replica/world.ts";
import { createAccount, removeAccount } from "../accounts/contract.ts";
import { accountRoutes } from "../accounts/routes.ts";
import { createContact } from "../contacts/contract.ts";
import { contactRoutes } from "../contacts/routes.ts";
import { createOpportunity } from "../opportunities/contract.ts";
import { opportunityRoutes } from "../opportunities/routes.ts";
import { closeOpportunity, createPipeline } from "../opportunities/verb-contract.ts";
import { createProduct } from "../products/contract.ts";
import { productRoutes } from "../products/routes.ts";
import { searchRecords } from "./contract.ts";
import { searchRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const directory = mkdtempSync(join(tmpdir(), "quarterdeck-search-"));
let desk: Client;
let closeAll: () => Promise<void>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const database = await freshDatabase();
  const replica = replicaOf(database, directory);
  const routes = [
    ...organizationRoutes,
    ...accountRoutes,
    ...contactRoutes,
    ...productRoutes,
    ...opportunityRoutes,
    ...searchRoutes,
  ];
  const workspaceId = await foundTestWorkspace(database, clock);
  desk = await signedInClient(routes, { clock, database, replica, workspaceId });
  closeAll = async () => {
    await desk.close();
    await replica.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
  await desk.call(createPipeline, { body: { name: "New business", stages: [{ name: "Qualify" }] } });
  const account = async (name: string, more: object = {}) => {
    const made = await desk.call(createAccount, { body: { name, ...more } });
    ids[name] = made.id;
    return made;
  };
  await account("Harbor Lights", { domain: "lights.example", industry: "Ports", country: "NO" });
  await account("Old Harbor");
  await account("Ibáñez Marine");
  const gone = await account("Harbor That Left");
  await desk.call(removeAccount, { params: { id: gone.id }, ifMatch: gone.version });
  const opportunity = async (name: string, amount: string, accountId?: string) =>
    desk.call(createOpportunity, {
      body: { name, amount: { amount, currency: "USD" }, ...(accountId ? { accountId } : {}) },
    });
  await opportunity("Harbor", "10.00");
  await opportunity("Harbor crane", "500.00", ids["Ibáñez Marine"]);
  const lost = await opportunity("Harbor cranes", "900.00");
  await desk.call(closeOpportunity, {
    params: { id: lost.id },
    body: { outcome: "lost" },
    ifMatch: lost.version,
  });
  await desk.call(createContact, {
    body: {
      name: "Ana Costa",
      email: "ana@harbor.example",
      title: "Buyer",
      accountId: ids["Old Harbor"] ?? null,
    },
  });
  await desk.call(createProduct, { body: { name: "Harbor sensor", family: "Sensors" } });
  await desk.call(createPerson, { body: { name: "Harborn Lund", title: "Seller" } });
});
afterAll(() => closeAll());

const found = async (query: string, limit = 6) => {
  const { items } = await desk.call(searchRecords, { query: { query, limit } });
  return items.map(({ noun, name, note }) => `${noun}: ${name}${note ? ` (${note})` : ""}`);
};

describe("finding records by name", () => {
  test("the noun of the best name comes first; within it the whole name, then beginnings, what is open before what is lost", async () => {
    expect(await found("harbor")).toEqual([
      "opportunity: Harbor",
      "opportunity: Harbor crane (Ibáñez Marine)",
      "opportunity: Harbor cranes",
      "account: Harbor Lights (Ports · NO)",
      "account: Old Harbor",
      "person: Harborn Lund (Seller)",
      "product: Harbor sensor (Sensors)",
      "contact: Ana Costa (Buyer · Old Harbor)",
    ]);
  });

  test("accents, case and the order of the words do not matter", async () => {
    expect(await found("IBANEZ")).toEqual([
      "account: Ibáñez Marine",
      "opportunity: Harbor crane (Ibáñez Marine)",
    ]);
    expect(await found("lights harbor")).toEqual(["account: Harbor Lights (Ports · NO)"]);
  });

  test("a contact is found by address, an account by domain", async () => {
    expect(await found("ana@harbor")).toEqual(["contact: Ana Costa (Buyer · Old Harbor)"]);
    expect(await found("lights.example")).toEqual(["account: Harbor Lights (Ports · NO)"]);
  });

  test("so many of each noun as were asked for, and nothing for signs that are in no name", async () => {
    expect((await found("harbor", 1)).filter((line) => line.startsWith("opportunity"))).toHaveLength(1);
    expect(await found("%")).toEqual([]);
    expect(await found("_")).toEqual([]);
    expect(await found("' or 1=1 --")).toEqual([]);
    expect(await found("   ")).toEqual([]);
  });

  test("an opportunity comes with its state and its exact amount", async () => {
    const { items } = await desk.call(searchRecords, { query: { query: "harbor cranes" } });
    expect(items[0]).toMatchObject({ status: "lost", amount: { amount: "900.00", currency: "USD" } });
  });

  test("a record of another workspace is not found", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other");
    const { items } = await desk.call(searchRecords, { query: { query: "harbor" }, workspaceId: other });
    expect(items).toEqual([]);
  });

  test("a new name is found at once", async () => {
    await desk.call(createAccount, { body: { name: "Zephyr Tugs" } });
    expect(await found("zeph")).toEqual(["account: Zephyr Tugs"]);
  });
});

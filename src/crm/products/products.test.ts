import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { productRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient(productRoutes, { clock });
});
afterAll(() => desk.close());

test("a product is added, priced, found by family and removed", async () => {
  const body = { name: "Harbor", family: "Platform", listPrice: { amount: "550", currency: "JPY" } };
  const harbor = await desk.call(contract.createProduct, { body });
  expect(harbor).toMatchObject({ version: 1, code: null, listPrice: { amount: "550", currency: "JPY" } });
  const priced = await desk.call(contract.changeProduct, {
    params: { id: harbor.id },
    ifMatch: 1,
    body: { listPrice: { amount: "5.5", currency: "USD" }, code: "HB" },
  });
  const told = { openPipeline: null, wonTotal: null, opportunities: 0, trueSince: "2026-03-10T15:00:00Z" };
  expect(priced).toMatchObject({ version: 2, code: "HB", listPrice: { amount: "5.50", currency: "USD" } });
  expect((await desk.call(contract.getProducts, { query: { family: "Platform" } })).items).toEqual([
    { ...priced, ...told },
  ]);
  expect((await desk.call(contract.getProducts, { query: { family: "Other" } })).items).toEqual([]);
  await desk.call(contract.removeProduct, { params: { id: harbor.id }, ifMatch: 2 });
  expect((await desk.call(contract.getProducts, {})).items).toEqual([]);
});

test("yen have no decimals", async () => {
  const body = { name: "Sake", listPrice: { amount: "1.5", currency: "JPY" } };
  await expect(desk.call(contract.createProduct, { body })).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "listPrice" }] },
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, signedInClient } from "../../../test/client.ts";
import { createProduct } from "../products/contract.ts";
import { productRoutes } from "../products/routes.ts";
import * as contract from "./contract.ts";
import { opportunityRoutes } from "./routes.ts";
import * as verbs from "./verb-contract.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const usd = (amount: string) => ({ amount, currency: "USD" });
let desk: Client;
let harbor = "";
let buoy = "";

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...productRoutes, ...opportunityRoutes], { clock });
  await desk.call(verbs.createPipeline, { body: { name: "New business", stages: [{ name: "Qualify" }] } });
  harbor = (await desk.call(createProduct, { body: { name: "Harbor" } })).id;
  buoy = (await desk.call(createProduct, { body: { name: "Buoy" } })).id;
});
afterAll(() => desk.close());

const opportunity = (name: string) => desk.call(contract.createOpportunity, { body: { name } });
const lines = (
  id: string,
  ifMatch: number,
  body: Parameters<typeof desk.call<(typeof verbs.replaceLines)["shape"]>>[1]["body"],
) => desk.call(verbs.replaceLines, { params: { id }, ifMatch, body });
const splits = (id: string, ifMatch: number, stated: { personId: string; share: number }[]) =>
  desk.call(verbs.replaceSplits, { params: { id }, ifMatch, body: { splits: stated } });

describe("lines", () => {
  test("the amount is the sum of the lines unless it is stated, and lines keep who they are", async () => {
    const made = await opportunity("Lined");
    const first = await lines(made.id, 1, {
      lines: [
        { productId: harbor, quantity: "1.5", unitPrice: usd("100.01") },
        { productId: buoy, amount: usd("49.99") },
      ],
    });
    // 1.5 × 100.01 = 150.015, half to the even cent: 150.02
    expect(first).toMatchObject({ version: 2, amount: usd("200.01") });
    expect(first.lines.map((line) => [line.product.name, line.quantity, line.amount?.amount])).toEqual([
      ["Harbor", "1.5", "150.02"],
      ["Buoy", "1", "49.99"],
    ]);
    const kept = first.lines[1]?.id ?? "";
    const second = await lines(made.id, 2, {
      lines: [{ id: kept, productId: buoy, quantity: "10", amount: usd("40") }],
      amount: usd("35.50"),
    });
    expect(second).toMatchObject({ version: 3, amount: usd("35.50") });
    expect(second.lines).toEqual([
      {
        id: kept,
        product: { id: buoy, name: "Buoy" },
        quantity: "10",
        unitPrice: null,
        amount: usd("40.00"),
      },
    ]);
  });

  test("refused: unknown products, foreign and doubled lines, other currencies, unreadable quantities", async () => {
    const [made, other] = [await opportunity("Strict"), await opportunity("Other")];
    const theirs = (await lines(other.id, 1, { lines: [{ productId: buoy }] })).lines[0]?.id ?? "";
    const eur = { amount: "1", currency: "EUR" };
    const refused = (body: Parameters<typeof lines>[2], status: number, field: string) =>
      expect(lines(made.id, 1, body)).rejects.toMatchObject({ problem: { status, fields: [{ field }] } });
    await refused({ lines: [{ productId: newId(clock) }] }, 422, "lines[0].productId");
    await refused({ lines: [{ productId: buoy }, { productId: buoy, id: theirs }] }, 422, "lines[1].id");
    await refused({ lines: [{ productId: buoy, unitPrice: eur }] }, 422, "lines[0]");
    await refused({ lines: [], amount: eur }, 422, "amount");
    await refused({ lines: [{ productId: buoy, quantity: "-1" }] }, 400, "lines[0].quantity");
    const own =
      (await lines(made.id, 1, { lines: [{ productId: buoy, amount: usd("5") }] })).lines[0]?.id ?? "";
    const twice = {
      lines: [
        { id: own, productId: buoy },
        { id: own, productId: buoy },
      ],
    };
    await expect(lines(made.id, 2, twice)).rejects.toMatchObject({ problem: { status: 422 } });
    const exchange = { params: { id: made.id }, ifMatch: 2, body: { amount: eur } };
    await expect(desk.call(contract.changeOpportunity, exchange)).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "amount.currency" }] },
    });
    await expect(lines(made.id, 1, { lines: [] })).rejects.toMatchObject({
      problem: { status: 412, currentVersion: 2 },
    });
  });
});

describe("splits", () => {
  test("shares add up to exactly 1, and each statement replaces the last", async () => {
    const made = await opportunity("Shared");
    const [ines, tom, vera] = await Promise.all(
      ["Ines", "Tom", "Vera"].map(async (name) => (await desk.call(createPerson, { body: { name } })).id),
    );
    if (!ines || !tom || !vera) throw new Error("Three people were added.");
    const thirds = await splits(made.id, 1, [
      { personId: ines, share: 0.333333 },
      { personId: tom, share: 0.333333 },
      { personId: vera, share: 0.333334 },
    ]);
    expect(thirds.version).toBe(2);
    expect(thirds.splits.map((split) => [split.person.name, split.share])).toEqual([
      ["Vera", 0.333334],
      ["Ines", 0.333333],
      ["Tom", 0.333333],
    ]);
    const halves = await splits(made.id, 2, [
      { personId: ines, share: 0.6 },
      { personId: tom, share: 0.4 },
    ]);
    expect(halves.splits.map((split) => [split.person.name, split.share])).toEqual([
      ["Ines", 0.6],
      ["Tom", 0.4],
    ]);
    for (const wrong of [
      [{ personId: ines, share: 0.9 }],
      [
        { personId: ines, share: 1 },
        { personId: tom, share: 0.000001 },
      ],
      [
        { personId: ines, share: 0.5 },
        { personId: ines, share: 0.5 },
      ],
    ]) {
      await expect(splits(made.id, 3, wrong)).rejects.toMatchObject({
        problem: { status: 422, fields: [{ field: "splits" }] },
      });
    }
    await expect(splits(made.id, 3, [{ personId: newId(clock), share: 1 }])).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "splits[0].personId" }] },
    });
    expect((await splits(made.id, 3, [])).splits).toEqual([]);
  });
});

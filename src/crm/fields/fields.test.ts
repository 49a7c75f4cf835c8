import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { fieldRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient(fieldRoutes, { clock });
});
afterAll(() => desk.close());

const tier = { noun: "account", key: "tier", label: "Tier", type: "choice", options: ["gold"] } as const;
const define = (body: object) =>
  desk.call(contract.createField, { body: { ...tier, options: ["gold"], ...body } });

test("a field is defined, relabelled, removed, and taken up again with the same type only", async () => {
  const made = await define({});
  expect(made).toMatchObject({ version: 1, key: "tier", options: ["gold"] });
  await expect(define({})).rejects.toMatchObject({ problem: { status: 409, fields: [{ field: "key" }] } });
  const params = { id: made.id };
  const changed = await desk.call(contract.changeField, {
    params,
    ifMatch: 1,
    body: { label: "Level", options: ["gold", "tin"] },
  });
  expect(changed).toMatchObject({ version: 2, label: "Level", options: ["gold", "tin"] });
  expect((await desk.call(contract.getFields, { query: { noun: "account" } })).items).toEqual([changed]);
  await desk.call(contract.removeField, { params, ifMatch: 2 });
  expect((await desk.call(contract.getFields, {})).items).toEqual([]);
  await expect(define({ type: "text", options: [] })).rejects.toMatchObject({ problem: { status: 409 } });
  expect(await define({ label: "Tier again" })).toMatchObject({
    id: made.id,
    version: 4,
    label: "Tier again",
  });
});

test.each([
  [{ key: "Tier 2" }, 400, "key"],
  [{ key: "empty", options: [] }, 422, "options"],
  [{ key: "plain", type: "text" }, 422, "options"],
])("%j is refused with %i for its field %s", async (body, status, field) => {
  await expect(define(body)).rejects.toMatchObject({ problem: { status, fields: [{ field }] } });
});

/** A leaver's history stays: figures of the past do not move when their open work is handed over. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { askMeasure } from "#analytics/contract";
import { handOver } from "#crm/contract";
import { askPipeline } from "#run/contract";
import { routes } from "../../src/app/capabilities.ts";
import { type Client, signedInClient } from "../client.ts";
import { clock } from "./frame.ts";
import { idOf } from "./names.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let desk: Client;
beforeAll(async () => {
  world = await openWorld();
  const { database, workspaceId, replica } = world;
  desk = await signedInClient(routes, { database, workspaceId, replica, clock });
});
afterAll(async () => {
  await desk.close();
  await world.close();
});

const bookings = async (by: string) => {
  const { rows } = await desk.call(askMeasure, { params: { name: "bookings" }, query: { by } });
  return rows.map(({ key, value, n }) => [key, value, n]);
};
const pipelineOn = async (asOf: string) => {
  const { rows } = await desk.call(askPipeline, { query: { asOf, by: "person" } });
  return rows.map(({ key, amount, count }) => [key, amount, count]);
};

test("bookings and the pipeline of past days stay with whoever had them, and today's goes over", async () => {
  const before = {
    person: await bookings("person"),
    manager: await bookings("manager"),
    march: await pipelineOn("2026-03-31"),
    yesterday: await pipelineOn("2026-06-14"),
  };
  const ana = idOf("person", "Ana");
  expect((await pipelineOn("2026-06-15")).map(([person]) => person)).toContain("Ana");
  const done = await desk.call(handOver, { params: { id: ana }, body: { toId: idOf("person", "Ben") } });
  expect(done.records.opportunity.toSorted()).toEqual(
    ["Ember", "Jetty", "Kiln"].map((name) => idOf("opportunity", name)).toSorted(),
  );
  expect({
    person: await bookings("person"),
    manager: await bookings("manager"),
    march: await pipelineOn("2026-03-31"),
    yesterday: await pipelineOn("2026-06-14"),
  }).toEqual(before);
  // Anvil 1,200 and Grove 600 were won by Ana. Ember 800, Jetty 250 and Kiln 600 (500 euros at 1.20) were hers yesterday.
  expect(before.person).toContainEqual(["Ana", "1800.00", 2]);
  expect(before.yesterday).toContainEqual(["Ana", "1650.00", 3]);
  expect((await pipelineOn("2026-06-15")).map(([person]) => person)).not.toContain("Ana");
});

/** What a dry run says about the figures is what the import then makes of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { askMeasure, listMeasures } from "#analytics/contract";
import { endOfRun } from "#crm";
import { getImport, tryImport } from "#crm/contract";
import { routes } from "../../src/app/capabilities.ts";
import { type Client, signedInClient } from "../client.ts";
import { planned, run } from "../importing.ts";
import { clock } from "./frame.ts";
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

/** Every measure that has a figure over all time, by its name. */
async function answers(): Promise<Record<string, string | number>> {
  const { measures } = await desk.call(listMeasures, {});
  const told: Record<string, string | number> = {};
  for (const { name } of measures) {
    const { total } = await desk.call(askMeasure, { params: { name }, query: {} });
    if (total.value !== null) told[name] = total.value;
  }
  return told;
}

const deals = [
  "Deal ID,Deal Name,Stage,Amount,Currency,Created,Close Date",
  "N1,Harbour crane,Won,1000.50,USD,2026-01-05,2026-03-02",
  "N2,Night shift,Lost,300,USD,2026-02-05,2026-04-01",
  "N3,Open sea,Discovery,70000,USD,2026-05-01,2026-09-30",
].join("\n");

test("a dry run promises for every measure the figure that the import then makes, targets and costs of others included", async () => {
  const before = await answers();
  const { id } = await planned(desk, { "deals.csv": deals });
  await desk.call(tryImport, { params: { id } });
  await endOfRun(id);
  const { preview } = await desk.call(getImport, { params: { id } });
  const figures = preview?.figures ?? [];
  const side = (which: "before" | "after") =>
    Object.fromEntries(
      figures.flatMap((one) => (one[which] === null ? [] : [[one.measure, one[which]] as const])),
    );
  expect(await answers()).toEqual(before);
  expect(side("before")).toEqual(before);
  await run(desk, id);
  const after = await answers();
  expect(side("after")).toEqual(after);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(Number(after.bookings) - Number(before.bookings)).toBe(1000.5);
  expect(changed).toContain("average-deal");
  expect(Object.keys(after)).toContain("cost-per-sale");
});

/** What rests on dates alone says so: the little world with two opportunities of a source that kept no history. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { askMeasure } from "#analytics/contract";
import { writeAs } from "#base/platform";
import { askPipeline, askWaterfall, pipelineTrend } from "#run/contract";
import { clock } from "./frame.ts";
import type { Story } from "./stories.ts";
import { tell } from "./tell.ts";
import { openWorld, type World } from "./world.ts";

const own = { pipeline: "New business", currency: "USD", account: "Acme" } as const;
const dated: readonly Story[] = [
  {
    ...own,
    name: "Yacht",
    createdOn: "2026-02-02",
    steps: [{ at: "2026-02-02", stage: "Qualify", amount: "100.00", closeOn: "2026-09-30", owner: "Ben" }],
  },
  {
    ...own,
    name: "Zinc",
    createdOn: "2026-02-03",
    steps: [{ at: "2026-02-03", stage: "Won", amount: "50.00", closeOn: "2026-02-03", owner: "Ana" }],
  },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { database, workspaceId } = world;
  const author = { workspaceId, authorId: null, author: "The teller", source: "test" };
  const work = async (trx: Parameters<typeof tell>[0]) => {
    for (const story of dated) await tell(trx, workspaceId, story);
  };
  await writeAs(database.db, author, clock, work, { basis: "inferred" });
});
afterAll(() => world.close());

test("the pipeline of a day counts what is inferred of exactly what is asked for", async () => {
  const ask = (query: Record<string, string>) => world.client.call(askPipeline, { query });
  const today = await ask({});
  expect([today.total.count, today.inferred, today.notes]).toEqual([
    5,
    { count: 1, of: 5 },
    [
      "1 of the 5 opportunities behind this is known from dates only on that day: their source kept no history of changes.",
    ],
  ]);
  expect((await ask({ asOf: "2026-01-31" })).inferred).toBeNull();
  expect((await ask({ closingTo: "2026-09-29" })).inferred).toBeNull();
  const yacht = await ask({ where: "stage=Qualify", closingFrom: "2026-09-30", closingTo: "2026-09-30" });
  expect([yacht.inferred, yacht.notes]).toEqual([
    { count: 1, of: 1 },
    [
      "The one opportunity behind this is known from dates only on that day: their source kept no history of changes.",
    ],
  ]);
});

test("so do the pipeline over time and what moved it", async () => {
  const trend = await world.client.call(pipelineTrend, { query: { from: "2026-01-01", grain: "month" } });
  expect(trend.points.map((point) => point.inferred)).toEqual([0, 1, 1, 1, 1, 1]);
  expect(trend.notes).toEqual([
    "On 5 of the 6 days shown, up to 20 % of the opportunities are known from dates only: their source kept no history of changes.",
  ]);
  const march = await world.client.call(askWaterfall, { query: { from: "2026-03-01", to: "2026-03-31" } });
  expect([march.inferred, march.residual]).toEqual([{ count: 1, of: 10 }, "0.00"]);
  expect(march.notes).toEqual([
    "1 of the 10 opportunities in it is known from dates only on one of the two days: their source kept no history, so moves in between may be missing.",
  ]);
});

test("a measure counts each opportunity once, whatever parts it plays in the figure", async () => {
  const ask = (name: string, query = {}) => world.client.call(askMeasure, { params: { name }, query });
  const rate = await ask("win-rate", { from: "2026-01-01", to: "2026-06-15" });
  expect(rate.inferred).toEqual({ count: 1, of: rate.total.n });
  expect((await ask("bookings", { from: "2026-03-01", to: "2026-06-15" })).inferred).toBeNull();
  // Flint and Zinc were won in February.
  expect((await ask("bookings", { from: "2026-02-01", to: "2026-02-28" })).inferred).toEqual({
    count: 1,
    of: 2,
  });
});

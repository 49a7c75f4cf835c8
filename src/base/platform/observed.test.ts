import { expect, test } from "vitest";
import { Observed } from "./observed.ts";

test("requests are counted, and how long the latest thousand took is told by their middle and their tail", () => {
  const observed = new Observed({ now: () => Temporal.Instant.from("2026-03-10T15:00:00Z") });
  expect(observed.seen()).toEqual({
    ...{ since: "2026-03-10T15:00:00Z", answered: 0, failed: 0, p50Ms: null, p95Ms: null, slow: [] },
  });
  for (let ms = 1; ms <= 100; ms += 1) observed.request(ms > 98 ? 503 : 200, ms);
  expect(observed.seen()).toMatchObject({ answered: 100, failed: 2, p50Ms: 50, p95Ms: 95 });
  for (let at = 0; at < 1000; at += 1) observed.request(404, 7);
  expect(observed.seen()).toMatchObject({ answered: 1100, failed: 2, p50Ms: 7, p95Ms: 7 });
});

test("the twenty slowest statements of a day are kept, the slowest first", () => {
  let now = Temporal.Instant.from("2026-03-10T15:00:00Z");
  const observed = new Observed({ now: () => now });
  observed.statement("select 1", 9000);
  now = now.add({ hours: 20 });
  for (let ms = 1001; ms <= 1030; ms += 1) observed.statement(`select ${ms}`, ms);
  expect(observed.seen().slow.length).toBe(20);
  expect(observed.seen().slow[0]).toEqual({ at: "2026-03-10T15:00:00Z", ms: 9000, sql: "select 1" });
  now = now.add({ hours: 5 });
  expect(observed.seen().slow.map((one) => one.ms)).toEqual(Array.from({ length: 19 }, (_, at) => 1030 - at));
});

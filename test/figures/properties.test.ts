/** What must hold of every figure, on sample companies of several seeds and on random days. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askMeasure, listMeasures, measureRecords } from "#analytics/contract";
import { askPipeline, askWaterfall, waterfallRecords } from "#run/contract";
import { layRounding, recordFigures } from "./record.ts";
import { dayBy, openSample } from "./sample.ts";
import type { World } from "./world.ts";

const numRuns = Number(process.env.QUARTERDECK_FIGURE_RUNS ?? 12);
const size = Number(process.env.QUARTERDECK_FIGURE_SIZE ?? 300);
const dayOf = fc.nat(836).map((n) => dayBy(n).toString());
/** Two days in order, perhaps the same. */
const twoDays = fc.tuple(dayOf, dayOf).map(([a, b]): [string, string] => (a <= b ? [a, b] : [b, a]));
const minor = (amount: string | number | null) => BigInt(String(amount ?? "0").replace(".", ""));

describe.each(["quarterdeck", "harbour"])("of the sample company %s", (seed) => {
  let world: World;
  beforeAll(async () => {
    world = await openSample(seed, size);
    await layRounding(world.database);
  });
  afterAll(() => world.close());
  const hold = (property: (days: [string, string], which: number) => Promise<void>) =>
    fc.assert(fc.asyncProperty(twoDays, fc.nat(1000), property), { numRuns });
  /** Slices of every kind that the company has something in. */
  const slices = async () => {
    const wheres: string[] = [];
    for (const by of [
      "product",
      "product-family",
      "region",
      "person",
      "currency",
      "lead-source",
      "account.segment",
    ]) {
      const { rows } = await world.client.call(askPipeline, { query: { by, asOf: "2026-05-01" } });
      wheres.push(...rows.slice(0, 3).map((row) => `${by}=${row.key}`));
    }
    return wheres;
  };

  test("a waterfall leaves nothing over, whatever the days, the closing window and the slice", async () => {
    const wheres = await slices();
    await hold(async ([from, to], which) => {
      const closingTo = dayBy(which + 300).toString();
      const closing = which % 3 === 0 || from > closingTo ? {} : { closingFrom: from, closingTo };
      const where = which % 2 === 0 ? [] : [wheres[which % wheres.length] ?? ""];
      const query = { from, to, ...closing, where };
      const { residual, steps } = await world.client.call(askWaterfall, { query });
      expect(residual, JSON.stringify(query)).toBe("0.00");
      for (const step of steps) {
        const asked = { ...query, step: step.name, limit: 1 };
        expect((await world.client.call(waterfallRecords, { query: asked })).count, step.name).toBe(
          step.count,
        );
      }
    });
  });

  test("a waterfall starts and ends with the pipelines of both days, and what it wins is what was booked between", async () => {
    await hold(async ([from, to]) => {
      const { steps } = await world.client.call(askWaterfall, { query: { from, to } });
      const step = (name: string) => {
        const found = steps.find((one) => one.name === name);
        return [found?.amount, found?.count];
      };
      expect(step("start")).toEqual(await world.pipeline({ asOf: from }));
      expect(step("end")).toEqual(await world.pipeline({ asOf: to }));
      if (from === to) return;
      const after = Temporal.PlainDate.from(from).add({ days: 1 }).toString();
      const [booked, n] = await world.total("bookings", { from: after, to, asOf: to });
      expect(step("won")).toEqual([booked ?? "0.00", n]);
    });
  });

  test("measures say what the record's own SQL says", async () => {
    await hold(async ([from, to], which) => {
      const asOf = which % 2 === 0 ? to : dayBy(which).toString();
      const period = { from, to, asOf };
      const record = await recordFigures(world, period);
      expect(await world.pipeline({ asOf })).toEqual(record.open);
      const total = async (name: string) => (await world.total(name, period)).slice(0, 2);
      expect(await total("bookings")).toEqual(record.won[1] ? record.won : [null, 0]);
      const decided = record.won[1] + record.lost;
      expect(await total("win-rate")).toEqual(decided ? [record.won[1] / decided, decided] : [null, 0]);
      expect((await world.total("sales-cycle", period))[0]).toBe(record.cycle);
      expect((await world.total("pipeline-generated", period))[1]).toBe(record.created);
    });
  });

  test("rows of sums and counts add up to the total, by every dimension", async () => {
    const { measures } = await world.client.call(listMeasures, {});
    const period = { from: "2025-11-10", to: "2026-08-20", asOf: "2026-07-04" };
    for (const name of ["bookings", "open-pipeline", "weighted-pipeline", "pipeline-generated"]) {
      for (const by of measures.find((one) => one.name === name)?.dimensions ?? []) {
        for (const query of name === "open-pipeline" ? [{ asOf: period.asOf }, period] : [period]) {
          const { rows, total } = await world.client.call(askMeasure, {
            params: { name },
            query: { ...query, by },
          });
          const sum = rows.reduce((all, row) => all + minor(row.value), 0n);
          expect(sum, `${name} by ${by}`).toBe(minor(total.value));
          const n = rows.reduce((all, row) => all + row.n, 0);
          if (by === "product" || by === "product-family") expect(n).toBeGreaterThanOrEqual(total.n);
          else expect(n, `${name} by ${by}`).toBe(total.n);
        }
      }
    }
  });

  test("behind every row there are as many records as it says", async () => {
    const names = [
      "bookings",
      "open-pipeline",
      "win-rate",
      "average-deal",
      "sales-cycle",
      "pipeline-generated",
      "push-rate",
    ];
    const bys = [
      "person",
      "region",
      "product",
      "product-family",
      "stage",
      "quarter",
      "industry",
      "field.segment",
    ];
    const { measures } = await world.client.call(listMeasures, {});
    await hold(async ([from, to], which) => {
      const name = names[which % names.length] ?? "";
      const possible = bys.filter((by) => measures.find((one) => one.name === name)?.dimensions.includes(by));
      const by = possible[which % possible.length] ?? "person";
      const query = { from, to, asOf: which % 2 === 0 ? to : "2026-11-15", by };
      const { rows, total } = await world.client.call(askMeasure, { params: { name }, query });
      const count = async (key?: string) => {
        const asked = { ...query, ...(key === undefined ? {} : { key }), limit: 1 };
        return (await world.client.call(measureRecords, { params: { name }, query: asked })).count;
      };
      expect(await count(), `${name} by ${by} ${from} ${to}`).toBe(total.n);
      for (const row of rows.slice(0, 4))
        expect(await count(row.id ?? row.key), `${name} by ${by}: ${row.key}`).toBe(row.n);
    });
  });
});

/** Known answers of the Maven Analytics CRM data set, imported with the suggested mapping and no hand-made file. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataSet, type Figures, type Imported, imported, knownAnswers } from "./imported.ts";

interface Group {
  opportunities: number;
  won: number;
  lost: number;
  win_rate_closed: number | null;
  won_value: number;
  avg_won_value: number | null;
  avg_cycle_days_won: number | null;
}
interface Known {
  stage_counts: Record<string, number>;
  won_value_total: number;
  win_rate_closed: number;
  win_rate_all_rows: number;
  avg_won_value: number;
  cycle_days_won: { n: number; mean: number; median: number; p90: number };
  cycle_days_lost: { n: number; mean: number; median: number };
  by_close_quarter: Record<string, { won: number; lost: number; won_value: number; win_rate: number }>;
  by_close_month: Record<string, { won: number; lost: number; won_value: number }>;
  by_agent: Record<string, Group>;
  by_manager: Record<string, Group>;
  by_region: Record<string, Group>;
  by_product: Record<string, Group>;
  by_sector: Record<string, Group>;
  snapshots: Record<string, { open_engaged: number; open_list_value: number }>;
  top_accounts_by_won_value: [string, number][];
}

const folder = dataSet("maven");
const money = (value: number) => value.toFixed(2);

describe.skipIf(folder === null)("maven", () => {
  let known: Known;
  let world: Imported;
  beforeAll(async () => {
    known = knownAnswers<Known>(folder ?? "");
    world = await imported(folder ?? "");
  });
  afterAll(() => world.close());

  test("every opportunity comes in, once, and the same files again change nothing", async () => {
    const file = (object: string) => world.result.files.find((one) => one.object === object);
    expect(file("opportunity")).toMatchObject({
      rows: 8800,
      created: 8800,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(file("account")).toMatchObject({ rows: 85, created: 85, rejected: 0 });
    expect(file("product")).toMatchObject({ rows: 7, created: 7, rejected: 0 });
    const again = await world.again();
    expect(again.files.find((one) => one.object === "opportunity")).toMatchObject({
      rows: 8800,
      created: 0,
      updated: 0,
      unchanged: 8800,
    });
  });

  test("a product that is spelled otherwise is proposed as the same, with its evidence", () => {
    expect(JSON.stringify(world.result.proposals)).toMatch(/GTXPro.*GTX Pro/);
  });

  test("opportunities won, lost and open are as many as the file has", async () => {
    const { rows } = await world.measure("win-rate", { by: "status", switches: "denominator=all" });
    const { Won = 0, Lost = 0, Engaging = 0, Prospecting = 0 } = known.stage_counts;
    expect([rows.won?.n, rows.lost?.n, rows.open?.n]).toEqual([Won, Lost, Engaging + Prospecting]);
  });

  test("won value, win rate, average deal and cycle", async () => {
    expect((await world.measure("bookings")).total).toMatchObject({
      value: money(known.won_value_total),
      n: known.stage_counts.Won,
    });
    expect((await world.measure("win-rate")).total.value).toBeCloseTo(known.win_rate_closed, 4);
    expect((await world.measure("win-rate", { switches: "denominator=all" })).total.value).toBeCloseTo(
      known.win_rate_all_rows,
      4,
    );
    expect((await world.measure("average-deal")).total.value).toBe(money(known.avg_won_value));
    expect((await world.measure("sales-cycle")).total).toMatchObject({
      value: known.cycle_days_won.median,
      n: known.cycle_days_won.n,
    });
    expect(
      Number((await world.measure("sales-cycle", { switches: "statistic=mean" })).total.value),
    ).toBeCloseTo(known.cycle_days_won.mean, 2);
    const lost = await world.measure("sales-cycle", { switches: "outcome=lost" });
    expect(lost.total).toMatchObject({ value: known.cycle_days_lost.median, n: known.cycle_days_lost.n });
  });

  test("every quarter and every month", async () => {
    const [bookings, rate] = [
      await world.measure("bookings", { by: "quarter" }),
      await world.measure("win-rate", { by: "quarter" }),
    ];
    for (const [key, quarter] of Object.entries(known.by_close_quarter)) {
      const name = key.replace(/^(\d{4})-Q/, "$1-Q");
      expect(bookings.rows[name], name).toMatchObject({ value: money(quarter.won_value), n: quarter.won });
      expect(rate.rows[name]?.value, name).toBeCloseTo(quarter.win_rate, 4);
      expect(rate.rows[name]?.n, name).toBe(quarter.won + quarter.lost);
    }
    const months = await world.measure("bookings", { by: "month" });
    for (const [key, month] of Object.entries(known.by_close_month)) {
      expect(months.rows[key], key).toMatchObject({ value: money(month.won_value), n: month.won });
    }
  });

  test.each([
    ["person", "by_agent"],
    ["manager", "by_manager"],
    ["region", "by_region"],
    ["product", "by_product"],
  ] as const)("every %s", async (by, group) => {
    const bookings = await world.measure("bookings", { by });
    const rate = await world.measure("win-rate", { by });
    const deal = await world.measure("average-deal", { by });
    const cycle = await world.measure("sales-cycle", { by, switches: "statistic=mean" });
    expect(Object.keys(bookings.rows).sort()).toEqual(Object.keys(known[group]).sort());
    for (const [key, one] of Object.entries(known[group])) hold(key, one, { bookings, rate, deal, cycle });
  });

  test("every industry and the largest accounts", async () => {
    const bookings = await world.measure("bookings", { by: "industry" });
    for (const [key, one] of Object.entries(known.by_sector)) {
      if (one.won > 0)
        expect(bookings.rows[key], key).toMatchObject({ value: money(one.won_value), n: one.won });
    }
    const accounts = await world.measure("bookings", { by: "account" });
    for (const [key, value] of known.top_accounts_by_won_value)
      expect(accounts.rows[key]?.value, key).toBe(money(value));
  });

  test("every snapshot, open opportunities at list price", async () => {
    for (const [day, one] of Object.entries(known.snapshots)) {
      const { total } = await world.pipeline(day);
      expect(total, day).toMatchObject({ count: one.open_engaged, amount: money(one.open_list_value) });
    }
  });
});

function hold(
  key: string,
  one: Group,
  figures: Record<"bookings" | "rate" | "deal" | "cycle", Figures>,
): void {
  expect(figures.bookings.rows[key], key).toMatchObject({ value: money(one.won_value), n: one.won });
  expect(figures.rate.rows[key]?.value, key).toBeCloseTo(one.win_rate_closed ?? Number.NaN, 4);
  expect(figures.rate.rows[key]?.n, key).toBe(one.won + one.lost);
  expect(figures.deal.rows[key]?.value, key).toBe(money(one.avg_won_value ?? Number.NaN));
  expect(Number(figures.cycle.rows[key]?.value), key).toBeCloseTo(one.avg_cycle_days_won ?? Number.NaN, 2);
}

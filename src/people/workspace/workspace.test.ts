import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { workspaceRoutes } from "./routes.ts";
import {
  aRateIsForAnotherCurrency,
  theCurrencyStaysWhileRatesRestOnIt,
  theTimeZoneExists,
} from "./workspace.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient(workspaceRoutes, { clock });
});
afterAll(() => desk.close());

test("a time zone is one that exists", () => {
  expect(theTimeZoneExists("Europe/Berlin")).toBeNull();
  expect(theTimeZoneExists("Middle/Earth")).toMatch(/no time zone "Middle\/Earth"/);
});

test("a currency stays while rates rest on it, and needs no rate of its own", () => {
  const workspace = { currency: "USD" };
  expect(theCurrencyStaysWhileRatesRestOnIt(workspace, "EUR", 2)).toMatch(
    /2 exchange rates are stated in USD/,
  );
  expect(theCurrencyStaysWhileRatesRestOnIt(workspace, "EUR", 0)).toBeNull();
  expect(theCurrencyStaysWhileRatesRestOnIt(workspace, "USD", 2)).toBeNull();
  expect(aRateIsForAnotherCurrency(workspace, "USD")).toMatch(/worth 1/);
  expect(aRateIsForAnotherCurrency(workspace, "EUR")).toBeNull();
});

test("a workspace is configured as of the version that was seen", async () => {
  const before = await desk.call(contract.getWorkspace, {});
  expect(before).toMatchObject({
    id: desk.workspaceId,
    version: 1,
    currency: "USD",
    timeZone: "America/New_York",
  });
  const body = { name: "Harbor & Sons", fiscal: { startMonth: 2, pattern: "4-4-5" as const } };
  const after = await desk.call(contract.configureWorkspace, { body, ifMatch: 1 });
  expect(after).toMatchObject({
    name: "Harbor & Sons",
    version: 2,
    fiscal: { startMonth: 2, pattern: "4-4-5", yearEndsOnWeekday: 6, yearEnds: "last" },
  });
  await expect(desk.call(contract.configureWorkspace, { body, ifMatch: 1 })).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 2 },
  });
  const { items } = await desk.call(contract.getWorkspaces, {});
  expect(items.map((one) => one.name)).toEqual(["Harbor & Sons"]);
});

test("an unknown time zone is refused by its field", async () => {
  const { version } = await desk.call(contract.getWorkspace, {});
  const body = { timeZone: "Middle/Earth" };
  await expect(desk.call(contract.configureWorkspace, { body, ifMatch: version })).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "timeZone" }] },
  });
});

test("a rate is stated from a day on, and corrected by stating it again", async () => {
  const stated = (rate: string) =>
    desk.call(contract.setExchangeRate, { body: { currency: "EUR", startsOn: "2026-01-01", rate } });
  const first = await stated("1.08");
  const second = await stated("1.0825");
  expect(second).toEqual({
    id: first.id,
    version: 2,
    currency: "EUR",
    startsOn: "2026-01-01",
    rate: "1.0825",
  });
  const { currency, items } = await desk.call(contract.getExchangeRates, {});
  expect([currency, items]).toEqual(["USD", [second]]);
  const own = { currency: "USD", startsOn: "2026-01-01", rate: "1" };
  await expect(desk.call(contract.setExchangeRate, { body: own })).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "currency" }] },
  });
  for (const rate of ["0", "-1", "1,08", "1e3"]) {
    await expect(stated(rate)).rejects.toMatchObject({
      problem: { status: 400, fields: [{ field: "rate" }] },
    });
  }
  const { version } = await desk.call(contract.getWorkspace, {});
  const exchanged = { body: { currency: "EUR" }, ifMatch: version };
  await expect(desk.call(contract.configureWorkspace, exchanged)).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "currency" }] },
  });
});

test("a rate that was stated by mistake is taken back, as of the version that was seen", async () => {
  const { items: before } = await desk.call(contract.getExchangeRates, {});
  const body = { currency: "GBP", startsOn: "2026-02-01", rate: "13.1" };
  const { id } = await desk.call(contract.setExchangeRate, { body });
  await expect(desk.call(contract.removeExchangeRate, { params: { id }, ifMatch: 2 })).rejects.toMatchObject({
    problem: { status: 412, currentVersion: 1 },
  });
  await desk.call(contract.removeExchangeRate, { params: { id }, ifMatch: 1 });
  expect((await desk.call(contract.getExchangeRates, {})).items).toEqual(before);
  const again = desk.call(contract.removeExchangeRate, { params: { id }, ifMatch: 1 });
  await expect(again).rejects.toMatchObject({ problem: { status: 404 } });
});

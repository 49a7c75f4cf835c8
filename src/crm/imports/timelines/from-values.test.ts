import { expect, test } from "vitest";
import { meaningOf, statesFromValues } from "./from-values.ts";
import type { State } from "./state.ts";

const at = (text: string) => Temporal.Instant.from(`${text}T00:00:00Z`);
const present: Omit<State, "at"> = {
  basis: "source",
  status: "open",
  removed: false,
  stage: "Offer",
  amountMinor: 200n,
  currency: "USD",
  probability: null,
  forecastCategory: "pipeline",
  closeOn: null,
  owner: "Ann",
  account: "Acme",
};
const told = (states: readonly State[]) =>
  states.map((one) => `${one.at} ${one.stage ?? "?"} ${one.amountMinor ?? "?"} ${one.owner}`);

test("values of one instant are one state, and what the history never tells is taken as it is now", () => {
  const changes = [
    { at: at("2026-01-01"), line: 2, after: { stage: "Talk" } },
    { at: at("2026-01-01"), line: 3, after: { amountMinor: 100n } },
    { at: at("2026-02-01"), line: 4, after: { stage: "Offer" } },
  ];
  const known = { createdAt: at("2026-01-01"), modifiedAt: at("2026-03-01") };
  expect(told(statesFromValues(changes, present, known, (state) => state))).toEqual([
    "2026-01-01T00:00:00Z Talk 100 Ann",
    "2026-02-01T00:00:00Z Offer 100 Ann",
    "2026-03-01T00:00:00Z Offer 200 Ann",
  ]);
});

test("before its first value a property is empty, from the creation on", () => {
  const changes = [{ at: at("2026-02-01"), line: 2, after: { stage: "Offer" } }];
  const known = { createdAt: at("2026-01-01"), modifiedAt: null };
  expect(told(statesFromValues(changes, present, known, (state) => state))).toEqual([
    "2026-01-01T00:00:00Z ? 200 Ann",
    "2026-02-01T00:00:00Z Offer 200 Ann",
    "2026-02-01T00:00:00Z Offer 200 Ann",
  ]);
});

test.each([
  ["dealstage", "stage"],
  ["property_closedate", "closeOn"],
  ["hubspot_owner_id", "owner"],
  ["hs_manual_forecast_category", "forecastCategory"],
  ["favourite_colour", null],
  ["constructor", null],
])("the property %s means %s", (property, meaning) => expect(meaningOf(property)).toBe(meaning));

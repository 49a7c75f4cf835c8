import { expect, test } from "vitest";
import {
  earlierAsKnown,
  presentAsKnown,
  restatedByDates,
  type StatePart,
  type Untold,
} from "./known-past.ts";
import type { BelievedVersion, VersionRow } from "./version.ts";

const at = (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`);
const state = (day: string, more: Partial<VersionRow> = {}): VersionRow => ({
  opportunityId: "o",
  validFrom: at(day),
  basis: "inferred",
  status: "open",
  pipelineId: "p",
  stageId: "proposal",
  stageEnteredAt: at(day),
  amountMinor: 100n,
  currency: "USD",
  probability: "0.4",
  forecastCategory: "commit",
  closeOn: null,
  ownerId: "ann",
  accountId: "acme",
  ...more,
});
const believed = (day: string, versionNo: bigint, more: Partial<VersionRow> = {}): BelievedVersion => ({
  ...state(day, more),
  versionNo,
});
const untold = (present: StatePart[], past: StatePart[] = [], more: Partial<Untold> = {}): Untold => ({
  present: new Set(present),
  past: new Set(past),
  columns: new Set(),
  stageSince: true,
  creation: false,
  ...more,
});
const imported = at("2026-06-01");

test("the present keeps what the file is silent about, and since when it stands in a stage that stays", () => {
  const last = believed("2026-02-01", 1n, { amountMinor: 70n, ownerId: "bo" });
  const told = state("2026-03-01", { amountMinor: null, ownerId: null, forecastCategory: "pipeline" });
  const known = presentAsKnown(told, last, untold(["amount", "owner", "forecastCategory"]), imported);
  expect(known).toEqual({
    ...told,
    amountMinor: 70n,
    ownerId: "bo",
    forecastCategory: "commit",
    stageEnteredAt: at("2026-02-01"),
  });
});

test("what follows from the stage does not outlive it, and a stage that was told to begin begins then", () => {
  const last = believed("2026-02-01", 1n, { stageId: "demo" });
  const told = state("2026-03-01", { forecastCategory: "pipeline", probability: "0.9" });
  const silent = untold(["forecastCategory", "probability"]);
  expect(presentAsKnown(told, last, silent, imported)).toEqual(told);
  const same = believed("2026-02-01", 1n);
  const dated = untold([], [], { stageSince: false });
  expect(presentAsKnown(told, same, dated, imported).stageEnteredAt).toEqual(at("2026-03-01"));
});

test("a row that is older than what people recorded here is true since the import, and takes nothing back", () => {
  const last = believed("2026-04-01", 1n, { basis: "recorded" });
  const known = presentAsKnown(state("2026-03-01", { amountMinor: 5n }), last, untold([]), imported);
  expect([known.validFrom, known.amountMinor]).toEqual([imported, 5n]);
});

test("an opportunity that was removed and is told again is as it is told", () => {
  const last = believed("2026-04-01", 1n, { status: "removed", stageId: "demo" });
  const known = presentAsKnown(state("2026-05-01"), last, untold(["status", "owner"]), imported);
  expect([known.status, known.stageId]).toEqual(["open", "proposal"]);
});

test("an earlier state that no history dates says of whom it was what was believed then", () => {
  const past = [believed("2026-01-01", 1n, { ownerId: "bo" }), believed("2026-03-01", 2n, { ownerId: "cy" })];
  const told = [state("2026-02-01"), state("2026-04-01"), state("2025-12-01")];
  const owners = earlierAsKnown(told, past, untold([], ["owner"])).map((one) => one.ownerId);
  expect(owners).toEqual(["bo", "cy", "ann"]);
});

test("dates add stages where none was known, and take back only what was inferred from before the creation", () => {
  const past = [
    believed("2026-01-01", 1n, { stageId: null }),
    believed("2026-01-10", 2n, { stageId: null }),
    believed("2026-03-01", 3n, { basis: "source" }),
  ];
  const told = [
    state("2026-01-10", { stageId: "demo" }),
    state("2026-02-01", { stageId: "proposal" }),
    state("2026-03-15", { stageId: "demo" }),
  ];
  const { superseded, stated } = restatedByDates(past, told, at("2026-05-01"), untold([]));
  expect([superseded, stated.map((one) => one.validFrom.toString().slice(0, 10))]).toEqual([
    [1n, 2n],
    ["2026-01-10", "2026-02-01"],
  ]);
});

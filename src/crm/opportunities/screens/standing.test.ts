import { describe, expect, test } from "vitest";
import type { IntervalOut } from "../../history/contract.ts";
import { dayMoves, daysAtStages, firstAmount } from "./standing.ts";

const stage = (name: string) => ({ id: name, name });
function state(validFrom: string, validTo: string | null, said: Partial<IntervalOut> = {}): IntervalOut {
  return {
    versionNo: validFrom,
    validFrom: `${validFrom}T00:00:00Z`,
    validTo: validTo && `${validTo}T00:00:00Z`,
    recordedAt: `${validFrom}T00:00:00Z`,
    supersededAt: null,
    basis: "recorded",
    author: "Ines Berg",
    source: "app",
    status: "open",
    pipeline: stage("New business"),
    stage: stage("Qualify"),
    stageEnteredAt: null,
    amount: { amount: "100.00", currency: "USD" },
    probability: null,
    forecastCategory: "pipeline",
    closeOn: "2026-03-31",
    owner: null,
    account: null,
    ...said,
  };
}

describe("days at stages", () => {
  test("add up over every stay, the present one until now, and leave out what was closed", () => {
    const days = daysAtStages(
      [
        state("2026-01-01", "2026-01-11"),
        state("2026-01-11", "2026-01-16", { stage: stage("Proposal") }),
        state("2026-01-16", "2026-01-18"),
        state("2026-01-18", "2026-02-18", { status: "lost" }),
        state("2026-02-18", null, { stage: stage("Proposal") }),
      ],
      Temporal.Instant.from("2026-02-21T12:00:00Z"),
    );
    expect([...days]).toEqual([
      ["Qualify", 12],
      ["Proposal", 8],
    ]);
  });
});

describe("the expected day", () => {
  test("is counted each time it moves, and compared with what was said first", () => {
    const moves = dayMoves([
      state("2026-01-01", "2026-01-10"),
      state("2026-01-10", "2026-01-20", { closeOn: "2026-06-30" }),
      state("2026-01-20", "2026-01-25", { closeOn: "2026-05-31" }),
      state("2026-01-25", "2026-01-30", { stage: stage("Proposal"), closeOn: "2026-05-31" }),
      state("2026-01-30", null, { status: "won", closeOn: "2026-01-30" }),
    ]);
    expect(moves).toEqual({ pushedOut: 1, pulledIn: 1, days: 61, first: "2026-03-31" });
  });

  test("that never moved is not told of", () => {
    expect(dayMoves([state("2026-01-01", null)])).toBeNull();
  });

  test("that turned out otherwise was never said", () => {
    const wrong = state("2026-01-05", "2026-01-06", {
      closeOn: "2026-12-31",
      supersededAt: "2026-01-06T00:00:00Z",
    });
    expect(dayMoves([state("2026-01-01", null), wrong])).toBeNull();
  });
});

test.each([
  ["another amount", { amount: "163.00", currency: "USD" }, "100.00"],
  ["the same amount", { amount: "100.00", currency: "USD" }, null],
  ["another currency", { amount: "163.00", currency: "EUR" }, null],
])("against %s, the first amount is told or not", (_, now, first) => {
  expect(firstAmount([state("2026-01-01", null)], now)).toBe(first);
});

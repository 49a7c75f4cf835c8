import { expect, test } from "vitest";
import type { ReadRow } from "../mapping/row.ts";
import { readMoment } from "../values/date-text.ts";
import { SuspicionGatherer } from "./gather-suspicions.ts";

function rowOf(line: number, created: string, closes: string): ReadRow {
  const fields = new Map();
  for (const [field, text] of [
    ["createdAt", created],
    ["closeOn", closes],
  ] as const) {
    const read = readMoment(text, null);
    if ("value" in read) fields.set(field, read.value);
  }
  return { line, key: `D${line}`, fingerprint: "", fields, stageDates: [], custom: {} };
}

function saidOf(rows: readonly (readonly [created: string, closes: string])[]): string[] {
  const gatherer = new SuspicionGatherer("deals.csv", "UTC");
  for (const [at, [created, closes]] of rows.entries()) gatherer.take(rowOf(at + 2, created, closes));
  return gatherer.finish();
}

const times = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at));

test("ordinary dates are not suspicious", () => {
  expect(
    saidOf(times(40, (at) => [`2026-01-${10 + (at % 20)} 09:${10 + at}`, `2026-03-${10 + (at % 7)}`])),
  ).toEqual([]);
});

test("a close before the creation is said with its first line", () => {
  expect(
    saidOf([
      ["2026-01-01", "2026-02-01"],
      ["2026-03-02", "2026-03-01"],
      ["2026-03-02", "2025-03-01"],
    ]),
  ).toEqual([
    "deals.csv: 2 rows close before their creation, the first in line 3. Both dates are kept as they are.",
  ]);
});

test("a close beyond ten years, a load in one minute and a constant distance are said", () => {
  expect(
    saidOf([
      ["2026-01-01", "2026-02-01"],
      ["2026-03-02", "2206-03-01"],
    ]),
  ).toEqual([
    "deals.csv: 1 row closes more than ten years after the latest creation, for example on 2206-03-01 in line 3.",
  ]);
  expect(saidOf(times(100, (at) => ["2026-01-01 09:30:15", `2026-03-${10 + (at % 20)}`]))).toEqual([
    "deals.csv: 100 records were created in the same minute (2026-01-01 09:30), so they were loaded, and the date says nothing of when a sale began.",
  ]);
  const day = (at: number) => Temporal.PlainDate.from("2026-01-01").add({ days: at });
  expect(saidOf(times(25, (at) => [day(at).toString(), day(at + 30).toString()]))).toEqual([
    "deals.csv: nearly every record closes exactly 30 days after its creation, so a rule filled in one of the dates.",
  ]);
});

import { expect, test } from "vitest";
import { type LogReading, statesFromChanges } from "./from-changes.ts";
import {
  amountWhenLost,
  amountWhenWon,
  amountWhileOpen,
  type DatedFacts,
  statesFromDates,
} from "./from-dates.ts";
import { statesFromFieldChanges } from "./from-field-changes.ts";
import { statesFromSnapshots } from "./from-snapshots.ts";
import { categoryOf, type State, settle } from "./state.ts";

const at = (text: string) => Temporal.Instant.from(text.includes("T") ? text : `${text}T00:00:00Z`);
const on = (text: string) => Temporal.PlainDate.from(text);
const imported = at("2026-01-01T12:00:00Z");

/** A line of time in words: "2025-03-01 open Engaging 100" for each state. */
function told(states: readonly State[]): string[] {
  return settle(states, imported).states.map((state) => {
    const when = state.at.toString().replace("T00:00:00Z", "").replace("T00:00:00.000001Z", "+1µs");
    const close = state.closeOn === null ? "" : ` closing ${state.closeOn}`;
    const removed = state.removed ? " removed" : "";
    return `${when} ${state.status} ${state.stage ?? "?"} ${state.amountMinor ?? "?"}${close}${removed}`;
  });
}

const facts: DatedFacts = {
  status: "open",
  removed: false,
  stage: "Engaging",
  createdAt: null,
  stagesBegun: [{ stage: "Engaging", at: at("2025-03-01") }],
  modifiedAt: null,
  closeOn: null,
  amountMinor: null,
  closedAmountMinor: null,
  listAmountMinor: 100n,
  currency: "USD",
  probability: null,
  forecastCategory: null,
  owner: "Ann",
  account: null,
};

test.each([
  ["own amount", { amountMinor: 5n, closedAmountMinor: 7n, listAmountMinor: 9n }, 5n, 7n, 7n],
  ["no own amount", { amountMinor: null, closedAmountMinor: 7n, listAmountMinor: 9n }, 9n, 7n, 7n],
  ["a closing value of zero", { amountMinor: null, closedAmountMinor: 0n, listAmountMinor: 9n }, 9n, 0n, 9n],
  ["no closing value", { amountMinor: 5n, closedAmountMinor: null, listAmountMinor: null }, 5n, 5n, 5n],
  ["nothing", { amountMinor: null, closedAmountMinor: null, listAmountMinor: null }, null, null, null],
] as const)("with %s it is worth so much open, won and lost", (_, amounts, open, won, lost) => {
  expect([amountWhileOpen(amounts), amountWhenWon(amounts), amountWhenLost(amounts)]).toEqual([
    open,
    won,
    lost,
  ]);
});

const won = {
  ...facts,
  status: "won",
  stage: "Won",
  closeOn: on("2025-04-01"),
  closedAmountMinor: 90n,
} as const;
const dateCases: [string, DatedFacts, string[]][] = [
  ["open since its stage began", facts, ["2025-03-01 open Engaging 100"]],
  ["won", won, ["2025-03-01 open Engaging 100", "2025-04-01 won Won 90 closing 2025-04-01"]],
  [
    "lost with a closing value of zero",
    { ...won, status: "lost", stage: "Lost", closedAmountMinor: 0n },
    ["2025-03-01 open Engaging 100", "2025-04-01 lost Lost 100 closing 2025-04-01"],
  ],
  [
    "without any day",
    { ...facts, stage: "Prospecting", stagesBegun: [] },
    ["2026-01-01T12:00:00Z open Prospecting 100"],
  ],
  [
    "created on a day, its present stage since an unknown one",
    { ...facts, stagesBegun: [], createdAt: at("2025-02-01"), closeOn: on("2026-06-30") },
    ["2025-02-01 open ? 100 closing 2026-06-30", "2026-01-01T12:00:00Z open Engaging 100 closing 2026-06-30"],
  ],
  [
    "closed on the day of its creation",
    { ...won, stagesBegun: [], createdAt: at("2025-04-01") },
    ["2025-04-01 open ? 100", "2025-04-01+1µs won Won 90 closing 2025-04-01"],
  ],
  [
    "closed before it began",
    { ...won, closeOn: on("2025-02-01") },
    ["2025-03-01 open Engaging 100", "2025-03-01+1µs won Won 90 closing 2025-02-01"],
  ],
  [
    "deleted in the source",
    { ...facts, removed: true, modifiedAt: at("2025-05-01") },
    ["2025-03-01 open Engaging 100", "2025-05-01 open Engaging 100 removed"],
  ],
];
test.each(dateCases)("from dates: %s", (_, given, expected) => {
  expect(told(statesFromDates(given, "UTC"))).toEqual(expected);
});

test("the closing day begins in the workspace's time zone", () => {
  const states = statesFromDates(won, "America/New_York");
  expect(states.at(-1)?.at?.toString()).toBe("2025-04-01T04:00:00Z");
});

const base: State = {
  at: at("2025-01-01"),
  basis: "source",
  status: "open",
  removed: false,
  stage: "A",
  amountMinor: 10n,
  currency: "USD",
  probability: null,
  forecastCategory: "pipeline",
  closeOn: null,
  owner: null,
  account: null,
};

test("from snapshots: each row since its time, and the record as it stands now since it was modified", () => {
  const rows = [
    { ...base, at: at("2025-02-01"), stage: "B" },
    { ...base, at: at("2025-01-01") },
  ];
  const present = { ...base, stage: "B", amountMinor: 20n, owner: "Ann" };
  expect(told(statesFromSnapshots(rows, { present, modifiedAt: at("2025-03-01") }))).toEqual([
    "2025-01-01 open A 10",
    "2025-02-01 open B 10",
    "2025-03-01 open B 20",
  ]);
});

test("from snapshots: a record that says what the last row says adds nothing, and never comes before it", () => {
  const rows = [{ ...base, at: at("2025-02-01") }];
  expect(told(statesFromSnapshots(rows, { present: base, modifiedAt: at("2025-03-01") }))).toEqual([
    "2025-02-01 open A 10",
  ]);
  const present = { ...base, amountMinor: 30n };
  expect(told(statesFromSnapshots(rows, { present, modifiedAt: at("2025-01-01") }))).toEqual(
    ["2025-02-01 open A 10", "2025-02-01+1µs open A 30"].map((one) =>
      one.replace("T00:00:00.000001Z", "T00:00:00.000001Z"),
    ),
  );
});

test("from single changes: the old values held before, back to the creation", () => {
  const changes = [
    { at: at("2025-02-01"), before: { stage: "A" } },
    { at: at("2025-03-01"), before: { stage: "B", amountMinor: 10n } },
  ];
  const present = { ...base, stage: "C", amountMinor: 30n };
  expect(told(statesFromFieldChanges(changes, present, at("2025-01-01")))).toEqual([
    "2025-01-01 open A 10",
    "2025-02-01 open B 10",
    "2025-03-01 open C 30",
  ]);
});

const reading: LogReading = {
  currency: "USD",
  label: (_, value) => `reason ${value}`,
  amount: (value) => BigInt(value) * 100n,
  day: (instant) => instant.toZonedDateTimeISO("UTC").toPlainDate(),
  readDay: on,
};
const change = (line: number, when: string, field: string, value: string) => ({
  at: at(when),
  line,
  field,
  value,
});

test("from a log of changes: created, given to an owner, moved, lost in its stage", () => {
  const life = statesFromChanges(
    [
      change(1, "2025-01-01", "add_time", "x"),
      change(2, "2025-01-02", "user_id", "7"),
      change(3, "2025-01-03", "stage_id", "1"),
      change(5, "2025-01-05", "lost_reason", "4"),
      change(4, "2025-01-04", "stage_id", "3"),
      change(6, "2025-01-06", "label", "hot"),
    ],
    reading,
  );
  expect(told(life.states)).toEqual([
    "2025-01-01 open ? ?",
    "2025-01-02 open ? ?",
    "2025-01-03 open 1 ?",
    "2025-01-04 open 3 ?",
    "2025-01-05 lost 3 ? closing 2025-01-05",
  ]);
  expect([life.lostReason, life.createdAt?.toString(), [...life.unread]]).toEqual([
    "reason 4",
    "2025-01-01T00:00:00Z",
    [["label", 1]],
  ]);
});

test("from a log of changes: the same stage again is entered again, and two entries of one instant are both kept", () => {
  const changes = [
    change(1, "2025-01-01", "stage_id", "1"),
    change(2, "2025-01-02", "stage_id", "1"),
    change(3, "2025-01-02", "stage_id", "2"),
  ];
  const { states, setApart } = settle(statesFromChanges(changes, reading).states, imported);
  expect(states.map((state) => `${state.stage} ${state.stageEnteredAt}`)).toEqual([
    "1 2025-01-01T00:00:00Z",
    "1 2025-01-02T00:00:00Z",
    "2 2025-01-02T00:00:00.000001Z",
  ]);
  expect(setApart).toBe(1);
});

test("what a source dates after the import counts as true since the import", () => {
  const { states, ahead } = settle([base, { ...base, at: at("2027-01-01"), stage: "B" }], imported);
  expect([states.at(-1)?.at.toString(), ahead]).toEqual([imported.toString(), 1]);
});

test.each([
  ["Forecast", "commit"],
  ["BestCase", "best-case"],
  ["OMIT", "omitted"],
  ["whatever", null],
])("the forecast category %s is our %s", (text, expected) => {
  expect(categoryOf(text)).toBe(expected);
});

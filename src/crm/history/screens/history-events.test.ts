import { expect, test } from "vitest";
import type { ChangeOut, IntervalOut } from "../contract.ts";
import { eventsOf } from "./history-events.ts";

const stage = (name: string) => ({ id: name, name });
function state(validFrom: string, said: Partial<IntervalOut> = {}): IntervalOut {
  return {
    versionNo: validFrom,
    validFrom,
    validTo: null,
    recordedAt: validFrom,
    supersededAt: null,
    basis: "source",
    author: "Ines Berg",
    source: "import:1",
    status: "open",
    pipeline: stage("New business"),
    stage: stage("Qualify"),
    stageEnteredAt: validFrom,
    amount: { amount: "100.00", currency: "USD" },
    probability: null,
    forecastCategory: "pipeline",
    closeOn: "2026-03-31",
    owner: null,
    account: null,
    ...said,
  };
}
const change = (said: Partial<ChangeOut>): ChangeOut => ({
  changeNo: "1",
  of: "opportunity",
  recordId: "r",
  action: "updated",
  trueSince: "2026-02-01T00:00:00Z",
  recordedAt: "2026-02-01T00:00:00Z",
  authorId: null,
  author: "Odd Lund",
  source: "app",
  changes: [],
  ...said,
});

test("states become events with what is different, the newest first", () => {
  const events = eventsOf(
    [],
    [
      state("2026-01-01T00:00:00Z"),
      state("2026-01-10T00:00:00Z", { stage: stage("Proposal") }),
      state("2026-01-20T00:00:00Z", { stage: stage("Proposal"), closeOn: "2026-06-30" }),
      state("2026-02-20T00:00:00Z", { stage: stage("Proposal"), closeOn: "2026-02-20", status: "won" }),
    ],
  );
  expect(events.map((event) => event.title)).toEqual([
    "Won",
    "Close date pushed out by 91 days",
    "Moved from Qualify to Proposal",
    "Opened",
  ]);
  expect(events[1]?.differences).toEqual([
    { label: "Close date", before: "31 Mar 2026", after: "30 Jun 2026" },
  ]);
});

test("a change that the states tell already is not told twice, any other is", () => {
  const twice = change({
    changes: [
      {
        field: "amount_minor",
        label: "Amount",
        kind: "amount",
        before: null,
        after: { text: "1", currency: "USD" },
      },
      { field: "next_step", label: "Next step", kind: "text", before: null, after: { text: "Call" } },
    ],
  });
  const [first] = eventsOf([twice], [state("2026-01-01T00:00:00Z")]);
  expect(first?.title).toBe("Next step changed");
  expect(first?.differences).toEqual([{ label: "Next step", before: null, after: "Call" }]);
});

test("a state that turned out otherwise stays in sight as what was believed", () => {
  const events = eventsOf(
    [],
    [state("2026-01-01T00:00:00Z"), state("2026-01-01T00:00:00Z", { supersededAt: "2026-02-01T00:00:00Z" })],
  );
  expect(events.map((event) => event.kind).toSorted()).toEqual(["opened", "superseded"]);
});

test("of what became true at the same moment, coming into being is the oldest", () => {
  const line = change({
    of: "opportunity line",
    action: "created",
    trueSince: "2026-01-01T00:00:00Z",
    changes: [
      { field: "quantity", label: "Quantity", kind: "number", before: null, after: { text: "18.000000" } },
    ],
  });
  const events = eventsOf([line], [state("2026-01-01T00:00:00Z")]);
  expect(events.map((event) => event.title)).toEqual(["Product added", "Opened"]);
  expect(events[0]?.differences[0]?.after).toBe("18");
});

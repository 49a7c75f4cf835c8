import { expect, test } from "vitest";
import type { HistoryEvent } from "./history-events.ts";
import { commonProvenance, provenanceOf, storyOf, titleTogether } from "./story.ts";

const event = (said: Partial<HistoryEvent>): HistoryEvent => ({
  id: "1",
  trueSince: "2026-02-01T10:00:00Z",
  recordedAt: "2026-02-01T10:00:00Z",
  title: "Product added",
  subject: "Radar gauge",
  differences: [],
  implied: [],
  author: "Odd Lund",
  source: "app",
  basis: "recorded",
  supersededAt: null,
  kind: "entered",
  activity: null,
  ...said,
});

test("parts that were added in one go are one line, others keep their own", () => {
  const lines = storyOf([
    event({ id: "1" }),
    event({ id: "2", subject: "Buoy" }),
    event({ id: "3", trueSince: "2026-01-01T10:00:00Z" }),
    event({ id: "4", title: "Amount changed", subject: null, kind: "changed" }),
  ]);
  expect(lines.map(titleTogether)).toEqual(["2 products added", "Product added", "Amount changed"]);
  expect(lines[0]?.parts.map(({ subject }) => subject)).toEqual(["Radar gauge", "Buoy"]);
});

test.each([
  ["somebody entered it here, then", {}, ""],
  ["an import told it", { source: "import:1" }, "Odd Lund, by import"],
  [
    "it was recorded later",
    { recordedAt: "2026-03-05T10:00:00Z", basis: "source" },
    "Odd Lund, from the source's own history, recorded 5 Mar 2026",
  ],
  ["it follows from dates", { basis: "inferred", author: "" }, "worked out from its dates"],
] as [string, Partial<HistoryEvent>, string][])("where %s, its provenance reads so", (_, said, text) => {
  expect(provenanceOf(event(said), "UTC")).toBe(text);
});

test("what three events have in common is said once, two events say it themselves", () => {
  const told = { source: "import:1" };
  const three = [event(told), event(told), event(told), event({})];
  expect(commonProvenance(three, "UTC")).toBe("Odd Lund, by import");
  expect(commonProvenance(three.slice(1), "UTC")).toBeNull();
});

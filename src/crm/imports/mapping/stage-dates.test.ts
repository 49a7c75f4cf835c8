import { expect, test } from "vitest";
import { isStageTiming, stageEnteredIn } from "./stage-dates.ts";

const stages = ["appointmentscheduled", "Demo booked", "Closed won"];

test.each([
  ["hs_v2_date_entered_appointmentscheduled", "appointmentscheduled"],
  ["property_hs_date_entered_12345", "12345"],
  ['Date entered "Demo Booked (Sales Pipeline)"', "Demo booked"],
  ["Date entered “Closed won”", "Closed won"],
  ["Date Entered Closed Won", "Closed won"],
  ["Close Date", null],
  ["hs_v2_date_exited_appointmentscheduled", null],
])("the column %s dates the entry of %s", (column, stage) =>
  expect(stageEnteredIn(column, stages)).toBe(stage),
);

test.each([
  ["hs_v2_date_exited_appointmentscheduled", true],
  ["hs_v2_cumulative_time_in_12345", true],
  ['Date exited "Demo booked"', true],
  ['Cumulative time in "Demo booked"', true],
  ["hs_v2_date_entered_12345", false],
  ["Time zone", false],
])("whether %s follows from the entries of stages: %s", (column, timing) =>
  expect(isStageTiming(column)).toBe(timing),
);

import { expect, test } from "vitest";
import { noticedInBoth } from "./result.ts";

const plan = { warnings: ["a.csv: 3 values occur more than once: 12"] };

test.each([
  ["nothing noticed but what the plan says", [...plan.warnings], [...plan.warnings], [...plan.warnings]],
  [
    "a count goes on after a pause",
    ["Amounts rounded: 3"],
    ["Amounts rounded: 4"],
    [...plan.warnings, "Amounts rounded: 7"],
  ],
  [
    "what only one part noticed stays",
    ["Amounts rounded: 3"],
    ["Left in place"],
    [...plan.warnings, "Amounts rounded: 3", "Left in place"],
  ],
  [
    "what has no count is said once",
    ["Left in place"],
    ["Left in place"],
    [...plan.warnings, "Left in place"],
  ],
] as const)("%s", (_, before, after, expected) => {
  expect(noticedInBoth(plan, before, after)).toEqual(expected);
});

import { expect, test } from "vitest";
import { conditionsOf, type ListColumn, readFilter } from "#base/kernel";
import { conditionWords } from "./filter-words.ts";

const columns: ListColumn[] = [
  { id: "name", label: "Name", kind: "text" },
  { id: "amount", label: "Amount", kind: "money" },
  { id: "probability", label: "Probability", kind: "rate" },
  { id: "closeOn", label: "Close date", kind: "day" },
  { id: "status", label: "Status", kind: "choice", options: [{ value: "open", label: "Open" }] },
  { id: "owner", label: "Owner", kind: "reference", leadsTo: "person" },
  { id: "leadSource", label: "Lead source", kind: "word" },
  { id: "trial", label: "Trial", kind: "flag" },
];
const id = "018f3c2e-7b1a-7c3d-9e4f-0123456789ab";
const known = { currency: "USD", nameOf: (value: string) => (value === id ? "Ines Berg" : undefined) };

test.each([
  ["name.contains(pilot)", "Name contains “pilot”"],
  ["name.empty()", "Name is empty"],
  ["amount.at-least(50000)", "Amount ≥ $50,000"],
  ["amount.between(1.5,2)", "Amount is between $1.50 and $2"],
  ["probability.more(0.25)", "Probability > 25%"],
  ["closeOn.in(this-quarter)", "Close date is in this quarter"],
  ["closeOn.in(FY2027-Q1,last-30d)", "Close date is in Q1 FY2027 or the last 30 days"],
  ["closeOn.in(next-1w)", "Close date is in the next week"],
  ["closeOn.before(today-30d)", "Close date is before 30 days ago"],
  ["closeOn.since(today)", "Close date is on or after today"],
  ["closeOn.is(2026-03-31)", "Close date is 31 Mar 2026"],
  ["status.one-of(open)", "Status is Open"],
  [`owner.one-of(me,${id})`, "Owner is me or Ines Berg"],
  ["owner.contains(berg)", "Owner contains “berg”"],
  ["leadSource.none-of(Fair,Web,Call,Mail)", "Lead source is not Fair, Web and 2 more"],
  ["trial.is(false)", "Trial is no"],
])("%s is told as %s", (text, told) => {
  const [condition] = conditionsOf(readFilter(text));
  const column = columns.find((one) => one.id === condition?.column);
  if (!condition || !column) throw new Error("The test asks of a column that there is.");
  const { name, test: asked, values } = conditionWords(condition, column, known);
  expect(`${name} ${asked} ${values}`.trim()).toBe(told);
});

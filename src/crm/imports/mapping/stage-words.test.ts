import { expect, test } from "vitest";
import { inOrder, outcomeOf, stageBegunIn, usualRank } from "./stage-words.ts";

test.each([
  ["Won", "won"],
  ["Closed Won", "won"],
  ["closedwon", "won"],
  ["Closed Lost to Competition", "lost"],
  ["Lost", "lost"],
  ["Gewonnen", "won"],
  ["5 - Gagné", "won"],
  ["Cerrada ganada", "won"],
  ["Perdue", "lost"],
  ["Gagnant", "open"],
  ["Engaging", "open"],
  ["Wonderful idea", "open"],
  ["Glossary", "open"],
])("a stage “%s” is %s", (name, expected) => {
  expect(outcomeOf(name)).toBe(expected);
});

const stage = (name: string, probability: number | null = null, seen = 0) => ({
  name,
  probability,
  seen,
  outcome: outcomeOf(name),
});
const names = (stages: { name: string }[]) => stages.map((one) => one.name);

test("open stages stand in the usual order of their words, then won, then lost", () => {
  const stages = ["Won", "Engaging", "Lost", "Prospecting", "Something own"].map((name) => stage(name));
  expect(names(inOrder(stages))).toEqual(["Prospecting", "Engaging", "Something own", "Won", "Lost"]);
});

test("probabilities decide before words, and words between equal ones", () => {
  const stages = [stage("Qualification", 0.1), stage("Negotiation/Review", 0.9), stage("Prospecting", 0.1)];
  expect(names(inOrder(stages))).toEqual(["Prospecting", "Qualification", "Negotiation/Review"]);
});

test("a position that the source states decides before all", () => {
  const stages = [
    { ...stage("Prospecting"), position: 2 },
    { ...stage("Closing"), position: 1 },
  ];
  expect(names(inOrder(stages))).toEqual(["Closing", "Prospecting"]);
});

test("numbers that all names begin with decide before probabilities and words", () => {
  const stages = ["3 - Proposal", "10: Contract", "02. Negotiation", "9 Won", "Lost"].map((name) =>
    stage(name, 0.5),
  );
  expect(names(inOrder(stages))).toEqual([
    "02. Negotiation",
    "3 - Proposal",
    "10: Contract",
    "9 Won",
    "Lost",
  ]);
});

test("Prospecting usually stands before Engaging", () => {
  expect(usualRank("Prospecting")).toBeLessThan(usualRank("Engaging") ?? 0);
  expect(usualRank("Xyzzy")).toBe(null);
});

test.each([
  ["engage_date", "Engaging"],
  ["date_entered_proposal", "Proposal"],
  ["hs_v2_date_entered_proposal", "Proposal"],
  ["hs_date_exited_proposal", null],
  ["close_date", null],
  ["engage", null],
  ["birth_date", null],
])("the column %s tells when %s began", (column, expected) => {
  expect(stageBegunIn(column, ["Engaging", "Proposal", "Won"])).toBe(expected);
});

import { describe, expect, test } from "vitest";
import { Refusal } from "#base/kernel";
import { readAnswers } from "./input.ts";
import { saidInWords } from "./question.ts";
import { questionNamed } from "./questions.ts";

const problemsOf = (said: Record<string, unknown>) => {
  try {
    readAnswers(said);
  } catch (problem) {
    if (problem instanceof Refusal) return problem.fields.map(({ field, message }) => `${field} ${message}`);
    throw problem;
  }
  return [];
};

describe("answers", () => {
  test.each([
    [{ selers: 12 }, "selers is no question. Did you mean sellers?"],
    [{ "favourite-colour": "blue" }, "favourite-colour is no question."],
    [{ sellers: "many" }, "sellers is a number (people), not “many”."],
    [{ sellers: 12.5 }, "sellers is a whole number (people), not 12.5."],
    [{ sellers: -1 }, "sellers lies between 0 and 5000 (people), and -1 does not."],
    [{ growth: 25 }, "growth lies between -0.5 and 3 (rate, 0.25 is 25 %), and 25 does not."],
    [{ challenge: "all" }, "challenge is one of particular, several, overhaul, not “all”."],
    [{ challenge: 1 }, "challenge is one of particular, several, overhaul, not 1."],
    [{ revenue: [15] }, "revenue is a number (million US dollars), not [15]."],
  ])("%j is refused: %s", (said, expected) => {
    expect(problemsOf(said)).toEqual([expected]);
  });

  test("comparisons are made for all pairs or none, and weights are not all nothing", () => {
    const pair = { "pair.size.complexity": 3 };
    expect(problemsOf(pair)).toHaveLength(5);
    expect(problemsOf(pair)[0]).toBe("pair.size.challenges is missing: answer all pairs or none.");
    const criteria =
      "growth team entanglement footprint scope planning boardroom daily urgency budget succession";
    const nothing = Object.fromEntries(criteria.split(" ").map((one) => [`weight.${one}`, 0]));
    expect(problemsOf(nothing)).toEqual(["weight.growth is 0 like all others: one needs points."]);
  });

  test("null is not answered, and everything wrong is named at once", () => {
    expect(readAnswers({ sellers: null, growth: 0.3 })).toEqual({ growth: 0.3 });
    expect(problemsOf({ sellers: 0.5, growth: "x" })).toHaveLength(2);
  });
});

test.each([
  ["sellers", 1, "1 person"],
  ["countries", 1, "1 country"],
  ["sellers", 1200, "1,200 people"],
  ["growth", 0.255, "25.5 %"],
  ["budget", 250_000, "$250,000"],
  ["revenue", 12.5, "12.5 million US dollars"],
  ["acquisitions", "possible", "It is looked at"],
  ["pair.size.complexity", null, "left out"],
])("%s with %j reads %s", (key, said, expected) => {
  const question = questionNamed(key);
  expect(question && saidInWords(question, said)).toBe(expected);
});

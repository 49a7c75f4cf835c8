import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise } from "./advice.ts";
import { type Answers, inputsOf } from "./input.ts";
import { criteria, options } from "./option.ts";
import type { Question, Said } from "./question.ts";
import { questionNamed, questions } from "./questions.ts";
import { worthsIn } from "./rating.ts";
import { bestOf } from "./simulation.ts";

const quick = { draws: 400 };
const large: Answers = {
  ...{ revenue: 200, sellers: 180, layers: 4, "operations-people": 9, growth: 0.4, pipelines: 4 },
  ...{ channels: 3, countries: 12, acquisitions: "under-way", budget: 600_000, challenge: "overhaul" },
  ...{ executives: "weekly", cycle: 200, systems: 20 },
};
const middling: Answers = {
  ...{ revenue: 30, sellers: 35, "operations-people": 3, growth: 0.35, pipelines: 2, budget: 260_000 },
  challenge: "several",
};

describe("recommendations", () => {
  test.each([
    ["a large company that is rebuilt and can pay for it", large, "vp"],
    [
      "the same with twice the budget, poor data and time to search",
      { ...large, budget: 1_200_000, "data-quality": "poor", "months-left": 12, planning: "top-down" },
      "both",
    ],
    ["a company with particular figures to improve", {}, "director"],
    ["a company of some size with several processes to change", middling, "later"],
    [
      "a small team with a manager who is ready and little time",
      { sellers: 12, layers: 1, candidate: "now", budget: 120_000, "months-left": 1, executives: "seldom" },
      "promote",
    ],
    [
      "a young company that needs a voice at once and for little money",
      {
        ...{ revenue: 4, sellers: 5, layers: 1, "operations-people": 0, growth: 0, budget: 140_000 },
        ...{ "months-left": 0, systems: 3, "data-quality": "good", "weight.urgency": 100 },
      },
      "fractional",
    ],
    [
      "a handful of sellers with everything in order",
      {
        ...{ revenue: 2, sellers: 4, layers: 1, "operations-people": 0, growth: 0, budget: 60_000 },
        ...{ executives: "seldom", planning: "yearly-model", "data-quality": "good", systems: 3 },
        "forecast-miss": 0.05,
      },
      "none",
    ],
  ] as [string, Answers, string][])("%s is told: %s", (_, answers, expected) => {
    expect(advise({ ...answers, ...quick }).recommendation).toBe(expected);
  });

  test("the option that is worth most at what was said comes first, with its verdict by its share", () => {
    const advice = advise(large);
    const [first, second] = advice.ranking;
    expect(first?.option).toBe("vp");
    expect(advice.verdict).toBe("robust");
    expect(first?.share).toBeGreaterThan(0.8);
    expect(first?.worth).toBeGreaterThan(second?.worth ?? 1);
    expect(advice.ranking.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(advice.firmness).toMatch(
      /^The answer is robust: best in 8\d % .* of 10,000 draws .* seed 1\. Next is “Both/,
    );
    expect(advise(large)).toEqual(advice);
  });

  test("a Director now or with a trigger for later is one first step, and that is said", () => {
    expect(advise(quick).firmness).toMatch(
      /the first step is the same: together they are best in (9\d|100) %\.$/,
    );
  });
});

describe("what would change it", () => {
  const advice = advise({ ...middling, ...quick });
  const best = options.findIndex(({ key }) => key === advice.recommendation);
  const bestWith = (more: Answers) => bestOf(worthsIn(inputsOf({ ...middling, ...more }, {})));

  test("each single answer that is named turns the advice to the option that is named", () => {
    const { answerTurns } = advise({ ...large, ...quick });
    expect(answerTurns.length).toBeGreaterThan(0);
    for (const { question, value, to } of answerTurns) {
      const turned = bestOf(worthsIn(inputsOf({ ...large, [question]: value }, {})));
      expect([question, options[turned]?.key]).toEqual([question, to]);
    }
  });

  test("each critical weight is where the named option draws level", () => {
    expect(advice.weightTurns.length).toBeGreaterThan(0);
    for (const { criterion, critical, to } of advice.weightTurns) {
      const others = criteria.filter(({ key }) => key !== criterion);
      const rest = others.reduce((sum, { points }) => sum + points, 0);
      const at = criteria.map((one) =>
        one.key === criterion ? critical : (one.points / rest) * (1 - critical),
      );
      const values = (key: string) => advice.ranking.find(({ option }) => option === key)?.values ?? [];
      const worthOf = (key: string) =>
        values(key).reduce((sum, { value }, one) => sum + value * (at[one] ?? 0), 0);
      expect(worthOf(to)).toBeCloseTo(worthOf(advice.recommendation), 9);
    }
  });

  test("the triggers for a VP are enough where it is said that they are, and one fewer is not", () => {
    const { triggers, enough } = advice.vpLater ?? { triggers: [], enough: null };
    expect(enough).not.toBeNull();
    const grown = (count: number) => ({
      ...Object.fromEntries(triggers.slice(0, count).map(({ question, at }) => [question, at])),
      budget: 488_095,
    });
    const withVp = (at: number) => ["vp", "both"].includes(options[at]?.key ?? "");
    expect(withVp(bestWith(grown(enough ?? 0)))).toBe(true);
    expect(withVp(bestWith(grown((enough ?? 0) - 1)))).toBe(false);
    expect(best).toBe(3);
    expect(advise({ ...large, ...quick }).vpLater).toBeNull();
  });
});

describe("costs", () => {
  test("the cost of each option follows from its band, and break-even from the people who sell", () => {
    const { costs } = advise(quick);
    // 200,000 × 1.25 + 75,000 + 200,000 × 0.25 ÷ 3; 16 ramped reps × 800,000 × 5 % = 640,000.
    expect(costs[0]).toMatchObject({ option: "vp", costMinor: 34_166_667n, benefitMinor: 64_000_000n });
    expect(costs[0]?.ratio).toBeCloseTo(341_666.67 / 640_000, 5);
    expect(costs[0]?.gainNeeded).toBeCloseTo(341_666.67 / 12_800_000, 5);
    expect(costs.map(({ costMinor }) => costMinor)).toEqual([
      ...[34_166_667n, 20_833_333n, 55_000_000n, 20_833_333n, 16_937_500n, 13_800_000n, 0n],
    ]);
  });

  test("a company's own pay takes the place of the band", () => {
    const advice = advise({ ...quick, "pay.vp.base": 300_000, "pay.vp.equity": 400_000 });
    expect(advice.costs[0]?.costMinor).toBe(57_500_000n);
  });
});

describe("weights from comparisons in pairs", () => {
  const all = (times: number) => ({
    ...{ "pair.size.complexity": times, "pair.size.challenges": 1, "pair.size.budget": 1 },
    ...{ "pair.complexity.challenges": 1, "pair.complexity.budget": 1, "pair.challenges.budget": 1 },
  });

  test("factors that matter alike have a fourth each", () => {
    const { weighting } = advise({ ...quick, ...all(1) });
    expect(weighting.method).toBe("pairs");
    expect(weighting.consistency?.ratio).toBeCloseTo(0, 9);
    const size = weighting.weights.filter(({ criterion }) => ["growth", "team"].includes(criterion));
    expect(size.map(({ weight }) => weight)).toEqual([expect.closeTo(0.125, 9), expect.closeTo(0.125, 9)]);
  });

  test("comparisons that contradict each other are told with the three that do most", () => {
    const { weighting } = advise({ ...quick, ...all(9) });
    expect(weighting.consistency?.ratio).toBeGreaterThan(0.1);
    expect(weighting.contradiction).toEqual(["Size and growth", "Complexity", "Present challenges"]);
  });
});

test("every question is an input of the advice, with its origin and its words", () => {
  const { inputs } = advise(
    { ...quick, sellers: 40 },
    {
      sellers: { value: 31, words: "People who own an open opportunity today.", path: "/people" },
      pipelines: { value: 2, words: "Pipelines in use.", path: "/settings/pipelines" },
    },
  );
  expect(inputs.map(({ key }) => key)).toEqual(questions.map(({ key }) => key));
  const input = (key: string) => inputs.find((one) => one.key === key);
  expect(input("sellers")).toMatchObject({
    origin: "answered",
    value: 40,
    because: "In place of 31 people: People who own an open opportunity today.",
  });
  expect(input("pipelines")).toMatchObject({ origin: "read", value: 2, path: "/settings/pipelines" });
  expect(input("revenue")).toMatchObject({ origin: "assumed", value: 15 });
  for (const { origin, because } of inputs) if (origin === "assumed") expect(because).not.toBe("");
});

const answerTo = ({ form }: Question): fc.Arbitrary<Said> =>
  form.kind === "choice"
    ? fc.constantFrom(...form.choices.map(({ value }) => value))
    : form.whole
      ? fc.integer({ min: form.low, max: Math.min(form.high, 10_000) })
      : fc.double({ min: form.low, max: form.high, noNaN: true });

test("a dominated option wins no draw, however vague ratings and weights are", () => {
  const vague = { "vague-answered": 0.5, "vague-assumed": 0.5, closeness: 1, draws: 3000 };
  const small: Answers = { revenue: 2, sellers: 4, layers: 1, "operations-people": 0, growth: 0 };
  const { ranking } = advise({
    ...small,
    ...vague,
    systems: 3,
    executives: "seldom",
    planning: "yearly-model",
  });
  const share = (key: string) => ranking.find(({ option }) => option === key);
  expect(share("later")).toMatchObject({ dominatedBy: "director", share: 0 });
  expect(share("promote")?.share).toBeGreaterThan(0.02);
});

test("whatever is answered, a dominated option is never recommended and wins no draw", () => {
  const keys = [
    ...questions.filter(({ criterion }) => criterion !== null),
    questionNamed("weight.scope"),
  ].filter((one) => one !== undefined);
  const answers = fc.record(Object.fromEntries(keys.map((one) => [one.key, answerTo(one)])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(answers, (said) => {
      const { ranking, recommendation } = advise({ ...said, draws: 100 });
      for (const { option, dominatedBy, share } of ranking) {
        if (dominatedBy === null) continue;
        expect([option, share, option === recommendation]).toEqual([option, 0, false]);
      }
    }),
    { numRuns: 60 },
  );
});

import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  amountText,
  currencyCode,
  idParams,
  idText,
  instantText,
  nameText,
  rate,
  removal,
  version,
} from "#base/wire";

const said = z.union([z.number(), z.string()]);
/** Answers by the key of their question; what is left out is read from the company's data, or assumed. */
export const answersIn = z.record(z.string().max(80), said);
export type AnswersIn = z.infer<typeof answersIn>;
const amount = z.strictObject({ amount: amountText, currency: currencyCode });
const labelled = { key: z.string(), label: z.string() };

const payBandOut = z.strictObject({
  seat: z.string(),
  of: z.enum(["base", "total", "fee"]),
  low: z.number().nullable(),
  middle: z.number().nullable(),
  high: z.number().nullable(),
  source: z.string(),
  year: z.int(),
  grade: z.string().describe("How far it can be relied on, A to D"),
  used: z.boolean().describe("Whether what is assumed rests on it"),
});

const numberForm = z.strictObject({
  kind: z.literal("number"),
  unit: z.string(),
  low: z.number(),
  high: z.number(),
  whole: z.boolean(),
  shown: z.enum(["plain", "percent", "dollars"]),
});
const choiceForm = z.strictObject({
  kind: z.literal("choice"),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string(), need: rate })),
});
const questionOut = z.strictObject({
  key: z.string(),
  part: z.string(),
  words: z.string(),
  form: z.union([numberForm, choiceForm]),
  criterion: z
    .string()
    .nullable()
    .describe("What an answer rates; null where it is part of the arithmetic only"),
  need: z
    .array(z.tuple([z.number(), z.number()]))
    .nullable()
    .describe("How much of the criterion a number asks for: points of a bent line"),
  meaning: z.array(z.string()).nullable().describe("What little, some and much of it says about the leader"),
  assumed: said.nullable(),
  assumedInWords: z.string(),
  because: z.string(),
  own: z.string().nullable().describe("The figure of the company's own that can answer it"),
});
export type QuestionOut = z.infer<typeof questionOut>;

export const getAdviserQuestions = endpoint({
  method: "GET",
  path: "/api/adviser/questions",
  permission: "plan.read",
  summary: "The questions of the adviser, with how answers rate each option and what is assumed without one",
  output: z.strictObject({
    parts: z.array(z.strictObject(labelled)),
    options: z.array(z.strictObject({ ...labelled, sentence: z.string() })),
    criteria: z.array(
      z.strictObject({
        ...labelled,
        factor: z.string(),
        points: z.number(),
        ratings: z
          .record(z.string(), z.array(rate))
          .nullable()
          .describe("Worth of each option where little, some and much is needed; null: rated by cost"),
      }),
    ),
    questions: z.array(questionOut),
    bands: z.array(payBandOut),
  }),
});

const reason = z.strictObject({
  criterion: z.string(),
  question: z.string(),
  contribution: z.number(),
  words: z.string(),
  better: z.string().nullable().describe("Against: the option that fits best there"),
});
const ranked = z.strictObject({
  option: z.string(),
  label: z.string(),
  worth: rate,
  share: rate.describe("Of all draws, in how many it was the best"),
  interval: z.strictObject({ low: rate, high: rate }),
  regret: z.number(),
  dominatedBy: z.string().nullable(),
  values: z.array(z.strictObject({ criterion: z.string(), value: rate })),
  pro: z.array(reason),
  con: z.array(reason),
  cost: amount,
  ofBudget: z.number().nullable(),
  benefit: amount.describe("What the expected gain brings in a year"),
  costOverBenefit: z.number().nullable().describe("Up to 1 the seat is earned back by the expected gain"),
  gainNeeded: z.number().nullable().describe("The gain in productivity at which the seat is earned back"),
});
const inputOut = z.strictObject({
  key: z.string(),
  part: z.string(),
  words: z.string(),
  value: said.nullable(),
  valueInWords: z.string(),
  origin: z.enum(["answered", "read", "assumed"]),
  because: z.string(),
  path: z.string().nullable().describe("The page that shows what was read"),
});
export type InputOut = z.infer<typeof inputOut>;

/** Saved advices keep this shape: what is added to it later needs a default, so that they can still be opened. */
export const adviceOut = z.strictObject({
  recommendation: z.string(),
  label: z.string(),
  verdict: z.enum(["robust", "leans", "toss-up"]),
  firmness: z.string(),
  ranking: z.array(ranked),
  weighting: z.strictObject({
    method: z.enum(["swing", "pairs"]),
    weights: z.array(z.strictObject({ criterion: z.string(), label: z.string(), weight: rate })),
    consistency: z.strictObject({ eigenvalue: z.number(), index: z.number(), ratio: z.number() }).nullable(),
    contradiction: z.array(z.string()).nullable(),
  }),
  draws: z.int(),
  seed: z.union([z.number(), z.string()]),
  changes: z.strictObject({
    weights: z.array(
      z.strictObject({
        criterion: z.string(),
        label: z.string(),
        weight: rate,
        critical: rate,
        to: z.string(),
        words: z.string(),
      }),
    ),
    answers: z.array(
      z.strictObject({
        question: z.string(),
        now: z.string(),
        value: said,
        direction: z.enum(["at-least", "at-most", "exactly"]),
        to: z.string(),
        words: z.string(),
      }),
    ),
  }),
  tornado: z.array(
    z.strictObject({
      question: z.string(),
      words: z.string(),
      atLow: z.number(),
      atHigh: z.number(),
      width: z.number(),
    }),
  ),
  vpLater: z
    .strictObject({
      triggers: z.array(
        z.strictObject({ question: z.string(), words: z.string(), now: z.string(), at: said }),
      ),
      enough: z.int().nullable(),
      words: z.string(),
    })
    .nullable(),
  bands: z.array(payBandOut),
  inputs: z.array(inputOut),
});
export type AdviceOut = z.infer<typeof adviceOut>;

export const askAdvice = endpoint({
  method: "GET",
  path: "/api/adviser/advice",
  permission: "plan.read",
  summary: "Which leader of sales operations the company needs, by the answers given; nothing is kept",
  query: z.strictObject({
    answer: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe("Answers, each as question=answer, for example sellers=40"),
    own: z.enum(["yes", "no"]).default("yes").describe("Whether the company's own data answers what it can"),
  }),
  output: adviceOut,
});

const savedHead = {
  id: idText,
  version,
  title: z.string(),
  savedAt: instantText,
  recommendation: z.string(),
  label: z.string(),
  verdict: z.string(),
  share: rate,
};
export const savedAdviceHead = z.strictObject(savedHead);
export type SavedAdviceHead = z.infer<typeof savedAdviceHead>;
export const savedAdviceOut = z.strictObject({ ...savedHead, answers: answersIn, advice: adviceOut });
export type SavedAdviceOut = z.infer<typeof savedAdviceOut>;

export const getSavedAdvices = endpoint({
  method: "GET",
  path: "/api/adviser/saved",
  permission: "plan.read",
  summary: "Saved advices, the newest first",
  output: z.strictObject({ items: z.array(savedAdviceHead) }),
});
export const getSavedAdvice = endpoint({
  method: "GET",
  path: "/api/adviser/saved/:id",
  permission: "plan.read",
  summary: "A saved advice, as it was told when it was saved",
  params: idParams,
  output: savedAdviceOut,
});
export const saveAdvice = endpoint({
  method: "PUT",
  path: "/api/adviser/saved/:id",
  permission: "plan.write",
  summary:
    "Advises on answers and saves the advice under a title and an id of the caller's; sent again, it is saved once",
  params: idParams,
  body: z.strictObject({ title: nameText, answers: answersIn }),
  output: savedAdviceOut,
  lengthy: true,
});
export const removeSavedAdvice = endpoint({
  method: "DELETE",
  path: "/api/adviser/saved/:id",
  permission: "plan.write",
  summary: "Removes a saved advice; its history stays",
  params: idParams,
  output: removal,
  conditional: true,
});
export const compareAdvices = endpoint({
  method: "GET",
  path: "/api/adviser/saved/:id/beside/:other",
  permission: "plan.read",
  summary: "Two saved advices beside each other: what they rest on and where they differ",
  params: z.strictObject({ id: idText, other: idText }),
  output: z.strictObject({
    one: savedAdviceHead,
    other: savedAdviceHead,
    options: z.array(
      z.strictObject({
        option: z.string(),
        label: z.string(),
        one: z.strictObject({ worth: rate, share: rate, cost: amount }),
        other: z.strictObject({ worth: rate, share: rate, cost: amount }),
      }),
    ),
    inputs: z
      .array(z.strictObject({ key: z.string(), words: z.string(), one: z.string(), other: z.string() }))
      .describe("Those that differ, in value or in origin"),
  }),
});

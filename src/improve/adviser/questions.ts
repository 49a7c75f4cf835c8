/** All questions of the adviser, in the order in which they are asked. */
import { companyQuestions } from "./company-questions.ts";
import { methodQuestions } from "./method-questions.ts";
import { needQuestions } from "./need-questions.ts";
import { payQuestions } from "./pay-band.ts";
import type { Question } from "./question.ts";

export const questions: readonly Question[] = [
  ...companyQuestions,
  ...needQuestions,
  ...payQuestions,
  ...methodQuestions,
];

const byKey = new Map(questions.map((question) => [question.key, question]));
export const questionNamed = (key: string): Question | undefined => byKey.get(key);

import { bind, type Route } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { criteria, options } from "./option.ts";
import { parts, type Question, saidInWords } from "./question.ts";
import { questions } from "./questions.ts";
import { seatBands } from "./seat-band-actions.ts";

function shown(question: Question): contract.QuestionOut {
  const { trigger: _, form, need, meaning, ...rest } = question;
  return {
    ...rest,
    form: form.kind === "choice" ? { ...form, choices: [...form.choices] } : form,
    need: need === null ? null : need.map(([at, value]) => [at, value]),
    meaning: meaning === null ? null : [...meaning],
    assumedInWords: saidInWords(question, question.assumed),
  };
}

const ratingsOf = (ratings: (typeof criteria)[number]["ratings"]) =>
  ratings === null
    ? null
    : Object.fromEntries(Object.entries(ratings).map(([option, row]) => [option, [...row]]));

export const adviserRoutes: readonly Route[] = [
  bind(contract.getAdviserQuestions, async () => ({
    parts: parts.map((part) => ({ ...part })),
    options: options.map(({ key, label, sentence }) => ({ key, label, sentence })),
    criteria: criteria.map((one) => ({ ...one, ratings: ratingsOf(one.ratings) })),
    questions: questions.map(shown),
    bands: seatBands(),
  })),
  bind(contract.askAdvice, ({ services, sight, query }) => actions.adviseOnWritten(services, sight, query)),
  bind(contract.getSavedAdvices, async ({ db, sight }) => ({ items: await actions.listSaved(db, sight) })),
  bind(contract.getSavedAdvice, ({ db, sight, params }) => actions.openAdvice(db, sight, params.id)),
  bind(contract.saveAdvice, ({ services, sight, author, params, body }) =>
    actions.keepAdvice(services, sight, author, params.id, body),
  ),
  bind(contract.compareAdvices, ({ db, sight, params }) =>
    actions.compareSaved(db, sight, params.id, params.other),
  ),
  bind(contract.removeSavedAdvice, ({ db, author, params, expectedVersion }) =>
    actions.removeSaved(db, author.workspaceId, params.id, expectedVersion),
  ),
];

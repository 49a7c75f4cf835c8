/** Where every input of an advice comes from: it was answered, read from the company's own data, or assumed. */
import { type FieldProblem, refuse } from "#base/kernel";
import { pairsOfFactors } from "./method-questions.ts";
import type { NumberForm, OwnFigure, Said } from "./question.ts";
import { type Question, saidInWords } from "./question.ts";
import { questionNamed, questions } from "./questions.ts";

export type Answers = Readonly<Record<string, Said>>;

/** A figure of the company's own, and where it can be seen. */
export interface OwnReading {
  readonly value: number;
  /** What exactly was read, as a sentence. */
  readonly words: string;
  /** The page of the web app that shows it. */
  readonly path: string;
}
export type OwnReadings = Partial<Readonly<Record<OwnFigure, OwnReading>>>;

export interface Input {
  readonly key: string;
  readonly part: Question["part"];
  readonly words: string;
  readonly value: Said | null;
  readonly valueInWords: string;
  readonly origin: "answered" | "read" | "assumed";
  /** Why it is assumed, or what was read. */
  readonly because: string;
  /** The page that shows what was read; null otherwise. */
  readonly path: string | null;
}
export type Inputs = ReadonlyMap<string, Input>;

/** The reason why an answer is none to its question, or null. */
export function anAnswerFits(question: Question, said: unknown): string | null {
  const { form } = question;
  if (form.kind === "choice") {
    const known = form.choices.map(({ value }) => value);
    return known.some((one) => one === said) ? null : `is one of ${known.join(", ")}, not ${shown(said)}.`;
  }
  if (typeof said !== "number" || !Number.isFinite(said))
    return `is a number${unitOf(form)}, not ${shown(said)}.`;
  if (said < form.low || said > form.high)
    return `lies between ${plainNumber(form.low)} and ${plainNumber(form.high)}${unitOf(form)}, and ${said} does not.`;
  return form.whole && !Number.isInteger(said) ? `is a whole number${unitOf(form)}, not ${said}.` : null;
}

const unitOf = ({ unit }: NumberForm): string => (unit === "" ? "" : ` (${unit})`);
const shown = (said: unknown): string => (typeof said === "string" ? `“${said}”` : JSON.stringify(said));
const plainNumber = (number: number): string => String(Number(number.toFixed(4)));

/**
 * Takes what somebody said and gives the answers in it; null means not answered. Refuses unknown questions, answers that
 * are none, comparisons in pairs that are incomplete, and weights of nothing at all, each by its key.
 */
export function readAnswers(said: Readonly<Record<string, unknown>>): Answers {
  const given = Object.entries(said).filter(([, value]) => value !== null);
  const wrong: FieldProblem[] = given.flatMap(([key, value]) => {
    const question = questionNamed(key);
    const message =
      question === undefined ? `is no question.${likeness(key)}` : anAnswerFits(question, value);
    return message === null ? [] : [{ field: key, message }];
  });
  const answers = Object.fromEntries(given) as Record<string, Said>;
  const fields = [...wrong, ...incompletePairs(answers), ...weightless(answers)];
  if (fields.length === 0) return answers;
  return refuse(
    "invalid",
    fields.length === 1 ? "One answer cannot be taken." : `${fields.length} answers cannot be taken.`,
    { fix: "Correct what is named, or leave it out: what is not answered is assumed, visibly.", fields },
  );
}

function incompletePairs(answers: Answers): FieldProblem[] {
  const missing = pairsOfFactors.filter(({ key }) => answers[key] === undefined);
  if (missing.length === 0 || missing.length === pairsOfFactors.length) return [];
  return missing.map(({ key }) => ({ field: key, message: "is missing: answer all pairs or none." }));
}

function weightless(answers: Answers): FieldProblem[] {
  const weights = questions.filter(({ part }) => part === "weights");
  const some = weights.some(({ key, assumed }) => Number(answers[key] ?? assumed) > 0);
  return some ? [] : [{ field: weights[0]?.key ?? "", message: "is 0 like all others: one needs points." }];
}

/** "Did you mean …?" for a key that is nearly one, else nothing. */
function likeness(key: string): string {
  const near = questions
    .map((question) => ({ key: question.key, apart: distance(key, question.key) }))
    .toSorted((a, b) => a.apart - b.apart)[0];
  return near !== undefined && near.apart <= 3 ? ` Did you mean ${near.key}?` : "";
}

/** How many letters have to be changed, added or taken away (V. I. Levenshtein, 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++) {
      const kept = (row[to] ?? 0) + (letter === other[to] ? 0 : 1);
      next.push(Math.min(kept, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Every input with its origin. An answer goes before what was read, and says what it takes the place of. */
export function inputsOf(answers: Answers, readings: OwnReadings): Inputs {
  return new Map(questions.map((question) => [question.key, inputOf(question, answers, readings)]));
}

function inputOf(question: Question, answers: Answers, readings: OwnReadings): Input {
  const { key, part, words, assumed, because, own } = question;
  const reading = own === null ? undefined : readings[own];
  const answer = answers[key];
  const told = (value: Said | null, origin: Input["origin"], why: string, path: string | null): Input => {
    return {
      ...{ key, part, words, value, origin, path },
      valueInWords: saidInWords(question, value),
      because: why,
    };
  };
  if (answer !== undefined) {
    const instead =
      reading === undefined ? "" : `In place of ${saidInWords(question, reading.value)}: ${reading.words}`;
    return told(answer, "answered", instead, reading?.path ?? null);
  }
  if (reading !== undefined) return told(reading.value, "read", reading.words, reading.path);
  return told(assumed, "assumed", because, null);
}

/** The value of an input that is a number. */
export function numberAt(inputs: Inputs, key: string): number {
  const value = inputs.get(key)?.value;
  if (typeof value !== "number") throw new RangeError(`${key} is no number.`);
  return value;
}

/** The inputs with one of them said otherwise. */
export function withInput(inputs: Inputs, key: string, value: Said): Inputs {
  const held = inputs.get(key);
  return held === undefined ? inputs : new Map(inputs).set(key, { ...held, value });
}

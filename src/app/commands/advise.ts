/** `quarterdeck advise`: which leader of sales operations a company needs, from a file of answers. Needs no server and no record. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Refusal } from "#base/kernel";
import { adviseOn, questions, saidInWords } from "#improve";
import type { AdviceOut } from "#improve/contract";
import { type Command, jsonFlag, WrongUsage } from "./command.ts";
import { grouped, table } from "./print.ts";

export const adviseCommand: Command = {
  name: "advise",
  operands: "",
  summary:
    "Which leader of sales operations a company needs, from a file of answers; needs no server and no data",
  flags: [
    {
      name: "answers",
      value: "FILE",
      help: "The answers, as --questions prints them or as question: answer",
    },
    { name: "questions", value: null, help: "Prints every question, to be filled in and given to --answers" },
    { name: "short", value: null, help: "The advice without the list of everything that it rests on" },
    jsonFlag,
  ],
  examples: [
    "quarterdeck advise --questions > answers.json",
    "quarterdeck advise --answers answers.json",
    "quarterdeck advise --answers answers.json --json",
  ],
  async run(given, io) {
    const path = given.text("answers");
    if (given.is("questions")) {
      if (path !== undefined) throw new WrongUsage("--questions stands alone: it needs no answers.");
      return io.out(JSON.stringify(fileOfQuestions(), null, 2));
    }
    if (path === undefined) throw new WrongUsage("advise needs --answers FILE, or --questions.");
    const advice = adviseOn(answersIn(path));
    io.out(given.is("json") ? JSON.stringify(advice, null, 2) : adviceReport(advice, given.is("short")));
  },
};

/** Every question by its key, with room for the answer. */
function fileOfQuestions(): Record<string, object> {
  return Object.fromEntries(
    questions.map((question) => {
      const { key, words, form, assumed, because } = question;
      const answers =
        form.kind === "choice"
          ? Object.fromEntries(form.choices.map(({ value, label }) => [value, label]))
          : `${Number(form.low.toFixed(4))} to ${form.high} ${form.unit}`;
      const without = `${saidInWords(question, assumed)}. ${because}`;
      return [key, { question: words, answers, assumed, because: without, answer: null }];
    }),
  );
}

/** The answers of a file: by key, either the answer itself or an object with an "answer". Refuses what cannot be read. */
function answersIn(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(resolve(path), "utf8");
  } catch {
    throw new Refusal("not-found", `There is no file ${path} that can be read.`, {
      fix: "Make one with: quarterdeck advise --questions > answers.json",
    });
  }
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (problem) {
    throw new Refusal("invalid", `${path} is no JSON: ${(problem as Error).message}`, {
      fix: 'Answers are written as { "sellers": 40, "challenge": "several" }.',
    });
  }
  if (!isObject(said))
    throw new Refusal("invalid", `${path} holds no answers by their questions.`, {
      fix: 'Answers are written as { "sellers": 40, "challenge": "several" }.',
    });
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      isObject(value) && "answer" in value ? value.answer : value,
    ]),
  );
}

const percent = (rate: number | null): string => (rate === null ? "–" : `${Math.round(rate * 100)} %`);

function adviceReport(advice: AdviceOut, short: boolean): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
  const [best] = advice.ranking;
  const second = advice.ranking[1];
  const label = (key: string | null) => advice.ranking.find(({ option }) => option === key)?.label ?? "";
  const better = (con: { words: string; better: string | null }) =>
    `${con.words}: better “${label(con.better)}”`;
  return [
    `${advice.label} (${advice.verdict})`,
    advice.firmness,
    "",
    rankingTable(advice),
    ...list("For it", best?.pro.map(({ words }) => words) ?? []),
    ...list("Against it", best?.con.map(better) ?? []),
    ...(short || second === undefined
      ? []
      : list(
          `For “${second.label}”`,
          second.pro.map(({ words }) => words),
        )),
    ...list(
      "What would change it: a weight",
      advice.changes.weights.slice(0, 4).map(({ words }) => words),
    ),
    ...list(
      "What would change it: an answer alone",
      advice.changes.answers.slice(0, 6).map(({ words }) => words),
    ),
    ...(advice.vpLater === null
      ? []
      : list("Triggers for a VP", [
          ...advice.vpLater.triggers
            .slice(0, Math.max(5, advice.vpLater.enough ?? 0))
            .map(({ words, now }, at) => `${at + 1}. ${words} (now ${now})`),
          advice.vpLater.words,
        ])),
    ...(short ? [] : ["", "What it rests on", inputsTable(advice)]),
  ].join("\n");
}

function rankingTable({ ranking }: AdviceOut): string {
  return table(
    ["option", "worth", "best in", "regret", "cost a year (USD)", "of budget", "earned back at"],
    ranking.map((one) => [
      one.dominatedBy === null ? one.label : `${one.label} (dominated)`,
      one.worth.toFixed(2),
      percent(one.share),
      one.regret.toFixed(3),
      grouped(one.cost.amount),
      percent(one.ofBudget),
      one.gainNeeded === null || one.gainNeeded === 0 ? "–" : `+${(one.gainNeeded * 100).toFixed(1)} %`,
    ]),
    [1, 2, 3, 4, 5, 6],
  );
}

function inputsTable({ inputs }: AdviceOut): string {
  return table(
    ["input", "value", "origin", "why"],
    inputs.map(({ key, valueInWords, origin, because }) => [key, valueInWords, origin, because]),
    [],
  );
}

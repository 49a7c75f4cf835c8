/** The answers on screen: they live in the address, so that a page can be sent to a colleague as it is. */
import { useCallback, useMemo } from "react";
import { all, useAddress } from "#base/ui";
import type { AnswersIn, QuestionOut } from "../contract.ts";

export interface AnswersOnScreen {
  /** As they stand in the address: question=answer. */
  readonly written: readonly string[];
  readonly said: ReadonlyMap<string, string>;
  /** Answers a question; null takes the answer back. */
  say(key: string, answer: string | null): void;
  clear(): void;
}

export function useAnswers(): AnswersOnScreen {
  const [search, change] = useAddress();
  const text = all(search, "answer").join("\n");
  const written = useMemo(() => (text === "" ? [] : text.split("\n")), [text]);
  const said = useMemo(
    () => new Map(written.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)])),
    [written],
  );
  const say = useCallback(
    (key: string, answer: string | null) => {
      const others = written.filter((one) => !one.startsWith(`${key}=`));
      const answers = answer === null ? others : [...others, `${key}=${answer}`];
      change({ answer: answers }, { replace: true });
    },
    [written, change],
  );
  const clear = useCallback(() => change({ answer: [] }), [change]);
  return { written, said, say, clear };
}

/** The answers as a body has them: numbers where the question wants one. */
export function answersOf(questions: readonly QuestionOut[], said: ReadonlyMap<string, string>): AnswersIn {
  const kinds = new Map(questions.map(({ key, form }) => [key, form.kind]));
  return Object.fromEntries(
    [...said].map(([key, answer]) => [key, kinds.get(key) === "number" ? Number(answer) : answer]),
  );
}

/** One question: its field, and below it what holds while nobody answers, or what an answer takes the place of. */
import { NumberInput, Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { InputOut, QuestionOut } from "../contract.ts";

interface Asked {
  readonly question: QuestionOut;
  /** What holds now; undefined until the first advice. */
  readonly input: InputOut | undefined;
  readonly answer: string | undefined;
  readonly onAnswer: (answer: string | null) => void;
}

export function QuestionField(asked: Asked) {
  const { question, answer, onAnswer } = asked;
  const { form } = question;
  if (form.kind === "number") return <NumberField {...asked} form={form} />;
  return (
    <Select
      label={question.words}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={<Origin {...asked} />}
      placeholder={heldWithout(asked)}
      clearable
      data={form.choices.map(({ value, label }) => ({ value, label }))}
      value={answer ?? null}
      onChange={onAnswer}
    />
  );
}

type NumberForm = Extract<QuestionOut["form"], { kind: "number" }>;

/** Typing is answered shortly after its last stroke; what lies beyond the range is said and not asked. */
function NumberField(asked: Asked & { form: NumberForm }) {
  const { question, form, answer, onAnswer } = asked;
  const factor = form.shown === "percent" ? 100 : 1;
  const shown = (text: string | undefined) =>
    text === undefined ? "" : String(Number((Number(text) * factor).toFixed(4)));
  const [typed, setTyped] = useState(shown(answer));
  const [low, high] = [form.low, form.high].map((end) => Number((end * factor).toFixed(2)));
  const outside = typed !== "" && (Number(typed) < (low ?? 0) || Number(typed) > (high ?? 0));
  const send = useDebouncedCallback((text: string) => {
    onAnswer(text === "" ? null : String(Number((Number(text) / factor).toFixed(6))));
  }, 350);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer from elsewhere takes the place of what is typed
  useEffect(() => {
    if (shown(answer) !== typed) setTyped(shown(answer));
  }, [answer]);
  return (
    <NumberInput
      label={question.words}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={<Origin {...asked} />}
      placeholder={heldWithout(asked)}
      leftSection={form.shown === "dollars" ? <span className="qd-faint">$</span> : null}
      rightSection={form.shown === "percent" && typed !== "" ? <span className="qd-faint">%</span> : null}
      hideControls
      thousandSeparator={form.shown === "dollars" ? "," : ""}
      allowDecimal={!form.whole || form.shown === "percent"}
      decimalScale={4}
      allowNegative={form.low < 0}
      valueIsNumericString
      error={outside ? `Between ${low} and ${high}.` : undefined}
      value={typed}
      onValueChange={({ value }, { source }) => {
        if (String(source) !== "event") return;
        setTyped(value);
        if (value === "" || (Number(value) >= (low ?? 0) && Number(value) <= (high ?? 0))) send(value);
      }}
    />
  );
}

/** What holds while there is no answer: read from the company's data, or assumed. */
function heldWithout({ question, input }: Asked): string {
  return input !== undefined && input.origin !== "answered" ? input.valueInWords : question.assumedInWords;
}

function Origin({ input, question }: Asked) {
  if (input === undefined) return question.because;
  const { origin, because, path } = input;
  const seen =
    path === null ? null : (
      <>
        {" "}
        <SeenAt path={path} />
      </>
    );
  if (origin === "answered")
    return because === "" ? (
      "Your answer."
    ) : (
      <>
        Your answer. {because}
        {seen}
      </>
    );
  return (
    <>
      {origin === "read" ? "From your data" : "Assumed"}: {input.valueInWords}. {because}
      {seen}
    </>
  );
}

/** The way to the page that shows what was read. */
export function SeenAt({ path }: { path: string }) {
  const [to = "/", search = ""] = path.split("?");
  return (
    <Link
      to={to as "/"}
      search={Object.fromEntries(new URLSearchParams(search)) as never}
      className="qd-link qd-adviser-seen"
    >
      See it
    </Link>
  );
}

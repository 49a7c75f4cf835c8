/** Columns that can be read in more than one way, with real values and what each way would make of them. */

import { Button, Radio } from "@mantine/core";
import { formatDay, Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { type Correct, correctedFormat, type Format, saidOfColumn } from "./plan-options.ts";
import { Sentences } from "./Sentences.tsx";

type Doubt = ImportPlanOut["doubts"][number];

interface Asked {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer: Correct;
}

const words: Record<string, string> = {
  dmy: "Day first",
  mdy: "Month first",
  ".": "Decimal point",
  ",": "Decimal comma",
};

const formatOf = ({ about }: Doubt, value: string): Format =>
  about === "date-order"
    ? { dateOrder: value === "mdy" ? "mdy" : "dmy" }
    : { decimalMark: value === "," ? "," : "." };

/** What must be said before the files can be imported. */
export function Questions(asked: Asked) {
  const { plan } = asked;
  const open = plan.doubts.filter((one) => one.chosen === null);
  const others = plan.questions.filter(
    ({ file, column }) => !open.some((one) => one.file === file && one.column === column),
  );
  if (open.length + others.length === 0) return null;
  return (
    <Section title="Please say: no value of these columns tells it">
      <Sentences texts={others.map((one) => one.question)} />
      <DoubtList {...asked} doubts={open} />
    </Section>
  );
}

/** What is taken one way, and could be meant another way. */
export function Doubts(asked: Asked) {
  const assumed = asked.plan.doubts.filter((one) => one.chosen !== null);
  if (assumed.length === 0) return null;
  return (
    <Section title="Read like this, though it could be meant otherwise">
      <DoubtList {...asked} doubts={assumed} />
    </Section>
  );
}

function DoubtList({ options, onAnswer, doubts }: Asked & { doubts: readonly Doubt[] }) {
  return (
    <div className="qd-doubts">
      {(["date-order", "decimal-mark"] as const).map((about) => {
        const own = doubts.filter((one) => one.about === about);
        return own.length > 1 ? (
          <ForAll key={about} doubts={own} options={options} onAnswer={onAnswer} />
        ) : null;
      })}
      {doubts.map((doubt) => (
        <One key={`${doubt.file} ${doubt.column}`} doubt={doubt} options={options} onAnswer={onAnswer} />
      ))}
    </div>
  );
}

/** One answer for all columns of a kind. */
function ForAll({
  doubts,
  options,
  onAnswer,
}: {
  doubts: readonly Doubt[];
  options: ImportOptionsIn;
  onAnswer: Correct;
}) {
  const [first] = doubts;
  const say = (value: string) =>
    onAnswer(
      doubts.reduce(
        (said, one) => correctedFormat(said, one.file, one.column, formatOf(one, value)),
        options,
      ),
    );
  return (
    <div className="qd-import-go">
      <span className="qd-dim">All {doubts.length} columns alike:</span>
      {(first?.choices ?? []).map(({ value }) => (
        <Button key={value} size="compact-xs" variant="default" onClick={() => say(value)}>
          {words[value]}
        </Button>
      ))}
    </div>
  );
}

function One({ doubt, options, onAnswer }: { doubt: Doubt; options: ImportOptionsIn; onAnswer: Correct }) {
  const { file, column, about, choices } = doubt;
  const said = saidOfColumn(options, file, column).format;
  const chosen = (about === "date-order" ? said?.dateOrder : said?.decimalMark) ?? doubt.chosen;
  return (
    <Radio.Group
      size="xs"
      label={`${column}, in ${file}`}
      value={chosen ?? ""}
      onChange={(value) => onAnswer(correctedFormat(options, file, column, formatOf(doubt, value)))}
    >
      <div className="qd-doubt">
        {choices.map(({ value, examples }) => (
          <div key={value} className="qd-doubt-choice">
            <Radio size="xs" value={value} label={words[value]} />
            <ul>
              {examples.map(({ text, read }) => (
                <li key={text}>
                  <span className="qd-dim">{text}</span> is {readText(about, read)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}

function readText(about: Doubt["about"], read: string | null): string {
  if (read === null) return "not readable";
  return about === "date-order" ? formatDay(read) : groupedNumber(read);
}

/** "1234.5" → "1,234.5", digit by digit, whatever its size. */
function groupedNumber(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

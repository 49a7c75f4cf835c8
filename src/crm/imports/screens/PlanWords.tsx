/** Words of the source that mean one of ours: statuses, forecast categories, currencies. */

import { NativeSelect, Select } from "@mantine/core";
import { counted, headline, Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { type Correct, saidWord, type WordedField } from "./plan-options.ts";

type ValueMap = ImportPlanOut["valueMaps"][number];
type Word = ValueMap["values"][number];

interface Planned {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer?: Correct | undefined;
}

const titles: Record<WordedField, string> = {
  status: "Statuses",
  forecastCategory: "Forecast categories",
  currency: "Currencies",
};
const meanings: Record<Exclude<WordedField, "currency">, string[]> = {
  status: ["open", "won", "lost"],
  forecastCategory: ["omitted", "pipeline", "best-case", "commit", "closed"],
};
const currencies = Intl.supportedValuesOf("currency");

export function PlanWords(planned: Planned) {
  const { valueMaps } = planned.plan;
  if (valueMaps.length === 0) return null;
  return (
    <Section flush title="Words of the source">
      {valueMaps.map((map) => {
        const unknown = map.values.filter((one) => one.becomes === null).length;
        return (
          <details
            key={`${map.file} ${map.column}`}
            className="qd-plan-file"
            open={planned.onAnswer !== undefined && unknown > 0}
          >
            <summary>
              <span className="qd-strong">{titles[map.field]}</span>
              <span>
                {map.column}, in {map.file}
              </span>
              <span className="qd-dim">{counted(map.values.length, "word")}</span>
              <span className={unknown > 0 ? "qd-down" : "qd-faint"}>
                {unknown > 0 ? `${unknown} not known` : "all known"}
              </span>
            </summary>
            <Words {...planned} map={map} />
          </details>
        );
      })}
    </Section>
  );
}

function Words({ options, onAnswer, map }: Planned & { map: ValueMap }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" tabIndex={0} aria-label={`${titles[map.field]} in ${map.column}`}>
      <table className="qd-table qd-plain qd-plan-columns">
        <thead>
          <tr>
            <th scope="col">In the files</th>
            <th scope="col">Means</th>
            <th scope="col" data-wide>
              Because
            </th>
          </tr>
        </thead>
        <tbody>
          {map.values.map((word) => (
            <tr key={word.value}>
              <td>
                <span className="qd-strong">{word.value}</span>{" "}
                <span className="qd-faint">{counted(word.rows, "row")}</span>
              </td>
              <td>
                <Meaning
                  field={map.field}
                  word={word}
                  said={options.mapping?.values?.[map.field]?.[word.value]}
                  onSay={
                    onAnswer && ((meaning) => onAnswer(saidWord(options, map.field, word.value, meaning)))
                  }
                />
              </td>
              <td className="qd-faint qd-plan-because" data-wide>
                {word.because}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Meaning(props: {
  field: WordedField;
  word: Word;
  said: string | undefined;
  onSay: ((meaning: string) => void) | undefined;
}) {
  const { field, word, said, onSay } = props;
  const label = `What ${word.value} means`;
  const value = said ?? word.becomes ?? "";
  if (field === "currency") {
    return (
      <Select
        size="xs"
        aria-label={label}
        placeholder="Which currency?"
        searchable
        limit={60}
        disabled={onSay === undefined}
        data={currencies}
        value={value === "" ? null : value}
        onChange={(code) => onSay?.(code ?? "")}
      />
    );
  }
  const none = word.becomes === null ? [{ value: "", label: "Nothing here" }] : [];
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      disabled={onSay === undefined}
      value={value}
      onChange={(event) => onSay?.(event.currentTarget.value)}
      data={[...none, ...meanings[field].map((one) => ({ value: one, label: headline(one) }))]}
    />
  );
}

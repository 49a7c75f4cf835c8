/** Everything that an advice rests on, with where it comes from. */
import { Section, Tag } from "#base/ui";
import type { AdviceOut, InputOut } from "../contract.ts";
import { SeenAt } from "./QuestionField.tsx";

const origins = {
  answered: { word: "Answered", tone: "accent" },
  read: { word: "Your data", tone: "good" },
  assumed: { word: "Assumed", tone: "neutral" },
} as const;

export function Inputs({ advice }: { advice: AdviceOut }) {
  const counts = (origin: InputOut["origin"]) =>
    advice.inputs.filter((input) => input.origin === origin).length;
  return (
    <Section
      flush
      label="What it rests on"
      title={`What it rests on: ${counts("answered")} answered, ${counts("read")} from your data, ${counts("assumed")} assumed`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label="Inputs of the advice">
        <table className="qd-table qd-plain qd-adviser-inputs">
          <caption className="qd-hidden">Inputs of the advice</caption>
          <thead>
            <tr>
              {["Input", "Value", "Origin", "Why"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {advice.inputs.map(({ key, words, valueInWords, origin, because, path }) => (
              <tr key={key}>
                <td>{words}</td>
                <td>{valueInWords}</td>
                <td>
                  <Tag tone={origins[origin].tone}>{origins[origin].word}</Tag>
                </td>
                <td className="qd-faint">
                  {because} {path === null ? null : <SeenAt path={path} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

/** An advice as it is read, and as it is printed for whoever decides: verdict, ranking, reasons, changes, costs, inputs. */
import { Section, Tag } from "#base/ui";
import type { AdviceOut } from "../contract.ts";
import { Costs } from "./Costs.tsx";
import { Inputs } from "./Inputs.tsx";
import { Ranking } from "./Ranking.tsx";
import { Values } from "./Values.tsx";

const tones = { robust: "good", leans: "accent", "toss-up": "attention" } as const;
const words = { robust: "Robust", leans: "Leans this way", "toss-up": "Toss-up" } as const;

export function AdviceView({
  advice,
  sentences,
}: {
  advice: AdviceOut;
  sentences: ReadonlyMap<string, string>;
}) {
  return (
    <div className="qd-adviser-advice">
      <Section label="Verdict">
        <div className="qd-adviser-verdict">
          <span className="qd-adviser-name">{advice.label}</span>
          <Tag tone={tones[advice.verdict]}>{words[advice.verdict]}</Tag>
        </div>
        <p className="qd-adviser-says">{sentences.get(advice.recommendation)}</p>
        <p className="qd-adviser-firm">{advice.firmness}</p>
      </Section>
      <Ranking advice={advice} />
      <ReasonsOf advice={advice} />
      <Changes advice={advice} />
      <Costs advice={advice} />
      <Values advice={advice} />
      <Inputs advice={advice} />
    </div>
  );
}

function ReasonsOf({ advice }: { advice: AdviceOut }) {
  const label = (key: string | null) => advice.ranking.find(({ option }) => option === key)?.label ?? "";
  return (
    <Section title="For and against each option">
      <div className="qd-adviser-options">
        {advice.ranking.map(({ option, label: name, pro, con, dominatedBy }) => (
          <section key={option} aria-label={name}>
            <h3>{name}</h3>
            {dominatedBy === null ? null : (
              <p className="qd-faint">{`Nowhere better than “${label(dominatedBy)}”, and somewhere worse.`}</p>
            )}
            <ul className="qd-adviser-reasons">
              {pro.map((reason) => (
                <li key={reason.criterion} data-tone="good">
                  {reason.words}
                </li>
              ))}
              {con.map((reason) => (
                <li key={reason.criterion} data-tone="bad">
                  {reason.words}: “{label(reason.better)}” fits better
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

function Changes({ advice }: { advice: AdviceOut }) {
  const { weights, answers } = advice.changes;
  return (
    <Section title="What would change it">
      <div className="qd-columns">
        <section aria-label="A single answer">
          <h3>A single answer</h3>
          <Lines
            lines={answers.map((turn) => turn.words)}
            empty="No answer alone makes another option worth most."
          />
        </section>
        <section aria-label="A weight">
          <h3>A weight, the others keeping their proportions</h3>
          <Lines
            lines={weights.map((turn) => turn.words)}
            empty="No weight alone makes another option worth most."
          />
        </section>
        <section aria-label="What moves the lead">
          <h3>What moves the lead most</h3>
          <p className="qd-faint">
            How far it stands above the best of the others, from one end of a question to the other
          </p>
          <Lines
            lines={advice.tornado
              .slice(0, 5)
              .map(
                ({ words: asked, atLow, atHigh }) => `${asked} From ${signed(atLow)} to ${signed(atHigh)}`,
              )}
            empty="No answer moves it."
          />
        </section>
        {advice.vpLater === null ? null : (
          <section aria-label="Triggers for a VP">
            <h3>Triggers for a VP</h3>
            <p>{advice.vpLater.words}</p>
            <ol className="qd-adviser-lines">
              {advice.vpLater.triggers.map(({ question, words: trigger, now }) => (
                <li key={question}>
                  {trigger} <span className="qd-faint">now {now}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      <Contradiction advice={advice} />
    </Section>
  );
}

const signed = (lead: number) => `${lead < 0 ? "−" : "+"}${Math.abs(lead).toFixed(2)}`;

function Lines({ lines, empty }: { lines: readonly string[]; empty: string }) {
  if (lines.length === 0) return <p>{empty}</p>;
  return (
    <ul className="qd-adviser-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How far comparisons in pairs contradict each other, where they were made. */
function Contradiction({ advice: { weighting } }: { advice: AdviceOut }) {
  const { consistency, contradiction } = weighting;
  if (consistency === null) return null;
  const ratio = `The comparisons in pairs have a consistency ratio of ${consistency.ratio.toFixed(3)}`;
  return (
    <p role="status">
      {contradiction === null
        ? `${ratio}, which is within 0.10.`
        : `${ratio}, more than 0.10: look again at ${contradiction.join(", ")}.`}
    </p>
  );
}

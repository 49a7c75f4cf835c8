/** The measure's one definition: what the number means and where it comes from. */
import { Section } from "#base/ui";
import type { SwitchFacts } from "./Switches.tsx";

interface Defined {
  readonly sentence: string;
  readonly formula: string;
  readonly period: string;
  readonly grain: string;
  readonly source: string;
  readonly name: string;
  readonly switches: readonly SwitchFacts[];
}

export function Definition({ measure }: { measure: Defined }) {
  const facts: [string, string][] = [
    ["Formula", measure.formula],
    ["Period", measure.period],
    ["Counted", measure.grain],
    ["Source", measure.source],
    ...measure.switches.map((one): [string, string] => [
      one.label,
      one.options.map((option) => option.label).join(" or "),
    ]),
  ];
  return (
    <Section title="Definition">
      <dl className="qd-facts">
        {facts.map(([name, text]) => (
          <div key={name} className="qd-fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className="qd-fact">
          <dt>On the command line</dt>
          <dd>
            <code>bin/quarterdeck measure {measure.name}</code>
          </dd>
        </div>
      </dl>
    </Section>
  );
}

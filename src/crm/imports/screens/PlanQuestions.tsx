/** What only the reader can answer: the order of days and months, and which spellings mean the same record. */

import { Checkbox, SegmentedControl } from "@mantine/core";
import { Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";

interface Asked {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer: (options: ImportOptionsIn) => void;
}

export function Questions({ plan, options, onAnswer }: Asked) {
  if (plan.questions.length === 0 && !options.dateOrder) return null;
  return (
    <Section title="Please say">
      <ul className="qd-sentences">
        {plan.questions.map((one) => (
          <li key={`${one.file} ${one.column}`}>
            {one.question}{" "}
            <span className="qd-faint">
              {[one.file, one.column, one.examples.join(", ")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {plan.questions.some((one) => one.option === "dateOrder" || one.option.includes("date")) ||
      options.dateOrder ? (
        <SegmentedControl
          size="xs"
          mt="xs"
          aria-label="How dates are written"
          value={options.dateOrder ?? ""}
          onChange={(order) => onAnswer({ ...options, dateOrder: order === "mdy" ? "mdy" : "dmy" })}
          data={[
            { value: "dmy", label: "day first: 31/12/2026" },
            { value: "mdy", label: "month first: 12/31/2026" },
          ]}
        />
      ) : null}
    </Section>
  );
}

export function Proposals({ plan, options, onAnswer }: Asked) {
  if (plan.proposals.length === 0) return null;
  const decide = (proposal: ImportPlanOut["proposals"][number], same: boolean) => {
    const known = options.mapping?.same ?? {};
    const ofNoun = known[proposal.object] ?? {};
    const next = {
      ...known,
      [proposal.object]: { ...ofNoun, [proposal.value]: same ? proposal.match : null },
    };
    onAnswer({ ...options, mapping: { ...options.mapping, same: next } });
  };
  return (
    <Section title="The same, spelled differently?">
      <div className="qd-proposals">
        {plan.proposals.map((proposal) => (
          <Checkbox
            key={`${proposal.object} ${proposal.value}`}
            size="xs"
            checked={proposal.accepted}
            onChange={(event) => decide(proposal, event.currentTarget.checked)}
            label={`“${proposal.value}” is “${proposal.match}”`}
            description={`${proposal.file}: ${proposal.evidence}`}
          />
        ))}
      </div>
    </Section>
  );
}

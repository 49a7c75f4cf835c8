/** Spellings that may mean one record: the evidence, and the reader's word on it. */

import { Checkbox, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { Section } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { type Correct, saidSame } from "./plan-options.ts";

type Proposal = ImportPlanOut["proposals"][number];

interface Asked {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  onAnswer: Correct;
}

export function Proposals({ plan, options, onAnswer }: Asked) {
  if (plan.proposals.length === 0) return null;
  return (
    <Section title="The same, spelled differently?">
      <div className="qd-proposals">
        {plan.proposals.map((proposal) => (
          <One
            key={`${proposal.object} ${proposal.value}`}
            proposal={proposal}
            said={options.mapping?.same?.[proposal.object]?.[proposal.value]}
            onSay={(match) => onAnswer(saidSame(options, proposal, match))}
          />
        ))}
      </div>
    </Section>
  );
}

function One({
  proposal,
  said,
  onSay,
}: {
  proposal: Proposal;
  said: string | null | undefined;
  onSay: (match: string | null) => void;
}) {
  const { object, value, match, file, evidence } = proposal;
  const isSame = said === undefined ? proposal.accepted : said !== null;
  const [name, setName] = useState(match);
  useEffect(() => setName(match), [match]);
  const keep = () => {
    const next = name.trim();
    if (next === "") setName(match);
    else if (next !== match) onSay(next);
  };
  return (
    <div className="qd-proposal">
      <Checkbox
        size="xs"
        checked={isSame}
        onChange={(event) => onSay(event.currentTarget.checked ? match : null)}
        label={`“${value}” is the ${object}`}
        description={`${file}: ${evidence}`}
      />
      <TextInput
        size="xs"
        aria-label={`The ${object} that ${value} is`}
        disabled={!isSame}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
    </div>
  );
}

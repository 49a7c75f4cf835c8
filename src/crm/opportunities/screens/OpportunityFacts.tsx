/** What else is known about the opportunity, its custom fields included. */

import type { ReactNode } from "react";
import { Day, formatRate, useAsk } from "#base/ui";
import { getFields } from "../../fields/contract.ts";
import { customFacts } from "../../fields/screens/custom-facts.tsx";
import type { OpportunityDetail } from "../contract.ts";

export function OpportunityFacts({ opportunity }: { opportunity: OpportunityDetail }) {
  const { createdOn, leadSource, lostReason, splits, custom } = opportunity;
  const fields = useAsk(getFields, { query: { noun: "opportunity" } });
  const facts: [string, ReactNode][] = [
    ["Created", <Day key="created" day={createdOn} />],
    ["Lead source", leadSource],
    ["Why it was lost", lostReason],
    [
      "Shared by",
      splits.length > 0
        ? splits.map((split) => `${split.person.name} ${formatRate(split.share)}`).join(", ")
        : null,
    ],
    ...customFacts(custom, fields.data?.items ?? []),
  ];
  return (
    <dl className="qd-facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="qd-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

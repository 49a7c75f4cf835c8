/** What else is known about the opportunity, its custom fields included. */
import { Day, formatRate, headline } from "#base/ui";
import type { ReactNode } from "react";
import type { OpportunityDetail } from "../contract.ts";

export function OpportunityFacts({ opportunity }: { opportunity: OpportunityDetail }) {
  const { createdOn, leadSource, lostReason, splits, custom } = opportunity;
  const facts: [string, ReactNode][] = [
    ["Created", <Day key="created" day={createdOn} />],
    ["Lead source", leadSource],
    ["Why it was lost", lostReason],
    ["Shared by", splits.length > 0 ? splits.map((split) => `${split.person.name} ${formatRate(split.share)}`).join(", ") : null],
    ...Object.entries(custom).map(([key, value]): [string, ReactNode] => [headline(key), value === null ? null : String(value)]),
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

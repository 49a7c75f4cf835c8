/** What an account is worth to us, and what is known of it. */
import { Amount, Figure, formatCount, formatInstant, Section, useWorkspace } from "#base/ui";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import type { AccountListed } from "../contract.ts";

export function AccountFigures({ account }: { account: AccountListed }) {
  const { timeZone, currency } = useWorkspace();
  const { openPipeline, wonTotal, openOpportunities, lastActivityAt } = account;
  return (
    <div className="qd-figures">
      <Figure label="Open pipeline">
        <Amount amount={openPipeline?.amount ?? "0"} currency={openPipeline?.currency ?? currency} />
      </Figure>
      <Figure label="Open opportunities">{formatCount(openOpportunities)}</Figure>
      <Figure label="Won in all">
        <Amount amount={wonTotal?.amount ?? "0"} currency={wonTotal?.currency ?? currency} />
      </Figure>
      <Figure label="Last activity">
        {lastActivityAt ? formatInstant(lastActivityAt, timeZone) : "None"}
      </Figure>
    </div>
  );
}

const shown = [
  "owner",
  "parent",
  "industry",
  "country",
  "city",
  "domain",
  "employees",
  "annualRevenue",
  "createdOn",
];

export function AccountDetails({ account }: { account: AccountListed }) {
  return (
    <Section title="Details">
      <RecordFacts noun="account" one="account" record={account} show={shown} />
    </Section>
  );
}

/** What an account is worth to us, and what is known of it. */
import {
  Amount,
  Figure,
  formatCount,
  formatDays,
  formatInstant,
  Section,
  useToday,
  useWorkspace,
} from "#base/ui";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import type { AccountListed } from "../contract.ts";

export function AccountFigures({ account }: { account: AccountListed }) {
  const { currency } = useWorkspace();
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
      <LastActivity at={lastActivityAt} />
    </div>
  );
}

/** How long ago anything was done, with the day. */
export function LastActivity({ at }: { at: string | null }) {
  const { timeZone } = useWorkspace();
  const today = useToday();
  if (at === null) return <Figure label="Last activity">None</Figure>;
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const { days } = day.until(today, { largestUnit: "days" });
  return (
    <Figure label="Last activity" note={formatInstant(at, timeZone)}>
      {days <= 0 ? "Today" : `${formatDays(days)} ago`}
    </Figure>
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

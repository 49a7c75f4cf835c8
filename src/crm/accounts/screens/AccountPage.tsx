/** One account: what it is worth, what is known of it, who and what belongs to it, and everything that happened. */
import { useParams } from "@tanstack/react-router";
import { countryName, useAsk } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import { PersonLink } from "../../lists/screens/PersonLink.tsx";
import { RecordPage } from "../../lists/screens/RecordPage.tsx";
import { type AccountListed, getAccount } from "../contract.ts";
import { AccountDetails, AccountFigures } from "./AccountDetails.tsx";
import { AccountHistory } from "./AccountHistory.tsx";
import { AccountContacts, AccountOpportunities, AccountsBelow } from "./AccountRelated.tsx";
import { accountListSpec } from "./account-list.tsx";

export default function AccountPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getAccount, { params: { id } }, { keep: false });
  return (
    <RecordPage
      spec={accountListSpec}
      id={id}
      of={asked}
      title={({ name }) => name}
      placed={(account) => (
        <span className="qd-placed">
          <span>{placed(account)}</span>
          {account.owner ? <PersonLink person={account.owner} /> : <span>Nobody has it</span>}
        </span>
      )}
      now={(account) => (
        <>
          <PastNotice>Figures, opportunities, contacts and what is to be done are as of today.</PastNotice>
          <AccountFigures account={account} />
        </>
      )}
      known={(account) => (
        <>
          <ActivityList about={{ accountId: id }} />
          <AccountDetails account={account} />
        </>
      )}
      rest={(account) => (
        <>
          <AccountOpportunities account={account} />
          <AccountContacts account={account} />
          <AccountsBelow account={account} />
          <AccountHistory account={account} />
        </>
      )}
    />
  );
}

/** "Aquaculture · Bergen · Norway" */
export function placed(account: AccountListed): string {
  const parts = [account.industry, account.city, account.country && countryName(account.country)];
  const said = parts.filter(Boolean).join(" · ");
  if (account.removedAt) return `${said} · removed`;
  return said || "Nothing is said about its industry or place.";
}

/** One account: what it is worth, what is known of it, who and what belongs to it, and everything that happened. */
import { useParams } from "@tanstack/react-router";
import { Answer, countryName, Page, useAsk } from "#base/ui";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { type AccountListed, getAccount } from "../contract.ts";
import { AccountDetails, AccountFigures } from "./AccountDetails.tsx";
import { AccountContacts, AccountOpportunities, AccountsBelow } from "./AccountRelated.tsx";

export default function AccountPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getAccount, { params: { id } }, { keep: false });
  const account = asked.data;
  return (
    <Page
      back
      title={account?.name ?? "…"}
      finding={account ? placed(account) : "…"}
      main={<Answer of={asked}>{(data) => <AccountFigures account={data} />}</Answer>}
      table={
        account ? (
          <div className="qd-record">
            <div className="qd-record-side">
              <AccountDetails account={account} />
              <AccountOpportunities account={account} />
              <AccountContacts account={account} />
              <AccountsBelow account={account} />
            </div>
            <RecordHistory noun="account" id={id} about={{ accountId: id }} />
          </div>
        ) : null
      }
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

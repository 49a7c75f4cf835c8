/** An account beside its list. */
import { Answer, Loading, useAsk } from "#base/ui";
import { RecordPanel } from "../../lists/screens/RecordPanel.tsx";
import type { OpenRecord } from "../../lists/screens/use-open-record.ts";
import { type AccountListed, getAccount } from "../contract.ts";
import { AccountDetails, AccountFigures } from "./AccountDetails.tsx";
import { AccountHistory } from "./AccountHistory.tsx";
import { placed } from "./AccountPage.tsx";
import { AccountContacts, AccountOpportunities } from "./AccountRelated.tsx";

export function AccountPanel({ opened }: { opened: OpenRecord<AccountListed> }) {
  const { id = "" } = opened;
  const asked = useAsk(getAccount, { params: { id } });
  return (
    <RecordPanel
      opened={opened}
      label="Account"
      title={asked.data?.name ?? "…"}
      note={asked.data ? placed(asked.data) : ""}
      path={`/accounts/${id}`}
    >
      <Answer of={asked} loading={<Loading rows={10} />}>
        {(account) => (
          <>
            <AccountFigures account={account} />
            <AccountDetails account={account} />
            <AccountOpportunities account={account} />
            <AccountContacts account={account} />
            <AccountHistory account={account} />
          </>
        )}
      </Answer>
    </RecordPanel>
  );
}

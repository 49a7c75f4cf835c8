/** Everything that happened at an account, its opportunities among it. */
import { useMemo } from "react";
import { useWorkspace } from "#base/ui";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { useRelatedOpportunities } from "../../opportunities/screens/RelatedOpportunities.tsx";
import type { AccountListed } from "../contract.ts";
import { ofAccount } from "./AccountRelated.tsx";
import { opportunityEvents } from "./account-events.ts";

export function AccountHistory({ account }: { account: AccountListed }) {
  const { timeZone } = useWorkspace();
  const { data } = useRelatedOpportunities(ofAccount(account));
  const more = useMemo(
    () => opportunityEvents(data?.items ?? [], account.name, timeZone),
    [data, account.name, timeZone],
  );
  return <RecordHistory noun="account" id={account.id} about={{ accountId: account.id }} more={more} />;
}

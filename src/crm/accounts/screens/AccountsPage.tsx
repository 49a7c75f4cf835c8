/** All accounts: filtered, sorted, grouped, scrolled through. */
import { RecordsPage } from "../../lists/screens/RecordsPage.tsx";
import { AccountPanel } from "./AccountPanel.tsx";
import { accountListSpec } from "./account-list.tsx";

export default function AccountsPage() {
  return <RecordsPage spec={accountListSpec} panel={(opened) => <AccountPanel opened={opened} />} />;
}

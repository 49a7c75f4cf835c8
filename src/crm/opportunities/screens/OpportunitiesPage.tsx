/** All opportunities: filtered, sorted, grouped, scrolled through. */
import { RecordsPage } from "../../lists/screens/RecordsPage.tsx";
import { OpportunityPanel } from "./OpportunityPanel.tsx";
import { opportunityListSpec } from "./opportunity-list.tsx";

export default function OpportunitiesPage() {
  return <RecordsPage spec={opportunityListSpec} panel={(opened) => <OpportunityPanel opened={opened} />} />;
}

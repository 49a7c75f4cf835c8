/** All activities: what is to be done and what was done. */
import { RecordsPage } from "../../lists/screens/RecordsPage.tsx";
import { ActivityPanel } from "./ActivityPanel.tsx";
import { activityListSpec } from "./activity-list.tsx";

export default function ActivitiesPage() {
  return <RecordsPage spec={activityListSpec} panel={(opened) => <ActivityPanel opened={opened} />} />;
}

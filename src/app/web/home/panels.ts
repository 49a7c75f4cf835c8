/** Every panel that the capabilities contribute to the desks. */
import { homePanels as ofAnalytics } from "#analytics/screens";
import type { HomePanel } from "#base/ui";
import { homePanels as ofCrm } from "#crm/screens";
import { homePanels as ofRun } from "#run/screens";

export const panels: readonly HomePanel[] = [...ofCrm, ...ofRun, ...ofAnalytics];

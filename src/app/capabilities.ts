/** Everything that the capabilities contribute, in the order of the line. */
import { measureRoutes } from "#analytics";
import { exchangeRates, moneyMacros, type ReplicatedTable, type Route } from "#base/platform";
import * as crm from "#crm";
import * as people from "#people";
import { costRoutes, planReplica, targetImport, targetRoutes } from "#plan";
import { pipelineRoutes } from "#run";
import { upkeepRoutes } from "./upkeep/routes.ts";

/** What capabilities to the right of crm let imports read. */
export const importedKinds: readonly crm.ContributedKind[] = [targetImport];

export const routes: readonly Route[] = [
  ...people.accessRoutes,
  ...people.workspaceRoutes,
  ...people.organizationRoutes,
  ...crm.accountRoutes,
  ...crm.contactRoutes,
  ...crm.productRoutes,
  ...crm.opportunityRoutes,
  ...crm.pipelineStageRoutes,
  ...crm.activityRoutes,
  ...crm.listRoutes,
  ...crm.viewRoutes,
  ...crm.fieldRoutes,
  ...crm.historyRoutes,
  ...crm.searchRoutes,
  ...crm.importRoutesWith(importedKinds),
  ...targetRoutes,
  ...costRoutes,
  ...pipelineRoutes,
  ...measureRoutes,
  ...upkeepRoutes,
];

export const replicaTables: readonly ReplicatedTable[] = [
  exchangeRates,
  ...people.peopleReplica,
  ...crm.crmReplica,
  ...planReplica,
];
export const replicaMacros: readonly string[] = moneyMacros;

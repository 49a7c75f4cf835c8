/** Everything that the capabilities contribute, in the order of the line. */
import { measureRoutes } from "#analytics";
import { exchangeRates, moneyMacros, type ReplicatedTable, type Route } from "#base/platform";
import * as crm from "#crm";
import * as people from "#people";
import { costRoutes, planReplica, targetRoutes } from "#plan";
import { pipelineRoutes } from "#run";

export const routes: readonly Route[] = [
  ...people.accessRoutes,
  ...people.workspaceRoutes,
  ...people.organizationRoutes,
  ...crm.accountRoutes,
  ...crm.contactRoutes,
  ...crm.productRoutes,
  ...crm.opportunityRoutes,
  ...crm.activityRoutes,
  ...crm.listRoutes,
  ...crm.viewRoutes,
  ...crm.fieldRoutes,
  ...crm.historyRoutes,
  ...crm.importRoutes,
  ...targetRoutes,
  ...costRoutes,
  ...pipelineRoutes,
  ...measureRoutes,
];

export const replicaTables: readonly ReplicatedTable[] = [
  exchangeRates,
  ...people.peopleReplica,
  ...crm.crmReplica,
  ...planReplica,
];
export const replicaMacros: readonly string[] = moneyMacros;

/** Everything that the capabilities contribute, in the order of the line. */
import { exchangeRates, moneyMacros, type ReplicatedTable, type Route } from "#base/platform";
import { measureRoutes } from "#analytics";
import { crmReplica, crmRoutes } from "#crm";
import { peopleReplica, peopleRoutes } from "#people";
import { planReplica, planRoutes } from "#plan";
import { pipelineRoutes } from "#run";

export const routes: readonly Route[] = [...peopleRoutes, ...crmRoutes, ...planRoutes, ...pipelineRoutes, ...measureRoutes];

export const replicaTables: readonly ReplicatedTable[] = [exchangeRates, ...peopleReplica, ...crmReplica, ...planReplica];
export const replicaMacros: readonly string[] = moneyMacros;

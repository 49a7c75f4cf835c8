/** Everything that the capabilities contribute, in the order of the line. */
import { measureRoutes, standingFigures } from "#analytics";
import { exchangeRates, moneyMacros, openReplica, type ReplicatedTable, type Route } from "#base/platform";
import * as crm from "#crm";
import { adviserRoutes } from "#improve";
import * as people from "#people";
import { costRoutes, planReplica, targetImport, targetRoutes } from "#plan";
import { pipelineRoutes } from "#run";
import { upkeepRoutes } from "./upkeep/routes.ts";

export const replicaTables: readonly ReplicatedTable[] = [
  exchangeRates,
  ...people.peopleReplica,
  ...crm.crmReplica,
  ...planReplica,
];
export const replicaMacros: readonly string[] = moneyMacros;

/** The tables that figures rest on; the workspace itself is in every copy. */
const figureTables = new Set(replicaTables.flatMap((table) => Object.keys(table.follows)));
figureTables.delete("base.workspace");

/** What capabilities to the right of crm contribute to imports: what can be read besides, and the figures to compare. */
export const contributedToImports = {
  kinds: [targetImport],
  figures: {
    tables: [...figureTables],
    now: standingFigures,
    async onCopy({ db, directory, clock }, workspaceId) {
      const replica = openReplica({ db, directory, tables: replicaTables, macros: replicaMacros });
      try {
        return await standingFigures({ db, replica, clock }, workspaceId);
      } finally {
        await replica.close();
      }
    },
  },
} satisfies Parameters<typeof crm.importRoutesWith>[0];

export const routes: readonly Route[] = [
  ...people.accessRoutes,
  ...people.workspaceRoutes,
  ...people.organizationRoutes,
  ...people.reassignmentRoutes,
  ...people.roleRoutes,
  ...crm.accountRoutes,
  ...crm.contactRoutes,
  ...crm.productRoutes,
  ...crm.opportunityRoutes,
  ...crm.pipelineStageRoutes,
  ...crm.activityRoutes,
  ...crm.handoverRoutes,
  ...crm.listRoutes,
  ...crm.viewRoutes,
  ...crm.fieldRoutes,
  ...crm.historyRoutes,
  ...crm.searchRoutes,
  ...crm.importRoutesWith(contributedToImports),
  ...targetRoutes,
  ...costRoutes,
  ...pipelineRoutes,
  ...measureRoutes,
  ...adviserRoutes,
  ...upkeepRoutes,
];

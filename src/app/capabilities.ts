/** Everything that the capabilities contribute, in the order of the line. */
import { measureRoutes, standingFigures } from "#analytics";
import type { TableRules } from "#base/kernel";
import {
  exchangeRates,
  moneyMacros,
  openReplica,
  type ReplicatedTable,
  type Route,
  withBase,
} from "#base/platform";
import * as crm from "#crm";
import { adviserRoutes, improveVisibility } from "#improve";
import { bandRoutes, payVisibility, standingRoutes } from "#pay";
import * as people from "#people";
import { costRoutes, planReplica, planVisibility, targetImport, targetRoutes } from "#plan";
import { pipelineRoutes } from "#run";
import { upkeepRoutes } from "./upkeep/routes.ts";

export const replicaTables: readonly ReplicatedTable[] = [
  exchangeRates,
  ...people.peopleReplica,
  ...crm.crmReplica,
  ...planReplica,
];
export const replicaMacros: readonly string[] = moneyMacros;

/**
 * What a seat sees and may write whose reach is not the whole company, table by table. The migrations hold it as row-level
 * security: bin/visibility.ts writes that text. A table that is not named here is closed to such a seat.
 */
export const visibility: TableRules = withBase(
  {
    ...people.peopleVisibility,
    ...crm.crmVisibility,
    ...planVisibility,
    ...payVisibility,
    ...improveVisibility,
  },
  {
    "crm.opportunity_line": { of: "crm.opportunity", by: "opportunity_id" },
    "crm.opportunity_split": { of: "crm.opportunity", by: "opportunity_id" },
    "crm.opportunity_contact": { of: "crm.opportunity", by: "opportunity_id" },
  },
);

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
  ...people.auditRoutes,
  ...people.workspaceRoutes,
  ...people.organizationRoutes,
  ...people.reassignmentRoutes,
  ...people.roleRoutes,
  ...people.candidateRoutes,
  ...people.careerRoutes,
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
  ...crm.seenByRoutes,
  ...crm.importRoutesWith(contributedToImports),
  ...targetRoutes,
  ...costRoutes,
  ...pipelineRoutes,
  ...bandRoutes,
  ...standingRoutes,
  ...measureRoutes,
  ...adviserRoutes,
  ...upkeepRoutes,
];

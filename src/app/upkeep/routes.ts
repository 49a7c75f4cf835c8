import { bind, type Route } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { describeStatus } from "./status-actions.ts";
import { getStatus } from "./status-contract.ts";

export const upkeepRoutes: readonly Route[] = [
  bind(getStatus, ({ services, sight }) => describeStatus(services, sight)),
  bind(contract.getUpkeep, ({ services, sight }) => actions.describeUpkeep(services, sight)),
  bind(contract.takeSnapshotNow, ({ services }) => actions.takeSnapshotNow(services)),
  bind(contract.takeBackupNow, async ({ services, note }) => {
    const taken = await actions.takeBackupNow(services);
    note({ rows: taken.rows, tables: taken.tables });
    return taken;
  }),
  bind(contract.rebuildReplica, ({ services, sight }) => actions.rebuildReplica(services, sight)),
  bind(contract.openSampleCompany, ({ services }) => actions.openSampleCompany(services)),
];

import { safeCell, today } from "#base/kernel";
import { bind, csvOf, type Route } from "#base/platform";
import { workspaceOf } from "../workspace/actions.ts";
import { changesOfEvent, exportAudit, readAudit, verifyAuditOf } from "./actions.ts";
import * as contract from "./contract.ts";

export const auditRoutes: Route[] = [
  bind(contract.getAuditEvents, ({ db, sight, query }) => readAudit(db, sight, query)),
  bind(contract.exportAuditEvents, async ({ db, sight, services, query, note, setHeader }) => {
    const { sheet, rows, filtered } = await exportAudit(db, sight, query);
    note({ rows, filtered });
    const { timeZone } = await workspaceOf(db, sight.workspaceId);
    const name = `Audit log ${today(services.clock, timeZone)}.csv`;
    setHeader(
      "content-disposition",
      `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    return csvOf(sheet, safeCell);
  }),
  bind(contract.verifyAudit, ({ db, sight, query }) => verifyAuditOf(db, sight, query.head)),
  bind(contract.getAuditChanges, ({ db, sight, params }) =>
    changesOfEvent(db, sight, params.chain, params.no),
  ),
];

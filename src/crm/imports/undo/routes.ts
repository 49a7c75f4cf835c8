import { bind, type Db, type Route, type Services } from "#base/platform";
import type { Ground } from "../running/one-run-actions.ts";
import { showImport } from "../show-actions.ts";
import * as contract from "./contract.ts";
import { lookAheadAtUndo, outlookOf, startUndo, stopUndo } from "./undo-actions.ts";

async function shown(db: Db, workspaceId: string, id: string): Promise<contract.ImportUndoOut> {
  const outlook = await outlookOf(db, workspaceId, id);
  const sample = (outlook?.foreseen?.inTheWay.sample ?? []).map((one) => ({
    ...one,
    at: one.at?.toString() ?? null,
    fields: [...one.fields],
  }));
  return {
    state: outlook?.state ?? "none",
    problem: outlook?.problem ?? null,
    startedAt: outlook?.startedAt.toString() ?? null,
    later: outlook?.far.later ?? 0,
    looked: outlook?.far.looked ?? 0,
    touched: [...(outlook?.far.touched ?? [])],
    inTheWay: { count: outlook?.far.found ?? 0, sample },
    left: outlook?.foreseen?.kept.size ?? 0,
  };
}

export const undoRoutes = (groundOf: (services: Services) => Ground): Route[] => [
  bind(contract.lookAtUndo, async ({ db, author, services, params }) => {
    await lookAheadAtUndo(groundOf(services), db, author.workspaceId, params.id);
    return shown(db, author.workspaceId, params.id);
  }),
  bind(contract.getImportUndo, ({ db, sight, params }) => shown(db, sight.workspaceId, params.id)),
  bind(contract.undoImport, async ({ db, author, services, params, body }) => {
    await startUndo(groundOf(services), db, author, params.id, body.leaveChanged);
    return showImport(db, author.workspaceId, params.id);
  }),
  bind(contract.stopUndo, async ({ db, author, services, params }) => {
    await stopUndo(groundOf(services), db, author.workspaceId, params.id);
    return showImport(db, author.workspaceId, params.id);
  }),
];

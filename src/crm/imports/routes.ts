import { bind, type Route, type Services } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { fittingMappings, nameMapping } from "./mapping-actions.ts";
import * as opening from "./opening-actions.ts";
import { passedOverBecause } from "./reading/folder.ts";
import { folderOf, safeName } from "./reading/place.ts";
import { takeFile } from "./reading/unpack.ts";
import { rejectRoutes } from "./rejects/routes.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import type { Ground } from "./running/one-run-actions.ts";
import { addPassedOver } from "./running/runs-store.ts";
import { listImports, listTouched, showImport, showPlan } from "./show-actions.ts";
import { countTouched } from "./undo/changes-store.ts";
import { undoRoutes } from "./undo/routes.ts";

/** What imports need of the running program, and of capabilities to the right. */
type GroundOf = (services: Services) => Ground;

const runRoutes = (groundOf: GroundOf): Route[] => [
  bind(contract.startImport, async ({ db, author, services, params }) => {
    await actions.startRun(groundOf(services), db, author, params.id, folderOf(services, params.id));
    return showImport(db, author.workspaceId, params.id);
  }),
  bind(contract.tryImport, async ({ db, author, services, params }) => {
    await actions.startRun(groundOf(services), db, author, params.id, folderOf(services, params.id), true);
    return showImport(db, author.workspaceId, params.id);
  }),
  bind(contract.pauseImport, async ({ db, author, services, params }) => {
    await actions.pauseRun(groundOf(services), db, author.workspaceId, params.id);
    return showImport(db, author.workspaceId, params.id);
  }),
  bind(contract.cancelImport, async ({ db, author, services, params }) => {
    const folder = folderOf(services, params.id);
    await actions.cancelRun(groundOf(services), db, author.workspaceId, params.id, folder);
    return showImport(db, author.workspaceId, params.id);
  }),
  bind(contract.removeVanishedRecords, async ({ db, author, services, params }) => {
    const folder = folderOf(services, params.id);
    await actions.removeVanished(groundOf(services), db, author, params.id, folder);
    return showImport(db, author.workspaceId, params.id);
  }),
];

const planRoutes = (kinds: readonly ContributedKind[]): Route[] => [
  bind(contract.planOfImport, async ({ db, author, services, params, body }) => {
    const folder = folderOf(services, params.id);
    const plan = await opening.planRun(db, author.workspaceId, params.id, folder, body.options, kinds);
    const run = await opening.importOf(db, author.workspaceId, params.id);
    return showPlan(db, author.workspaceId, plan, run.mapping.passedOver, kinds);
  }),
  bind(contract.getImportPlan, async ({ db, sight, params }) => {
    const { plan, passedOver } = (await opening.importOf(db, sight.workspaceId, params.id)).mapping;
    return { plan: plan === null ? null : await showPlan(db, sight.workspaceId, plan, passedOver, kinds) };
  }),
  bind(contract.getFittingMappings, async ({ db, sight, params }) => ({
    items: (await fittingMappings(db, sight.workspaceId, params.id)).map((one) => ({
      ...one,
      at: one.at.toString(),
      options: one.options as contract.FittingMapping["options"],
    })),
  })),
  bind(contract.nameImportMapping, async ({ db, author, services, params, body }) => {
    await nameMapping(db, author, services.clock, params.id, body.name);
    return showImport(db, author.workspaceId, params.id);
  }),
];

/** What capabilities to the right contribute: what imports can read besides, and the figures that a dry run compares. */
export type Contributed = Required<Pick<Ground, "kinds">> & Pick<Ground, "figures">;

/** The routes of imports, with what capabilities to the right contribute. */
export const importRoutesWith = ({ kinds, figures }: Contributed): Route[] => {
  const groundOf: GroundOf = ({ database, replica, clock, log, directory }) => ({
    database,
    replica,
    clock,
    log,
    directory,
    kinds,
    figures,
  });
  return [
    bind(contract.getImports, async ({ db, sight }) => ({ items: await listImports(db, sight.workspaceId) })),
    bind(contract.getImport, ({ db, sight, params }) => showImport(db, sight.workspaceId, params.id)),
    bind(contract.createImport, async ({ db, author, services, body }) => {
      const run = await opening.openImport(db, author, services.clock, body);
      return showImport(db, author.workspaceId, run.id);
    }),
    bind(contract.putImportFile, async ({ db, author, services, params, stream }) => {
      const run = await opening.importOf(db, author.workspaceId, params.id);
      opening.requireNotBegun(run);
      const file = safeName(params.name);
      const reason = passedOverBecause(file);
      if (reason !== null) {
        stream.resume();
        await addPassedOver(db, author.workspaceId, run.id, { name: file, reason });
        return { file, bytes: 0, kept: false, reason };
      }
      opening.forgetLook(run.id);
      const taken = await takeFile(folderOf(services, run.id), file, stream);
      if (taken.reason !== null)
        await addPassedOver(db, author.workspaceId, run.id, { name: file, reason: taken.reason });
      return { file, bytes: taken.bytes, kept: taken.reason === null, reason: taken.reason };
    }),
    ...planRoutes(kinds ?? []),
    ...runRoutes(groundOf),
    bind(contract.getImportTouched, async ({ db, sight, params }) => {
      await opening.importOf(db, sight.workspaceId, params.id);
      return { items: await countTouched(db, sight.workspaceId, `import:${params.id}`) };
    }),
    bind(contract.getImportRecords, ({ db, sight, params, query }) =>
      listTouched(db, sight.workspaceId, params.id, query),
    ),
    ...rejectRoutes,
    ...undoRoutes(groundOf),
  ];
};

/** The routes of imports that read what crm has a place for. */
export const importRoutes: Route[] = importRoutesWith({ kinds: [] });

import { bind, type Db, type Route } from "#base/platform";
import { importOf } from "../opening-actions.ts";
import { packedRejects } from "../reading/packed-rejects.ts";
import { folderOf } from "../reading/place.ts";
import {
  attachmentNamed,
  type FindRejected,
  type NamedTable,
  rejectedName,
  rejectedPart,
} from "../reading/rejected-file.ts";
import { findRejects } from "../running/ledger-store.ts";
import type { ImportRun } from "../running/runs-store.ts";
import * as contract from "./contract.ts";
import { countRejectedLines, findRejectedLines } from "./rejected-lines-store.ts";

const finderOf =
  (db: Db, workspaceId: string, id: string): FindRejected =>
  (file, from, to) =>
    findRejectedLines(db, workspaceId, id, { file, from, to });

/** A file of an import as it was planned: its columns have the names that were given to them. */
function tableOf({ mapping }: ImportRun, file: string): NamedTable {
  const { header, lines } = mapping.plan?.files.find((one) => one.file === file) ?? {};
  return { file, header, lines };
}

export const rejectRoutes: Route[] = [
  bind(contract.getImportRejects, async ({ db, sight, params, query }) => {
    await importOf(db, sight.workspaceId, params.id);
    const { rejects, count } = await findRejects(db, sight.workspaceId, params.id, query);
    const next = query.offset + rejects.length;
    return { items: rejects, count, nextOffset: next < count ? next : null };
  }),
  bind(contract.getRejectedRows, async ({ db, sight, services, params, query, setHeader }) => {
    const run = await importOf(db, sight.workspaceId, params.id);
    const find = finderOf(db, sight.workspaceId, params.id);
    const named = tableOf(run, query.file);
    const text = await rejectedPart(folderOf(services, params.id), named, query.part, find);
    setHeader("content-disposition", attachmentNamed(rejectedName(query.file, query.part)));
    return text;
  }),
  bind(contract.getPackedRejects, async ({ db, sight, services, params, setHeader }) => {
    const run = await importOf(db, sight.workspaceId, params.id);
    const files = await countRejectedLines(db, sight.workspaceId, params.id);
    const find = finderOf(db, sight.workspaceId, params.id);
    const named = files.map((one) => tableOf(run, one.file));
    const bytes = await packedRejects(folderOf(services, params.id), named, find);
    const name = `${rejectedName(run.label).replace(/\.csv$/, "")}.zip`;
    setHeader("content-disposition", attachmentNamed(name));
    return new File([bytes], name, { type: "application/zip" });
  }),
];

/** What earlier imports of a source brought and a later export no longer holds: told, and removed when that is asked for. */
import { removeRecords, writeAs } from "#base/platform";
import type { Vanished } from "../result.ts";
import { namesOf } from "../undo/changes-store.ts";
import type { OpenRun } from "./chunk-actions.ts";
import type { ChunkEntry } from "./tally.ts";
import { type EarlierLink, earlierLinks, takeLinks } from "./vanished-store.ts";

const tables: Readonly<Record<string, string>> = {
  person: "people.person",
  account: "crm.account",
  contact: "crm.contact",
  product: "crm.product",
  opportunity: "crm.opportunity",
  activity: "crm.activity",
};
const pageLinks = 5000;
const chunkRecords = 1000;

/** Counts what vanished, by object. Where rows of an object were refused nothing is removed: it may be one of those. */
export async function findVanished(
  run: OpenRun,
  entries: readonly ChunkEntry[],
  removes: boolean,
): Promise<Vanished[]> {
  const found: Vanished[] = [];
  for (const object of run.seen.objects) {
    const table = tables[object];
    if (table === undefined) continue;
    const gone = await goneOf(run, object, table);
    if (gone.length === 0) continue;
    const refused = entries.some((entry) => entry.object === object && entry.rejected > 0);
    const removed = removes && !refused;
    if (removes && refused)
      run.notices.notice(
        `Records of kind ${object} left in place, because rows of that kind were refused`,
        gone.length,
      );
    const first = gone.slice(0, 10).map((one) => one.recordId);
    const names = await namesOf(run.db, run.workspaceId, table, first);
    if (removed) await removeGone(run, object, table, gone);
    found.push({ object, count: gone.length, removed, sample: first.map((id) => names.get(id) ?? "") });
  }
  return found;
}

async function goneOf(run: OpenRun, object: string, table: string): Promise<EarlierLink[]> {
  const { db, workspaceId, importId, sourceKey } = run;
  const gone: EarlierLink[] = [];
  for (let after = ""; ; ) {
    const asked = { source: sourceKey, object, table, importId, after, limit: pageLinks };
    const page = await earlierLinks(db, workspaceId, asked);
    gone.push(...page.filter((link) => !run.seen.has(object, link.sourceId)));
    const last = page.at(-1);
    if (last === undefined || page.length < pageLinks) return gone;
    after = last.sourceId;
  }
}

async function removeGone(
  run: OpenRun,
  object: string,
  table: string,
  gone: readonly EarlierLink[],
): Promise<void> {
  for (let at = 0; at < gone.length; at += chunkRecords) {
    const some = gone.slice(at, at + chunkRecords);
    await writeAs(run.db, run.author, run.clock, async (trx) => {
      await removeRecords(
        trx,
        run.workspaceId,
        table,
        some.map((one) => one.recordId),
      );
      const of = { source: run.sourceKey, object };
      await takeLinks(
        trx,
        run.workspaceId,
        run.importId,
        of,
        some.map((one) => one.sourceId),
      );
    });
  }
}

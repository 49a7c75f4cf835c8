/** What earlier imports of a source brought and a later export no longer holds: told, and removed when that is asked for. */
import { removeRecords, writeAs } from "#base/platform";
import type { Vanished } from "../result.ts";
import { namesOf } from "../undo/changes-store.ts";
import type { OpenRun } from "./chunk-actions.ts";
import type { ChunkEntry } from "./tally.ts";
import { type EarlierLink, earlierLinks, takeLinks } from "./vanished-store.ts";

/** Where the records of an object are, and under which object their links are kept. */
interface Kept {
  readonly table: string;
  readonly object: string;
  /** A part has no mark of removal: it is there or it is not. */
  readonly isPart: boolean;
}
const record = (table: string, object: string): Kept => ({ table, object, isPart: false });
const part = (table: string, object: string): Kept => ({ table, object, isPart: true });
const keptAt: Readonly<Record<string, Kept>> = {
  person: record("people.person", "person"),
  account: record("crm.account", "account"),
  contact: record("crm.contact", "contact"),
  product: record("crm.product", "product"),
  opportunity: record("crm.opportunity", "opportunity"),
  "opportunity-line": part("crm.opportunity_line", "line"),
  "opportunity-contact": part("crm.opportunity_contact", "opportunity-contact"),
  "team-membership": part("people.team_membership", "team-membership"),
  activity: record("crm.activity", "activity"),
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
    const contributed = run.kinds.find((kind) => kind.object === object);
    const kept = contributed === undefined ? keptAt[object] : record(contributed.table, object);
    if (kept === undefined) continue;
    const gone = await goneOf(run, object, kept);
    if (gone.length === 0) continue;
    const refused = entries.some((entry) => entry.object === object && entry.rejected > 0);
    const removed = removes && !refused;
    if (removes && refused)
      run.notices.notice(
        `Records of kind ${object} left in place, because rows of that kind were refused`,
        gone.length,
      );
    const first = gone.slice(0, 10).map((one) => one.recordId);
    const names = await namesOf(run.db, run.workspaceId, kept.table, first);
    const sample = first.map((id) => names.get(id) ?? "").filter((name) => name !== "");
    if (removed) await removeGone(run, kept, gone);
    found.push({ object, count: gone.length, removed, sample });
  }
  return found;
}

async function goneOf(run: OpenRun, object: string, kept: Kept): Promise<EarlierLink[]> {
  const { db, workspaceId, importId, sourceKey } = run;
  const gone: EarlierLink[] = [];
  for (let after = ""; ; ) {
    const asked = { source: sourceKey, ...kept, importId, after, limit: pageLinks };
    const page = await earlierLinks(db, workspaceId, asked);
    gone.push(...page.filter((link) => !run.seen.has(object, link.sourceId)));
    const last = page.at(-1);
    if (last === undefined || page.length < pageLinks) return gone;
    after = last.sourceId;
  }
}

async function removeGone(run: OpenRun, kept: Kept, gone: readonly EarlierLink[]): Promise<void> {
  for (let at = 0; at < gone.length; at += chunkRecords) {
    const some = gone.slice(at, at + chunkRecords);
    await writeAs(run.db, run.author, run.clock, async (trx) => {
      await removeRecords(
        trx,
        run.workspaceId,
        kept.table,
        some.map((one) => one.recordId),
      );
      const of = { source: run.sourceKey, object: kept.object };
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

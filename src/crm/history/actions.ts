/** Reading history: what happened to a record, and how an opportunity stood on a day. */
import { endOfDay } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";
import { requireFound, workspaceOf } from "#people";
import { type HistoryNoun, idsIn } from "./change.ts";
import { intervalsOf, stateBefore } from "./interval.ts";
import { shownChanges, shownInterval } from "./show-actions.ts";
import { changesOf, customLabels, findNamed, namesOf } from "./store.ts";
import { versionsOf } from "./version-store.ts";

/** A page of a record's history, the newest first; of an opportunity its first page has all its states as intervals. */
export async function historyOf(
  db: Db,
  sight: Sight,
  noun: HistoryNoun,
  id: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const record = requireFound(await findNamed(db, sight, noun, id), noun);
  const [changeNo, reached] = page.cursor ? cursorParts(page.cursor, 2) : [null, record.currency];
  const before = changeNo === null || changeNo === undefined ? null : changeNumber(changeNo);
  const found = await changesOf(db, sight, id, { before, limit: page.limit + 1 });
  const changes = found.slice(0, page.limit);
  const words = {
    names: await namesOf(db, sight, idsIn(changes)),
    customLabels: await customLabels(db, sight, noun),
  };
  const { items, currency } = shownChanges(changes, words, reached ?? null);
  const last = found.length > page.limit ? changes.at(-1) : undefined;
  const withStates = noun === "opportunity" && before === null;
  return {
    noun,
    id,
    name: record.name,
    items,
    nextCursor: last ? cursorText([String(last.changeNo), currency]) : null,
    intervals: withStates ? intervalsOf(await versionsOf(db, sight, id)).map(shownInterval) : null,
  };
}

/** An opportunity as it stood at the end of a day in the workspace's time zone; null before it existed. */
export async function opportunityAsOf(db: Db, sight: Sight, id: string, date: Temporal.PlainDate) {
  const record = requireFound(await findNamed(db, sight, "opportunity", id), "opportunity");
  const { timeZone } = await workspaceOf(db, sight.workspaceId);
  const intervals = intervalsOf(await versionsOf(db, sight, id));
  const held = stateBefore(intervals, endOfDay(date, timeZone));
  return {
    id,
    name: record.name,
    asOf: date.toString(),
    state: held === undefined ? null : shownInterval(held),
  };
}

function changeNumber(text: string): bigint {
  return /^\d{1,19}$/.test(text) ? BigInt(text) : 0n;
}

/** Files of opportunities and of their history, brought together and written chunk by chunk. */
import type { Db } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { filesOf } from "../mapping/import-plan.ts";
import type { ReadRow, Reject } from "../mapping/row.ts";
import { type HistoryPart, readHistoryPart } from "../reading/history-part.ts";
import { chunkRows } from "../reading/table-file.ts";
import type { SourceObject } from "../recognition/field-kind.ts";
import { type OpenRun, siftedChunks, tableOf, writeChunk } from "./chunk-actions.ts";
import type { Draft } from "./draft.ts";
import { draftFromLog } from "./draft-from-log.ts";
import { draftFromRow, draftFromStates, type HistoryRows } from "./draft-from-row.ts";
import { partOf, partsFor } from "./history-groups.ts";
import type { Ledger } from "./ledger.ts";
import { namesContacts, pairsNamed, writeNamedContacts } from "./named-contacts-actions.ts";
import { writeOpportunities } from "./opportunity-actions.ts";
import { meantPeople, named } from "./reference-actions.ts";
import { stakeholderObject } from "./stakeholder-actions.ts";
import { countHistory, type Entry, emptyTally } from "./tally.ts";

/** Chunk numbers of one part of the opportunities begin at a multiple of this. */
const partStride = 1_000_000;
const leftoverChunk = partStride - 1;
const statesChunk = partStride / 2;

/** Opportunities that come as rows, with their rows of history where there are any. */
export async function runOpportunityFiles(run: OpenRun, ledger: Ledger): Promise<void> {
  const { plan } = run;
  const files = filesOf(plan, "opportunity");
  const histories: UnderstoodFile[] = [
    ...filesOf(plan, "opportunity-history"),
    ...filesOf(plan, "opportunity-field-history"),
    ...filesOf(plan, "opportunity-values"),
    ...filesOf(plan, "opportunity-states"),
  ];
  const parts = partsFor(histories.reduce((sum, file) => sum + file.rows, 0));
  for (let part = 0; part < parts; part += 1) {
    const read: HistoryPart[] = [];
    for (const file of histories)
      read.push(await readHistoryPart(file, tableOf(run, file.file), plan.source, part, parts));
    const told = new Set<string>();
    for (const file of files) await runOpportunityFile(run, ledger, file, read, told, part, parts);
    for (const history of read) await runStates(run, ledger, history, told, part);
    for (const history of read) await writeLeftovers(run, ledger, history, told, part);
  }
}

async function runOpportunityFile(
  run: OpenRun,
  ledger: Ledger,
  file: UnderstoodFile,
  histories: readonly HistoryPart[],
  told: Set<string>,
  part: number,
  parts: number,
): Promise<void> {
  let chunkNo = part * partStride;
  for await (const sifted of siftedChunks(run, file)) {
    const rows = sifted.rows
      .filter((row) => partOf(row.key, parts) === part)
      .map((row) => run.joins.fill("opportunity", row));
    // Only who has rows of history is asked about later.
    if (histories.length > 0) for (const row of rows) told.add(row.key);
    run.seen.note(
      "opportunity",
      rows.map((row) => row.key),
    );
    if (namesContacts(file)) run.seen.note(stakeholderObject, pairsNamed(run, rows));
    const place = { file: file.file, chunkNo };
    chunkNo += 1;
    await writeChunk(run, ledger, place, (trx) => {
      const tally = part === 0 ? sifted.tally : emptyTally();
      return writeRows(run, trx, file, { ...place, object: file.object, tally }, rows, histories);
    });
  }
}

/** Opportunities that only a history of whole states tells of: its last state is the record. */
async function runStates(
  run: OpenRun,
  ledger: Ledger,
  history: HistoryPart,
  told: Set<string>,
  part: number,
): Promise<void> {
  if (history.file.object !== "opportunity-states") return;
  const groups = [...history.groups].filter(([key]) => !told.has(key));
  for (let at = 0; at < groups.length; at += chunkRows) {
    const place = { file: history.file.file, chunkNo: part * partStride + statesChunk + at / chunkRows };
    const some = groups.slice(at, at + chunkRows);
    for (const [key] of some) told.add(key);
    run.seen.note(
      "opportunity",
      some.map(([key]) => key),
    );
    await writeChunk(run, ledger, place, async (trx) => {
      const entry: Entry = { ...place, object: history.file.object, tally: emptyTally() };
      const drafts = some.flatMap(([key, rows]): Draft[] => {
        const found = draftFromStates(run, history.file, key, rows);
        if ("draft" in found) return [found.draft];
        entry.tally.rejects.push(...found.rejects);
        return [];
      });
      for (const outcome of await writeOpportunities(run, trx, drafts))
        countHistory(entry.tally, outcome, outcome.draft.historyRows);
      return [entry];
    });
  }
}

const rowsFor = (histories: readonly HistoryPart[], object: SourceObject, key: string): ReadRow[] =>
  histories.filter((one) => one.file.object === object).flatMap((one) => one.groups.get(key) ?? []);

async function writeRows(
  run: OpenRun,
  trx: Db,
  file: UnderstoodFile,
  entry: Entry,
  rows: readonly ReadRow[],
  histories: readonly HistoryPart[],
): Promise<Entry[]> {
  const { tally } = entry;
  const drafts: Draft[] = [];
  const told = run.joins.widened(file);
  for (const row of rows) {
    const history: HistoryRows = {
      snapshots: [
        ...rowsFor(histories, "opportunity-history", row.key),
        ...rowsFor(histories, "opportunity-states", row.key),
      ],
      fieldChanges: rowsFor(histories, "opportunity-field-history", row.key),
      newValues: rowsFor(histories, "opportunity-values", row.key),
    };
    const found = draftFromRow(run, told, row, history);
    if ("draft" in found) drafts.push(found.draft);
    else tally.rejects.push(...found.rejects);
  }
  await meantPeople(
    run,
    trx,
    named(
      drafts.flatMap((draft) => histories.flatMap((one) => one.groups.get(draft.key) ?? [])),
      "author",
    ),
  );
  const outcomes = await writeOpportunities(run, trx, drafts);
  for (const { fate } of outcomes) tally[fate] += 1;
  if (namesContacts(file)) {
    const changed = new Set(outcomes.filter((one) => one.fate !== "unchanged").map((one) => one.draft.key));
    await writeNamedContacts(
      run,
      trx,
      rows.filter((row) => changed.has(row.key)),
    );
  }
  const entries = histories.map(({ file, groups }): Entry => {
    const counted = emptyTally();
    for (const outcome of outcomes) {
      const historyRows = groups.get(outcome.draft.key)?.length ?? 0;
      countHistory(counted, outcome, historyRows);
    }
    return { file: file.file, chunkNo: entry.chunkNo, object: file.object, tally: counted };
  });
  return [entry, ...entries];
}

/** Rows of history of opportunities that no file has, and rows that could not be read. */
async function writeLeftovers(
  run: OpenRun,
  ledger: Ledger,
  history: HistoryPart,
  told: ReadonlySet<string>,
  part: number,
): Promise<void> {
  const place = { file: history.file.file, chunkNo: part * partStride + leftoverChunk };
  const orphans: Reject[] = [];
  for (const [key, rows] of history.groups) {
    if (told.has(key)) continue;
    for (const { line } of rows) {
      orphans.push({
        line,
        field: "opportunity",
        value: key,
        reason: "No file of this import has this opportunity.",
      });
    }
  }
  const tally = { ...history.tally, rejects: [...history.tally.rejects, ...orphans] };
  if (tally.rejects.length + tally.unchanged + tally.duplicate === 0) return;
  await writeChunk(run, ledger, place, async () => [{ ...place, object: history.file.object, tally }]);
}

/** Opportunities that come as a log of changes only. */
export async function runChangeLogs(run: OpenRun, ledger: Ledger): Promise<void> {
  for (const file of filesOf(run.plan, "opportunity-changes")) {
    const parts = partsFor(file.rows);
    for (let part = 0; part < parts; part += 1) {
      const history = await readHistoryPart(file, tableOf(run, file.file), run.plan.source, part, parts);
      await runLogPart(run, ledger, history, part);
      await writeLeftovers(run, ledger, history, new Set(history.groups.keys()), part);
    }
  }
}

async function runLogPart(run: OpenRun, ledger: Ledger, history: HistoryPart, part: number): Promise<void> {
  let chunkNo = part * partStride;
  let group: [string, readonly ReadRow[]][] = [];
  let rows = 0;
  const write = async () => {
    const place = { file: history.file.file, chunkNo };
    const some = group;
    await writeChunk(run, ledger, place, (trx) =>
      writeLogs(run, trx, { ...place, object: history.file.object, tally: emptyTally() }, some),
    );
    chunkNo += 1;
    group = [];
    rows = 0;
  };
  run.seen.note("opportunity", history.groups.keys());
  for (const [key, changes] of history.groups) {
    group.push([key, changes]);
    rows += changes.length;
    if (rows >= chunkRows) await write();
  }
  if (group.length > 0) await write();
}

async function writeLogs(
  run: OpenRun,
  trx: Db,
  entry: Entry,
  logs: readonly [string, readonly ReadRow[]][],
): Promise<Entry[]> {
  const drafts: Draft[] = [];
  for (const [key, rows] of logs) {
    const found = draftFromLog(run, key, rows);
    if ("draft" in found) drafts.push(found.draft);
    else entry.tally.rejects.push(...found.rejects);
  }
  for (const outcome of await writeOpportunities(run, trx, drafts))
    countHistory(entry.tally, outcome, outcome.draft.historyRows);
  return [entry];
}

/** Undoing an import: what would happen, and doing it, chunk by chunk, while others go on working. */

import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type Clock, refuse } from "#base/kernel";
import { type Author, type Database, type Db, type Log, writeAs } from "#base/platform";
import { findRun, type ImportRun } from "../running/runs-store.ts";
import { nextTouched } from "./changes-store.ts";
import { type Foreseen, foreseeUndo, settledSources } from "./foresee-actions.ts";
import { type InTheWay, phasesWith } from "./in-the-way.ts";
import { undoRecords } from "./undo-chunk-actions.ts";
import { beginUndo, endUndo, findUndo, findUndosBroken, giveBackLinks, moveUndo } from "./undos-store.ts";

interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly kinds?: readonly { readonly table: string }[] | undefined;
}

/** Records that go back in one transaction. */
const chunkRecords = 500;
const outside = AsyncLocalStorage.snapshot();
const running = new Map<string, Promise<void>>();

async function requireUndoable(db: Db, workspaceId: string, id: string): Promise<ImportRun> {
  const run = (await findRun(db, workspaceId, id)) ?? refuse("not-found", "There is no such import.");
  if (run.state === "running")
    refuse("conflict", "This import is running.", { fix: "Stop it first, then undo it." });
  if (run.startedAt === null || run.mapping.options.dryRun === true)
    refuse("conflict", "This import has written nothing that could be undone.");
  const undo = await findUndo(db, workspaceId, id);
  if (undo !== undefined && undo.state !== "failed")
    refuse(
      "conflict",
      undo.state === "done" ? "This import was undone already." : "This import is being undone.",
      {
        fix: "To have its records again, import the files again.",
      },
    );
  return run;
}

/** What undoing an import would do: nothing, once it was undone. Refuses one that cannot be undone, and says why. */
export async function foresee(db: Db, workspaceId: string, id: string): Promise<Foreseen> {
  const undo = await findUndo(db, workspaceId, id);
  if (undo !== undefined && undo.state !== "failed") return { touched: [], inTheWay: [], kept: new Set() };
  await requireUndoable(db, workspaceId, id);
  return foreseeUndo(db, workspaceId, id);
}

const told = ({ noun, name, reason, by }: InTheWay): { field: string; message: string } => ({
  field: `${noun.split(".")[1]?.replaceAll("_", " ")} ${name}`.trim(),
  message: {
    changed: `was changed since by ${by}`,
    needed: `is needed by ${by}`,
    linked: `is also a record of the later import ${by}`,
  }[reason],
});

/**
 * Begins to undo an import and returns while it goes on. Refuses when something stands in the way and `leaveChanged`
 * does not say that those records are to be left as they are, and to undo twice.
 */
export async function startUndo(
  ground: Ground,
  db: Db,
  author: Author,
  id: string,
  leaveChanged: boolean,
): Promise<void> {
  await requireUndoable(db, author.workspaceId, id);
  const { inTheWay, touched } = await foresee(db, author.workspaceId, id);
  if (inTheWay.length > 0 && !leaveChanged) {
    const count = inTheWay.length === 1 ? "1 record stands" : `${inTheWay.length} records stand`;
    refuse("conflict", `${count} in the way: somebody built on this import since.`, {
      fix: "Undo the rest and leave those records as they are, or take back what was done to them first.",
      fields: inTheWay.slice(0, 20).map(told),
    });
  }
  await beginUndo(db, author.workspaceId, {
    importId: id,
    leaveChanged,
    requestedBy: author.author,
    startedAt: ground.clock.now(),
    recordsTotal: touched.reduce((sum, one) => sum + one.created + one.changed, 0),
  });
  const signed = { ...author, source: `undo:${id}` };
  running.set(
    id,
    outside(() => undoToEnd(ground, signed, id)),
  );
}

/** Waits until an undoing that runs in this program has ended. */
export async function endOfUndo(id: string): Promise<void> {
  await running.get(id);
}

/** The undoing as it was asked for, once the transaction that asked has ended; undefined when that came to nothing. */
async function askedUndo(db: Db, workspaceId: string, id: string) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const undo = await findUndo(db, workspaceId, id);
    if (undo !== undefined || performance.now() > deadline) return undo;
    await pause(50);
  }
}

async function undoToEnd(ground: Ground, author: Author, id: string): Promise<void> {
  const { db } = ground.database;
  const { workspaceId } = author;
  try {
    const undo = await askedUndo(db, workspaceId, id);
    if (undo === undefined) return;
    const settled = new Set(await settledSources(db, workspaceId, id));
    const { kept } = await foreseeUndo(db, workspaceId, id);
    const phases = phasesWith((ground.kinds ?? []).map((kind) => kind.table));
    const undoing = {
      workspaceId,
      source: `import:${id}`,
      isSettled: (source: string) => settled.has(source),
      kept,
    };
    for (let phase = undo.phase, afterId = undo.afterId; phase < phases.length; phase += 1, afterId = null) {
      for (;;) {
        const asked = { ...phases[phase], afterId, limit: chunkRecords };
        const next = await writeAs(db, author, ground.clock, (trx) =>
          undoChunk(undoing, trx, id, phase, asked),
        );
        if (next === null) break;
        afterId = next;
      }
    }
    while ((await giveBackLinks(db, workspaceId, id, [...kept], 5000)) === 5000);
    await endUndo(db, workspaceId, id, ground.clock.now(), null);
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    ground.log("error", "Undoing an import broke off; it can be asked for again and goes on.", {
      import: id,
      problem: words,
    });
    await endUndo(db, workspaceId, id, ground.clock.now(), words).catch(() => {});
  } finally {
    running.delete(id);
  }
}

async function undoChunk(
  undoing: Parameters<typeof undoRecords>[0],
  trx: Db,
  id: string,
  phase: number,
  asked: {
    readonly noun?: string;
    readonly made?: boolean;
    readonly afterId: string | null;
    readonly limit: number;
  },
): Promise<string | null> {
  const { noun = "", made = true, afterId, limit } = asked;
  const ids = await nextTouched(trx, undoing.workspaceId, undoing.source, { noun, made, afterId, limit });
  const last = ids.at(-1);
  if (last === undefined) return null;
  const done = await undoRecords(undoing, trx, noun, ids);
  await moveUndo(trx, undoing.workspaceId, id, { phase, afterId: last, ...done });
  return last;
}

/** Takes up the undoings that were running when the program last ended. To be called once, when it starts. */
export async function resumeUndos(ground: Ground): Promise<number> {
  const broken = await findUndosBroken(ground.database.db);
  for (const { workspaceId, importId, requestedBy } of broken) {
    const author = { workspaceId, authorId: null, author: requestedBy, source: `undo:${importId}` };
    running.set(
      importId,
      outside(() => undoToEnd(ground, author, importId)),
    );
  }
  return broken.length;
}

/** An undoing from its beginning, or from where it stood, to its end: chunk by chunk, each in a transaction of its own. */

import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { Clock } from "#base/kernel";
import { type Author, type Database, type Db, type Log, writeAs } from "#base/platform";
import { nextTouched } from "./changes-store.ts";
import { type Foreseen, settledSources } from "./foresee-actions.ts";
import { obstructed, phasesWith } from "./in-the-way.ts";
import { lookedAhead } from "./outlook-actions.ts";
import { type Undoing, undoRecords } from "./undo-chunk-actions.ts";
import { endUndo, findUndo, giveBackLinks, moveUndo, type Undo, weighUndo } from "./undos-store.ts";

export interface UndoGround {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** What other capabilities let imports read: their records go back first. */
  readonly kinds?: readonly { readonly table: string }[] | undefined;
}

/** What an undoing was asked to do after the records at hand; halt: it is taken up when the program starts again. */
export interface UndoControl {
  asked: "go on" | "stop" | "halt";
}

/** Records that go back in one transaction. */
const chunkRecords = 500;
const pageLinks = 5000;

/** Undoes an import and keeps how it ended: done, stopped, or failed with the reason. `foreseen`: what is known already. */
export async function undoToEnd(
  ground: UndoGround,
  author: Author,
  id: string,
  foreseen: Foreseen | undefined,
  control: UndoControl,
): Promise<void> {
  const { clock, database, log } = ground;
  const { db } = database;
  const end = async (state: "done" | "stopped" | "failed", problem: string | null) => {
    if (control.asked === "halt" && state !== "done") return;
    await endUndo(db, author.workspaceId, id, state, clock.now(), problem);
  };
  try {
    const undo = await askedUndo(db, author.workspaceId, id);
    if (undo === undefined) return;
    const seen = foreseen ?? (await lookedAhead({ db, clock, log }, author.workspaceId, id));
    if (seen === null) return await end("stopped", null);
    const isBegun = undo.phase > 0 || undo.afterId !== null;
    const reason = isBegun ? null : obstructed(seen.inTheWay, undo.leaveChanged);
    if (reason !== null) return await end("failed", `${reason.message} ${reason.fix}`);
    const finished = await undoAll(ground, author, undo, seen, control);
    await end(finished ? "done" : "stopped", null);
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    log("error", "Undoing an import broke off; it can be asked for again and goes on.", {
      import: id,
      problem: words,
    });
    await end("failed", words).catch(() => {});
  }
}

/** The undoing as it was asked for, once the transaction that asked has ended; undefined when that came to nothing. */
async function askedUndo(db: Db, workspaceId: string, id: string): Promise<Undo | undefined> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const undo = await findUndo(db, workspaceId, id);
    if (undo?.state === "running") return undo;
    if (performance.now() > deadline) return undefined;
    await pause(50);
  }
}

/** Takes everything back that is left to be taken back. False when it was stopped. */
async function undoAll(
  { clock, database, kinds = [] }: UndoGround,
  author: Author,
  undo: Undo,
  seen: Foreseen,
  control: UndoControl,
): Promise<boolean> {
  const { db } = database;
  const { workspaceId } = author;
  const { importId } = undo;
  const settled = new Set(await settledSources(db, workspaceId, importId));
  const kept = new Set(seen.kept);
  const phases = phasesWith(kinds.map((kind) => kind.table));
  const undoing: Undoing = {
    workspaceId,
    source: `import:${importId}`,
    isSettled: (source) => settled.has(source),
    kept,
  };
  await weighUndo(
    db,
    workspaceId,
    importId,
    seen.touched.reduce((sum, one) => sum + one.created + one.changed, 0),
  );
  for (let phase = undo.phase, afterId = undo.afterId; phase < phases.length; phase += 1, afterId = null) {
    for (;;) {
      // Whatever waits (a request to stop, too) has its turn between two chunks.
      await nextTurn();
      if (control.asked !== "go on") return false;
      const asked = { ...phases[phase], afterId, limit: chunkRecords };
      const next = await writeAs(db, author, clock, (trx) => undoChunk(undoing, trx, importId, phase, asked));
      if (next === null) break;
      afterId = next;
    }
  }
  while ((await giveBackLinks(db, workspaceId, importId, [...kept], pageLinks)) === pageLinks);
  return true;
}

async function undoChunk(
  undoing: Undoing,
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

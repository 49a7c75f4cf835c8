/** Undoing an import: asked for, taken up where it broke off, stopped. It runs on its own, while others go on working. */

import { AsyncLocalStorage } from "node:async_hooks";
import { refuse } from "#base/kernel";
import type { Author, Db } from "#base/platform";
import { findRun } from "../running/runs-store.ts";
import type { Foreseen } from "./foresee-actions.ts";
import { obstructed } from "./in-the-way.ts";
import { type Outlook, outlookOn, outlookStillTrue, startLooking, stopLooking } from "./outlook-actions.ts";
import { type UndoControl, type UndoGround, undoToEnd } from "./run-undo-actions.ts";
import { beginUndo, endUndo, findUndo, findUndosBroken, type Undo } from "./undos-store.ts";

const outside = AsyncLocalStorage.snapshot();
interface Running extends UndoControl {
  readonly workspaceId: string;
  ended: Promise<void>;
}

const running = new Map<string, Running>();

/** The undoing of an import that there is, or undefined. Refuses an import that cannot be undone, and says why. */
async function requireUndoable(db: Db, workspaceId: string, id: string): Promise<Undo | undefined> {
  const run = (await findRun(db, workspaceId, id)) ?? refuse("not-found", "There is no such import.");
  if (run.state === "running")
    refuse("conflict", "This import is running.", { fix: "Stop it first, then undo it." });
  if (run.startedAt === null || run.mapping.options.dryRun === true)
    refuse("conflict", "This import has written nothing that could be undone.");
  const undo = await findUndo(db, workspaceId, id);
  if (undo?.state === "done")
    refuse("conflict", "This import was undone already.", {
      fix: "To have its records again, import the files again.",
    });
  if (running.has(id)) refuse("conflict", "This import is being undone.", { fix: "Follow it, or stop it." });
  return undo;
}

/** Begins to look at what undoing an import would do. Refuses one that cannot be undone. */
export async function lookAheadAtUndo(
  ground: UndoGround,
  db: Db,
  workspaceId: string,
  id: string,
): Promise<void> {
  await requireUndoable(db, workspaceId, id);
  startLooking({ ...ground, db: ground.database.db }, workspaceId, id);
}

/** What is known of undoing an import. Refuses an import that there is not. */
export async function outlookOf(db: Db, workspaceId: string, id: string): Promise<Outlook | undefined> {
  if ((await findRun(db, workspaceId, id)) === undefined) refuse("not-found", "There is no such import.");
  return outlookOn(workspaceId, id);
}

/**
 * Begins to undo an import, or takes up one that broke off or was stopped, and returns while it goes on. What was
 * looked at before is used as long as it is true; else it looks again first. Refuses when something is known to stand
 * in the way and `leaveChanged` does not say that those records are to be left as they are; where that is found only
 * later, the undoing ends before it changed anything and says so. Refuses to undo twice.
 */
export async function startUndo(
  ground: UndoGround,
  db: Db,
  author: Author,
  id: string,
  leaveChanged: boolean,
): Promise<void> {
  const { workspaceId } = author;
  const before = await requireUndoable(db, workspaceId, id);
  const isBegun = before !== undefined && (before.phase > 0 || before.afterId !== null);
  const foreseen = isBegun ? undefined : await outlookStillTrue(db, workspaceId, id);
  const reason = foreseen === undefined ? null : obstructed(foreseen.inTheWay, leaveChanged);
  if (reason !== null) refuse("conflict", reason.message, { fix: reason.fix, fields: reason.fields });
  await beginUndo(db, workspaceId, {
    importId: id,
    leaveChanged,
    requestedBy: author.author,
    startedAt: ground.clock.now(),
  });
  run(ground, { ...author, source: `undo:${id}` }, id, foreseen);
}

function run(ground: UndoGround, author: Author, id: string, foreseen: Foreseen | undefined): void {
  const { workspaceId } = author;
  const control: Running = { workspaceId, asked: "go on", ended: Promise.resolve() };
  running.set(id, control);
  control.ended = outside(() => undoToEnd(ground, author, id, foreseen, control)).finally(() =>
    running.delete(id),
  );
}

/**
 * Stops the looking at an undoing, or an undoing after the records at hand: what went back stays so, and it goes on
 * when it is asked for again. One that runs nowhere any more is marked as stopped.
 */
export async function stopUndo(ground: UndoGround, db: Db, workspaceId: string, id: string): Promise<void> {
  const control = running.get(id);
  if (control?.workspaceId === workspaceId) control.asked = "stop";
  stopLooking(workspaceId, id);
  const undo = await findUndo(db, workspaceId, id);
  if (undo?.state === "running" && control === undefined)
    await endUndo(db, workspaceId, id, "stopped", ground.clock.now(), null);
}

/** Whether an undoing runs in this program. */
export const isUndoing = (id: string): boolean => running.has(id);

/** Waits until an undoing that runs in this program has ended. */
export async function endOfUndo(id: string): Promise<void> {
  await running.get(id)?.ended;
}

/** Lets undoings end after the records at hand, to be taken up when the program starts again. */
export async function haltUndos(): Promise<void> {
  for (const [id, control] of running) {
    control.asked = "halt";
    stopLooking(control.workspaceId, id);
  }
  await Promise.all([...running.values()].map((control) => control.ended));
}

/** Takes up the undoings that were running when the program last ended. To be called once, when it starts. */
export async function resumeUndos(ground: UndoGround): Promise<number> {
  const broken = await findUndosBroken(ground.database.db);
  for (const { workspaceId, importId, requestedBy } of broken) {
    const author = { workspaceId, authorId: null, author: requestedBy, source: `undo:${importId}` };
    run(ground, author, importId, undefined);
  }
  return broken.length;
}

/** Looking ahead at what undoing an import would do: begun by somebody, followed by anybody, stopped when it is enough. */
import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "#base/kernel";
import type { Db, Log } from "#base/platform";
import { lastChangeNo } from "./changes-store.ts";
import { type Far, type Foreseen, foreseeUndo, LookingStopped } from "./foresee-actions.ts";

/** What is known of the undoing of an import, in this program, while it runs. */
export interface Outlook {
  readonly state: "looking" | "ready" | "stopped" | "failed";
  readonly startedAt: Temporal.Instant;
  readonly problem: string | null;
  readonly far: Far;
  /** When it is ready. */
  readonly foreseen: Foreseen | null;
}

interface Kept extends Outlook {
  readonly workspaceId: string;
  /** The last change that there was when the looking began: with a later one it must be looked again. */
  readonly lastChange: bigint;
}

const outside = AsyncLocalStorage.snapshot();
const outlooks = new Map<string, Kept>();
const looking = new Map<string, { stopped: boolean; ended: Promise<void> }>();
const nothingYet: Far = { later: 0, looked: 0, touched: [], found: 0 };

/** The outlook on undoing an import of a workspace, as far as it has come; undefined where nobody looked. */
export function outlookOn(workspaceId: string, importId: string): Outlook | undefined {
  const known = outlooks.get(importId);
  return known?.workspaceId === workspaceId ? known : undefined;
}

/** The outlook, if it is ready and nothing was changed since; else undefined. */
export async function outlookStillTrue(
  db: Db,
  workspaceId: string,
  importId: string,
): Promise<Foreseen | undefined> {
  const known = outlooks.get(importId);
  if (known?.workspaceId !== workspaceId || known.foreseen === null) return undefined;
  return (await lastChangeNo(db, workspaceId)) === known.lastChange ? known.foreseen : undefined;
}

/** Begins to look, unless that is going on, and returns at once. */
export function startLooking(
  ground: { readonly db: Db; readonly clock: Clock; readonly log: Log },
  workspaceId: string,
  importId: string,
): void {
  if (looking.has(importId)) return;
  // What was seen of other imports is forgotten, so that memory holds one outlook.
  for (const id of outlooks.keys()) if (!looking.has(id)) outlooks.delete(id);
  const control = { stopped: false, ended: Promise.resolve() };
  looking.set(importId, control);
  const begun = {
    workspaceId,
    startedAt: ground.clock.now(),
    problem: null,
    far: nothingYet,
    foreseen: null,
    lastChange: 0n,
  };
  outlooks.set(importId, { ...begun, state: "looking" });
  control.ended = outside(() => look(ground, workspaceId, importId, control));
}

/** Begins to look and waits for the end of it. Null when it was stopped. */
export async function lookedAhead(
  ground: { readonly db: Db; readonly clock: Clock; readonly log: Log },
  workspaceId: string,
  importId: string,
): Promise<Foreseen | null> {
  startLooking(ground, workspaceId, importId);
  await looking.get(importId)?.ended;
  const seen = outlooks.get(importId);
  if (seen?.state === "failed") throw new Error(seen.problem ?? "Looking ahead failed.");
  return seen?.foreseen ?? null;
}

/** Asks the looking at an import of a workspace to stop, if there is one. */
export function stopLooking(workspaceId: string, importId: string): void {
  const control = looking.get(importId);
  if (control !== undefined && outlookOn(workspaceId, importId) !== undefined) control.stopped = true;
}

async function look(
  { db, log }: { readonly db: Db; readonly log: Log },
  workspaceId: string,
  importId: string,
  control: { stopped: boolean },
): Promise<void> {
  const put = (change: Partial<Kept>) => {
    const before = outlooks.get(importId);
    if (before !== undefined) outlooks.set(importId, { ...before, ...change });
  };
  // The request that asked for it ends its transaction first.
  await nextTurn();
  try {
    const lastChange = await lastChangeNo(db, workspaceId);
    const foreseen = await foreseeUndo(db, workspaceId, importId, {
      report: (far) => put({ far }),
      isStopped: () => control.stopped,
    });
    const { touched } = foreseen;
    const far = { ...(outlooks.get(importId)?.far ?? nothingYet), touched, found: foreseen.inTheWay.count };
    put({ state: "ready", lastChange, foreseen, far });
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    if (problem instanceof LookingStopped) put({ state: "stopped" });
    else {
      log("error", "Looking ahead at undoing an import broke off.", { import: importId, problem: words });
      put({ state: "failed", problem: words });
    }
  } finally {
    looking.delete(importId);
  }
}

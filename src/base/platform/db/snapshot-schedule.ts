import type { Clock } from "../../kernel/index.ts";
import type { Database } from "./database.ts";
import { listSnapshots, stampOf, takeSnapshot } from "./snapshot.ts";

const hour = 3_600_000;

/** Whether the newest snapshot is more than a day old, or there is none. */
export function isSnapshotDue(names: readonly string[], now: Temporal.Instant): boolean {
  const newest = names.at(-1);
  return newest === undefined || newest < stampOf(now.subtract({ hours: 24 }));
}

/**
 * Takes a snapshot whenever the newest is more than a day old, looked after at once and then every hour. `report`
 * hears of each one, and of what went wrong. Gives the function that ends it, which waits for one under way.
 * Does nothing for a database on a server.
 */
export function scheduleSnapshots(
  database: Pick<Database, "dump">,
  directory: string,
  clock: Clock,
  report: (outcome: { path: string } | { problem: unknown }) => void,
): () => Promise<void> {
  if (database.dump === null) return async () => {};
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async () => {
    if (busy || !isSnapshotDue(listSnapshots(directory), clock.now())) return;
    busy = true;
    try {
      report({ path: await takeSnapshot(database, directory, clock, "daily") });
    } catch (problem) {
      report({ problem });
    } finally {
      busy = false;
    }
  };
  const begin = () => {
    running = running.then(look);
  };
  begin();
  const timer = setInterval(begin, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

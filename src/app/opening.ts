/** Opens what a running Quarterdeck needs on a data directory, and closes it again. */
import { join, resolve } from "node:path";
import { type Clock, systemClock } from "#base/kernel";
import {
  type Held,
  jsonLog,
  type Log,
  Observed,
  openDatabase,
  openReplica,
  type Services,
  takeDirectory,
} from "#base/platform";
import { replicaMacros, replicaTables } from "./capabilities.ts";

/** Where the data lie and which record is used, from the environment. */
export interface Place {
  readonly directory: string;
  /** DATABASE_URL: a PostgreSQL server in place of the embedded record. */
  readonly url: string | null;
}

const ownFolder = join(import.meta.dirname, "../../data");

/**
 * QUARTERDECK_DATA names the data directory, relative to the present folder; without it `data` in Quarterdeck's own
 * folder, so that a command finds the same data wherever it is called. DATABASE_URL names a server.
 */
export function placeOf(environment: NodeJS.ProcessEnv): Place {
  return {
    directory: environment.QUARTERDECK_DATA ? resolve(environment.QUARTERDECK_DATA) : resolve(ownFolder),
    url: environment.DATABASE_URL || null,
  };
}

export interface Opened {
  readonly services: Services;
  readonly held: Held;
  close(): Promise<void>;
}

/**
 * Takes the data directory and opens record and replica. Refuses ("unavailable") when another process has the directory,
 * naming it. `what` is what a second process will be told: "the server", "an import".
 */
export async function openQuarterdeck(
  place: Place,
  what: string,
  log: Log = jsonLog(systemClock),
  clock: Clock = systemClock,
): Promise<Opened> {
  const held = takeDirectory(place.directory, { what });
  const observed = new Observed(clock);
  try {
    const database = await openDatabase({
      clock,
      held,
      slow: ({ sql, ms }) => {
        observed.statement(sql, ms);
        log("warn", "A statement took long.", { ms, sql });
      },
      ...(place.url === null ? { directory: place.directory } : { url: place.url }),
    });
    const replica = openReplica({
      db: database.db,
      directory: join(place.directory, "replica"),
      tables: replicaTables,
      macros: replicaMacros,
    });
    const services: Services = {
      database,
      replica,
      clock,
      directory: place.directory,
      log,
      observed,
    };
    return {
      services,
      held,
      async close() {
        await replica.close();
        await database.close();
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** What a running Quarterdeck has at hand, opened once at start and passed along, never reached for. */
import type { Clock } from "../kernel/index.ts";
import type { Database } from "./db/index.ts";
import type { Observed } from "./observed.ts";
import type { Replica } from "./replica/index.ts";

export type LogLevel = "info" | "warn" | "error";

/** Writes one line to the log. Facts are named values; those that look like secrets are left out. */
export type Log = (level: LogLevel, message: string, facts?: Readonly<Record<string, unknown>>) => void;

export interface Services {
  readonly database: Database;
  readonly replica: Replica;
  readonly clock: Clock;
  /** The data directory, or null when there is none (a server's database, a test). */
  readonly directory: string | null;
  readonly log: Log;
  /** What it has seen of itself since its start. */
  readonly observed: Observed;
}

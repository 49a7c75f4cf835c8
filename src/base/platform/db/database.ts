import fs from "node:fs";
import { Kysely, type LogEvent, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Tables } from "../../../../db/types/index.ts";
import type { Clock } from "../../kernel/index.ts";
import { type Held, takeDirectory } from "../lock/index.ts";
import type { EngineOptions } from "./embedded/engine.ts";
import { lineInThread, lineToThread } from "./embedded/line.ts";
import { migrate } from "./migrate.ts";
import { type NarrowedTo, narrowedDb } from "./narrow.ts";
import { embeddedPool, serverPool } from "./pool.ts";
import { greetServer } from "./server.ts";
import { takeSnapshot } from "./snapshot.ts";

/** The record, typed by its tables ("crm.opportunity"), or a transaction on it. */
export type Db = Kysely<Tables>;

export interface Database {
  readonly db: Db;
  readonly engine: "embedded" | "server";
  /** The same record as a seat sees it whose reach is not the whole company. */
  readonly narrowed: (to: NarrowedTo) => Db;
  /** A consistent copy of the embedded database's files as a tar; null on a server, which has its own backups. */
  readonly dump: (() => Promise<Uint8Array>) | null;
  close(): Promise<void>;
}

/** A statement that took long: its text without its parameters, which may be anybody's data. */
export interface SlowStatement {
  readonly sql: string;
  readonly ms: number;
}

const slowMs = 1000;
const textKept = 1000;

export interface DatabaseOptions {
  /** The data directory; the embedded record lies in its folder `record`. Without it and `url`: in memory. */
  readonly directory?: string;
  /** postgres://… of a server (DATABASE_URL). */
  readonly url?: string;
  readonly clock: Clock;
  /** The data directory's lock when the caller holds it already; without it, this takes it until `close`. */
  readonly held?: Held;
  /** Where the embedded engine runs: in a thread of its own (the default), or in this one (quicker to start). */
  readonly thread?: "own" | "this";
  /** A dump (tar) that a new embedded record begins from. */
  readonly load?: Uint8Array;
  /** false leaves the schema as it is found. */
  readonly migrate?: boolean;
  /** Hears of each statement that took longer than a second. */
  readonly slow?: (statement: SlowStatement) => void;
}

/** Where in a data directory the embedded record lies. */
export function recordIn(directory: string): string {
  return `${directory}/record`;
}

function assemble(
  pool: pg.Pool,
  rest: Pick<Database, "engine" | "dump">,
  release: () => Promise<void>,
  slow: DatabaseOptions["slow"],
): Database {
  const log = ({ query, queryDurationMillis: ms }: LogEvent) => {
    if (ms > slowMs) slow?.({ sql: query.sql.slice(0, textKept), ms: Math.round(ms) });
  };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log });
  let closing: Promise<void> | null = null;
  const end = async () => {
    await db.destroy();
    await release();
  };
  return {
    db,
    narrowed: (to) => narrowedDb(pool, to, log),
    ...rest,
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** Opens an embedded record as it is, its schema included. */
export async function openRecord(
  engine: EngineOptions,
  thread: "own" | "this",
  release: () => void = () => undefined,
  slow: DatabaseOptions["slow"] = undefined,
): Promise<Database> {
  const line = thread === "own" ? await lineToThread(engine) : await lineInThread(engine);
  const rest = { engine: "embedded", dump: () => line.dump() } as const;
  const end = async () => {
    await line.close();
    release();
  };
  return assemble(embeddedPool(line), rest, end, slow);
}

async function openEmbedded({
  directory,
  load,
  held,
  slow,
  thread = "own",
}: DatabaseOptions): Promise<Database> {
  if (directory !== undefined) fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const taken =
    directory === undefined || held !== undefined ? null : takeDirectory(directory, { what: "a command" });
  const recordDirectory = directory === undefined ? null : recordIn(directory);
  try {
    return await openRecord({ recordDirectory, dump: load ?? null }, thread, () => taken?.release(), slow);
  } catch (error) {
    taken?.release();
    throw error;
  }
}

async function openServer(url: string, slow: DatabaseOptions["slow"]): Promise<Database> {
  const database = assemble(serverPool(url), { engine: "server", dump: null }, async () => {}, slow);
  try {
    await greetServer(database.db, url);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens the record and brings its schema up to this program's: embedded in `directory`, on the server at `url`, or
 * in memory when neither is given. An embedded record that migrations are about to change is snapshotted first.
 * Refuses ("unavailable") a directory that another process holds, a record that is newer than this program, and
 * one whose applied migrations differ from this program's.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined && options.directory !== undefined) {
    throw new Error("A database is either embedded in a directory or on a server, not both.");
  }
  const database =
    options.url === undefined ? await openEmbedded(options) : await openServer(options.url, options.slow);
  if (options.migrate === false) return database;
  const { directory, clock } = options;
  try {
    await migrate(database, clock, async () => {
      if (directory !== undefined) await takeSnapshot(database, directory, clock, "before-migration");
    });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** DuckDB, locked down: it reads no file but its own and the staging folder, loads nothing, and its memory is bounded. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import { refuse } from "../../kernel/index.ts";
import { type Fragment, statement } from "./fragment.ts";

export type Row = Record<string, string | number | bigint | boolean | null>;

export interface Duck {
  readonly staging: string;
  /** Runs a statement and gives its rows. DATE and TIMESTAMP come as text; aggregate before you ask for many rows. */
  rows(query: Fragment): Promise<Row[]>;
  /** Runs statements in one transaction. */
  together(work: (run: (sql: string) => Promise<void>) => Promise<void>): Promise<void>;
  /** Breaks off what is still being read, waits for what is being written, and closes. */
  close(): Promise<void>;
}

/**
 * Opens (or makes) a DuckDB file below a directory of its own. `memoryMb` bounds its buffers; the rest spills into
 * the staging folder.
 */
export async function openDuck(directory: string, memoryMb: number): Promise<Duck> {
  const staging = join(directory, "staging");
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(join(directory, "replica.duckdb"), {
    memory_limit: `${memoryMb}MB`,
    threads: "2",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: join(staging, "spill"),
  });
  const reader = await instance.connect();
  const writer = await instance.connect();
  await writer.run(`SET allowed_directories=['${staging.replaceAll("'", "''")}']`);
  await writer.run("SET enable_external_access=false");
  await writer.run("SET lock_configuration=true");
  const reading = new UnderWay();
  const writing = new UnderWay();
  return {
    staging,
    rows: (query) => reading.add(() => readRows(reader, query)),
    together: (work) => writing.add(() => inTransaction(writer, work)),
    async close() {
      await reading.end(() => reader.interrupt());
      await writing.end();
      reader.closeSync();
      writer.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * The statements of a connection. It may only be closed when none of them runs: DuckDB lets the last one destroy the
 * connection while that one holds its lock, and so waits for itself for ever, with a thread of the process.
 */
class UnderWay {
  readonly #running = new Set<Promise<unknown>>();
  #ended = false;

  async add<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ended) refuse("unavailable", "The figures are being closed.");
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Takes nothing more and resolves when nothing runs. `interrupt` is called until then: it only reaches what has begun. */
  async end(interrupt: () => void = () => undefined): Promise<void> {
    this.#ended = true;
    while (this.#running.size > 0) {
      interrupt();
      await Promise.race([Promise.allSettled(this.#running), pause(20)]);
    }
  }
}

async function readRows(connection: DuckDBConnection, query: Fragment): Promise<Row[]> {
  const { text, values } = statement(query);
  const result = await connection.runAndReadAll(text, values as DuckDBValue[]);
  return result.getRowObjects().map((row) => {
    const plain: Row = {};
    for (const [name, value] of Object.entries(row)) plain[name] = plainValue(value);
    return plain;
  });
}

function plainValue(value: DuckDBValue): Row[string] {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof DuckDBTimestampValue) return value.toString();
  return String(value);
}

async function inTransaction(
  connection: DuckDBConnection,
  work: Parameters<Duck["together"]>[0],
): Promise<void> {
  await connection.run("BEGIN");
  try {
    await work(async (sql) => {
      await connection.run(sql);
    });
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

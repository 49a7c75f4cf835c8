import * as fs from "node:fs";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { DurableFiles, syncDirectory, syncTree } from "./durable-files.ts";
import { panicIn } from "./panic.ts";

export interface EngineOptions {
  /** Where the record's files lie; null keeps them in memory (tests). */
  readonly recordDirectory: string | null;
  /** A dump (tar, or tar and gzip) to begin from; only where there is no record yet. */
  readonly dump: Uint8Array | null;
}

/** PostgreSQL in this thread: protocol bytes in, protocol bytes out. */
export interface Engine {
  /** Throws when PostgreSQL gave up, and from then on: only a new start helps. */
  exchange(request: Uint8Array): Uint8Array;
  /** A consistent copy of all files as a tar, uncompressed. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const settings = [
  ...["timezone=UTC", "datestyle=ISO", "intervalstyle=iso_8601", "log_checkpoints=false"],
  // Half of the usual: the operating system keeps the files in memory as well.
  ...["shared_buffers=64MB", "transaction_buffers=32", "subtransaction_buffers=32"],
];
const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "wal_sync_method=fsync"];

/** PGlite's own start with the settings that both engines share; synced: without its -F, which is no syncs at all. */
function startParams(synced: boolean): string[] {
  const shipped = PGlite.defaultStartParams.filter((param) => !synced || param !== "-F");
  return [...shipped, ...[...settings, ...(synced ? durable : [])].flatMap((setting) => ["-c", setting])];
}

async function startAt(directory: string | null, dump: Uint8Array | null, synced: boolean): Promise<PGlite> {
  return PGlite.create({
    ...(directory === null ? { dataDir: "memory://" } : { fs: new DurableFiles(directory) }),
    ...(dump === null ? {} : { loadDataDir: new Blob([dump as Uint8Array<ArrayBuffer>]) }),
    extensions: { btree_gist },
    startParams: startParams(synced),
  });
}

/**
 * A record that is not there yet is built beside its place and moved there when it is whole and synced, so that
 * a first start that is cut off leaves nothing behind that looks like a record.
 */
export async function createRecord({ recordDirectory: directory, dump }: EngineOptions): Promise<void> {
  if (directory === null) return;
  const unfinished = `${directory}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  const database = await startAt(unfinished, dump, false);
  await database.close();
  syncTree(unfinished);
  fs.renameSync(unfinished, directory);
  syncDirectory(dirname(directory));
}

/** Whether there is a record where one should be. Refuses to load a dump over one that is there. */
export function hasRecord({ recordDirectory, dump }: EngineOptions): boolean {
  if (recordDirectory === null) return true;
  const isThere = fs.existsSync(`${recordDirectory}/PG_VERSION`);
  if (isThere && dump !== null)
    throw new Error(`${recordDirectory} holds a record already; a dump cannot be loaded over it.`);
  return isThere;
}

/** Starts the embedded database on the record that is there, or in memory. */
export async function startEngine({ recordDirectory, dump }: EngineOptions): Promise<Engine> {
  const onDisk = recordDirectory !== null;
  const database = await startAt(recordDirectory, onDisk ? null : dump, onDisk);
  let panic: string | null = null;
  return {
    exchange(request) {
      if (panic !== null) throw new Error(panic);
      const reply = exchange(database, request);
      panic = panicIn(reply);
      if (panic !== null) throw new Error(panic);
      return reply;
    },
    async dump() {
      await database.exec("checkpoint");
      const tar = await database.dumpDataDir("none");
      return new Uint8Array(await tar.arrayBuffer());
    },
    close: () => database.close(),
  };
}

const encoder = new TextEncoder();
function simpleQuery(text: string): Uint8Array {
  const body = encoder.encode(`${text}\0`);
  const message = new Uint8Array(5 + body.length);
  message[0] = "Q".charCodeAt(0);
  new DataView(message.buffer).setInt32(1, 4 + body.length);
  message.set(body, 5);
  return message;
}
/** Sync, roll back, forget: a new connection finds nothing of the one before it in the one session there is. */
const freshSession = [
  Uint8Array.of("S".charCodeAt(0), 0, 0, 0, 4),
  simpleQuery("rollback"),
  simpleQuery("discard all"),
];

function exchange(database: PGlite, request: Uint8Array): Uint8Array {
  // A connection's first message begins with its length, so with a zero byte; all others with a letter.
  if (request[0] === 0) for (const message of freshSession) database.execProtocolRawSync(message);
  // The reply is a view of memory that the next call overwrites: copy.
  return database.execProtocolRawSync(request).slice();
}

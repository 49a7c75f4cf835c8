/**
 * The replica: a columnar copy of the facts of each workspace, kept current from the change feed, rebuilt from the
 * record at any time, written by nobody else. One DuckDB file a workspace, so that no query can cross from one to another.
 */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "../../kernel/index.ts";
import type { Db } from "../db/index.ts";
import type { Narrowed } from "../policy/compiled-rule.ts";
import { type Duck, openDuck, type Row } from "./duck.ts";
import { databaseIdentity, feedPosition, knowsOf, type Touched, touchedSince } from "./feed.ts";
import { duck, type Fragment } from "./fragment.ts";
import { stageKeys, stageWhole, takeStaged } from "./load.ts";
import { narrowedQuery } from "./narrow.ts";
import { createTable, type ReplicatedTable } from "./table.ts";

export interface Replica {
  /**
   * Rows of a query over a workspace's replica, at least as fresh as every change that was committed when it was asked.
   */
  ask(workspaceId: string, query: Fragment): Promise<Row[]>;
  /** The same replica as a seat sees it whose reach is not the whole company. */
  narrowed(to: Narrowed): Pick<Replica, "ask">;
  /** Takes in all that was committed until now; gives the position reached. */
  catchUp(workspaceId: string): Promise<{ position: string; refreshed: number }>;
  /**
   * Waits until the copy knows of the write with this position (a transaction's id). Refuses ("unavailable") when that
   * transaction has not ended after `patienceMs`.
   */
  reach(workspaceId: string, position: string, patienceMs?: number): Promise<void>;
  /** Forgets the workspace's copy and makes it anew from the record. */
  rebuild(workspaceId: string): Promise<void>;
  /** The position that a workspace's copy has reached, or null where there is none yet. */
  position(workspaceId: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  readonly db: Db;
  /** Where the files lie; the replica owns this folder. */
  readonly directory: string;
  readonly tables: readonly ReplicatedTable[];
  /** DuckDB text run after the tables are made: macros that queries share. */
  readonly macros?: readonly string[];
  readonly memoryMb?: number;
}

interface Copy {
  readonly duck: Duck;
  position: string | null;
  busy: Promise<unknown>;
}

export function openReplica(options: ReplicaOptions): Replica {
  const copies = new Map<string, Promise<Copy>>();
  const copyOf = (workspaceId: string): Promise<Copy> => {
    const known = copies.get(workspaceId);
    if (known) return known;
    const opening = openCopy(options, workspaceId);
    copies.set(workspaceId, opening);
    opening.catch(() => copies.delete(workspaceId));
    return opening;
  };
  const replica: Replica = {
    async ask(workspaceId, query) {
      await replica.catchUp(workspaceId);
      return (await copyOf(workspaceId)).duck.rows(query);
    },
    narrowed: (to) => ({
      ask: (workspaceId, query) => replica.ask(workspaceId, narrowedQuery(options.tables, to, query)),
    }),
    async catchUp(workspaceId) {
      const copy = await copyOf(workspaceId);
      const turn = copy.busy.catch(() => undefined).then(() => bringUpToDate(options, workspaceId, copy));
      copy.busy = turn;
      return turn;
    },
    async reach(workspaceId, position, patienceMs = 5000) {
      const deadline = performance.now() + patienceMs;
      while (!knowsOf((await replica.catchUp(workspaceId)).position, position)) {
        if (performance.now() > deadline) refuseBehind();
        await pause(50);
      }
    },
    async rebuild(workspaceId) {
      const copy = await copyOf(workspaceId);
      const turn = copy.busy.catch(() => undefined).then(() => loadEverything(options, workspaceId, copy));
      copy.busy = turn;
      await turn;
    },
    async position(workspaceId) {
      return (await copyOf(workspaceId)).position;
    },
    async close() {
      const open = await Promise.allSettled(copies.values());
      copies.clear();
      for (const one of open) {
        if (one.status !== "fulfilled") continue;
        await one.value.busy.catch(() => undefined);
        await one.value.duck.close();
      }
    },
  };
  return replica;
}

function refuseBehind(): never {
  refuse("unavailable", "The figures do not know of that change yet: its write is still under way.", {
    fix: "Ask again in a moment.",
  });
}

async function openCopy(options: ReplicaOptions, workspaceId: string): Promise<Copy> {
  const directory = join(options.directory, workspaceId);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    return await openExisting(options, directory);
  } catch {
    // A copy that cannot be opened is worth nothing: the record has everything.
    rmSync(directory, { recursive: true, force: true });
    return openExisting(options, directory);
  }
}

async function openExisting(options: ReplicaOptions, directory: string): Promise<Copy> {
  let store = await openDuck(directory, options.memoryMb ?? 1024);
  const shape = shapeOf(options, await databaseIdentity(options.db));
  const [meta] = await store.rows(
    duck`SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name = 'replica_meta'`,
  );
  if (meta?.n === 1) {
    const [saved] = await store.rows(duck`SELECT shape, position FROM replica_meta`);
    if (saved && saved.shape === shape) {
      return { duck: store, position: saved.position as string | null, busy: Promise.resolve() };
    }
    await store.close();
    rmSync(directory, { recursive: true, force: true });
    store = await openDuck(directory, options.memoryMb ?? 1024);
  }
  await store.together(async (run) => {
    for (const table of options.tables) await run(createTable(table));
    for (const macro of options.macros ?? []) await run(macro);
    await run("CREATE TABLE replica_meta (shape VARCHAR, position VARCHAR)");
    await run(`INSERT INTO replica_meta VALUES ('${shape}', NULL)`);
  });
  return { duck: store, position: null, busy: Promise.resolve() };
}

/** A copy made for other tables, or of another database, is of no use. */
function shapeOf(options: ReplicaOptions, identity: string): string {
  return createHash("sha256")
    .update(JSON.stringify([options.tables, options.macros, identity]))
    .digest("hex");
}

async function bringUpToDate(options: ReplicaOptions, workspaceId: string, copy: Copy) {
  if (copy.position === null) return loadEverything(options, workspaceId, copy);
  const since = copy.position;
  const staged: { table: ReplicatedTable; file: string; keys: readonly string[] | "whole" }[] = [];
  const position = await options.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const reached = await feedPosition(trx);
      if (reached === since) return reached;
      for (const touched of await touchedSince(trx, workspaceId, options.tables, since)) {
        staged.push(await stage(trx, copy, workspaceId, touched));
      }
      return reached;
    });
  if (staged.length > 0) await takeAll(copy, staged, position);
  copy.position = position;
  return { position, refreshed: staged.length };
}

async function stage(db: Db, copy: Copy, workspaceId: string, { table, keys }: Touched) {
  const file =
    keys === "whole"
      ? await stageWhole(db, copy.duck, workspaceId, table)
      : await stageKeys(db, copy.duck, workspaceId, table, keys);
  return { table, file, keys };
}

async function loadEverything(options: ReplicaOptions, workspaceId: string, copy: Copy) {
  const staged: { table: ReplicatedTable; file: string; keys: "whole" }[] = [];
  const position = await options.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const reached = await feedPosition(trx);
      for (const table of options.tables) {
        staged.push({ table, file: await stageWhole(trx, copy.duck, workspaceId, table), keys: "whole" });
      }
      return reached;
    });
  await takeAll(copy, staged, position);
  copy.position = position;
  return { position, refreshed: staged.length };
}

async function takeAll(
  copy: Copy,
  staged: readonly { table: ReplicatedTable; file: string; keys: readonly string[] | "whole" }[],
  position: string,
): Promise<void> {
  await copy.duck.together(async (run) => {
    for (const { table, file, keys } of staged) await takeStaged(run, table, file, keys);
    await run(`UPDATE replica_meta SET position = '${position}'`);
  });
}

/** For tests on data that others made: imports a folder into an empty Quarterdeck and asks it, through the real routes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askMeasure } from "#analytics/contract";
import { askPipeline } from "#run/contract";
import { type Connection, connect } from "../../src/app/commands/connection.ts";
import { type ImportResult, importPath } from "../../src/app/commands/importing.ts";

const shared = join(import.meta.dirname, "../../../shared/data");

/** The folder of a data set, or null with the reason said where it is not on this machine. */
export function dataSet(name: string): string | null {
  const folder = join(shared, name);
  if (existsSync(folder)) return folder;
  console.log(`Left out: known answers of ${name} (../shared/data/${name} is not there).`);
  return null;
}

export function knownAnswers<T>(folder: string): T {
  return JSON.parse(readFileSync(join(folder, "KNOWN.json"), "utf8")) as T;
}

type Options = Parameters<typeof importPath>[2];

export interface Imported {
  readonly result: ImportResult;
  readonly connection: Connection;
  /** Rows of a measure by key, and its total. */
  measure(name: string, query?: Record<string, string | string[]>): Promise<Figures>;
  pipeline(
    asOf: string,
    by?: string,
  ): ReturnType<Connection["call"]> extends Promise<unknown> ? Promise<Pipeline> : never;
  again(): Promise<ImportResult>;
  close(): Promise<void>;
}

export interface Figures {
  readonly rows: Record<string, { value: string | number | null; n: number }>;
  readonly total: { value: string | number | null; n: number };
}
export interface Pipeline {
  readonly rows: { key: string; count: number; amount: string }[];
  readonly total: { count: number; amount: string };
}

/** Imports a folder; `options` are what a person says of its files. */
export async function imported(folder: string, options: Options = {}): Promise<Imported> {
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-known-"));
  const io = {
    out: () => undefined,
    say: () => undefined,
    place: { directory, url: process.env.QUARTERDECK_TEST_DATABASE_URL ? await emptyDatabase() : null },
    environment: {},
  };
  const connection = await connect(io, "a test", undefined, "own");
  const result = await importPath(connection, folder, options, () => undefined);
  return {
    result,
    connection,
    async measure(name, query = {}) {
      const answer = await connection.call(askMeasure, { params: { name }, query });
      return { rows: Object.fromEntries(answer.rows.map((row) => [row.key, row])), total: answer.total };
    },
    pipeline: (asOf, by = "stage") => connection.call(askPipeline, { query: { asOf, by } }),
    again: () => importPath(connection, folder, options, () => undefined),
    async close() {
      await connection.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A new, empty database on the server that the tests were given. */
async function emptyDatabase(): Promise<string> {
  const { default: pg } = await import("pg");
  const address = new URL(process.env.QUARTERDECK_TEST_DATABASE_URL ?? "");
  const name = `known_${Math.random().toString(36).slice(2, 12)}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * The file of a backup: lines of JSON, compressed with gzip. First a head; then for each table a line with its columns,
 * one line a row (each value as PostgreSQL writes it, or null) and a line that counts and fingerprints the rows; last
 * a line that says that nothing is missing.
 */
import { hash } from "node:crypto";
import fs from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { refuse } from "../../../kernel/index.ts";

export interface BackupHead {
  readonly quarterdeck: "backup";
  readonly format: 1;
  readonly takenAt: string;
  readonly engine: "embedded" | "server";
  /** The schema's steps that the record has had. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
}
export interface TableBegin {
  readonly table: string;
  readonly columns: readonly string[];
}
export interface TableEnd {
  readonly end: string;
  readonly rows: number;
  readonly hash: string;
}
export interface BackupEnd {
  readonly complete: true;
  readonly tables: number;
  readonly rows: number;
}
/** A row's values in the order of the table's columns, each as PostgreSQL writes it. */
export type Row = readonly (string | null)[];
export type BackupLine = BackupHead | TableBegin | TableEnd | BackupEnd | Row;

const mask = (1n << 128n) - 1n;

/** A fingerprint of rows in which their order does not count: the sum of their SHA-256, cut to 128 bits each. */
export class RowsHash {
  #sum = 0n;
  #rows = 0;

  add(row: Row): void {
    this.#sum = (this.#sum + BigInt(`0x${hash("sha256", JSON.stringify(row), "hex").slice(0, 32)}`)) & mask;
    this.#rows += 1;
  }
  get rows(): number {
    return this.#rows;
  }
  get text(): string {
    return this.#sum.toString(16).padStart(32, "0");
  }
}

/** Writes lines to a file that gets its name once it is whole and synced. */
export async function writeLines(path: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  async function* text() {
    let piece = "";
    for await (const line of lines) {
      piece += `${JSON.stringify(line)}\n`;
      if (piece.length < 65_536) continue;
      yield piece;
      piece = "";
    }
    yield piece;
  }
  try {
    const file = fs.createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(text()), createGzip({ level: 4 }), file);
    fs.renameSync(unfinished, path);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}

export const damaged = (path: string, why: string): never =>
  refuse("invalid", `The backup ${path} is damaged: ${why}.`, {
    fix: "Use another backup; nothing of this one was kept.",
  });

/** The lines of a backup. Refuses a file that is not there, no backup, or damaged where it can be seen in one line. */
export async function* readLines(path: string): AsyncGenerator<BackupLine> {
  if (!fs.existsSync(path)) refuse("not-found", `There is no file ${path}.`);
  const source = fs.createReadStream(path);
  const unzipped = createGunzip();
  let problem: Error | null = null;
  source.pipe(unzipped);
  source.on("error", (error) => unzipped.destroy(error));
  unzipped.on("error", (error) => {
    problem = error;
  });
  let first = true;
  try {
    for await (const text of linesIn(unzipped)) {
      const line = parsed(path, text, first);
      first = false;
      yield line;
    }
  } catch (error) {
    if (problem === null) throw error;
  } finally {
    source.destroy();
    unzipped.destroy();
  }
  if (problem !== null) damaged(path, (problem as Error).message);
}

/** What stands between line feeds; other separators of lines (U+2028) may stand in a value. */
async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function parsed(path: string, text: string, isHead: boolean): BackupLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return isHead ? noBackup(path) : damaged(path, "a line of it cannot be read");
  }
  if (isHead && (line as { quarterdeck?: unknown } | null)?.quarterdeck !== "backup") noBackup(path);
  return line as BackupLine;
}

const noBackup = (path: string): never =>
  refuse("invalid", `${path} is no backup of Quarterdeck.`, {
    fix: "Give a file that `quarterdeck backup` wrote.",
  });

/** Whether a file begins like a backup; a snapshot or anything else does not. */
export async function isBackup(path: string): Promise<boolean> {
  try {
    for await (const line of readLines(path)) return "quarterdeck" in line;
  } catch {
    return false;
  }
  return false;
}

/** Reading a backup through, with everything that shows whether it is whole. */
import { refuse } from "../../../kernel/index.ts";
import {
  type BackupEnd,
  type BackupHead,
  damaged,
  type Row,
  RowsHash,
  readLines,
  type TableBegin,
  type TableEnd,
} from "./backup-file.ts";

export interface TableCount {
  readonly table: string;
  readonly rows: number;
  /** The same for the same rows, in whatever order and on whichever engine. */
  readonly hash: string;
}

const chunkRows = 2000;

/** What a backup says of itself after every line of it was read and its rows were counted and fingerprinted anew. */
export async function checkBackup(path: string): Promise<{ head: BackupHead; tables: TableCount[] }> {
  const tables: TableCount[] = [];
  const head = await readBackup(path, {
    begin: async () => {},
    rows: async () => {},
    end: async (count) => void tables.push(count),
  });
  return { head, tables };
}

interface Reader {
  begin(table: TableBegin): Promise<void>;
  rows(table: TableBegin, rows: readonly Row[]): Promise<void>;
  end(count: TableCount): Promise<void>;
}

/** Reads a backup through. Refuses one that ends early, or whose rows are not those that were written. */
export async function readBackup(path: string, reader: Reader): Promise<BackupHead> {
  let head: BackupHead | null = null;
  let table: TableBegin | null = null;
  let said = new RowsHash();
  let waiting: Row[] = [];
  let end: BackupEnd | null = null;
  let [tables, rows] = [0, 0];
  const pass = async (begun: TableBegin) => {
    await reader.rows(begun, waiting);
    waiting = [];
  };
  for await (const line of readLines(path)) {
    if (Array.isArray(line)) {
      if (table === null) return damaged(path, "it has rows that belong to no table");
      said.add(line as Row);
      waiting.push(line as Row);
      if (waiting.length >= chunkRows) await pass(table);
    } else if ("quarterdeck" in line) {
      if (line.format !== 1)
        refuse("invalid", `The backup ${path} is of a newer kind (${String(line.format)}).`, {
          fix: "Restore it with the version of Quarterdeck that wrote it, or a later one.",
        });
      head = line;
    } else if ("table" in line) {
      table = line;
      said = new RowsHash();
      await reader.begin(line);
    } else if ("end" in line && table !== null) {
      await pass(table);
      requireSame(path, line, said);
      tables += 1;
      rows += said.rows;
      await reader.end({ table: line.end, rows: said.rows, hash: said.text });
      table = null;
    } else if ("complete" in line) end = line;
  }
  if (head === null || end === null) return damaged(path, "its end is missing");
  if (end.tables !== tables || end.rows !== rows) return damaged(path, "not all of its tables are there");
  return head;
}

function requireSame(path: string, told: TableEnd, found: RowsHash): void {
  if (told.rows !== found.rows || told.hash !== found.text)
    damaged(path, `the rows of ${told.end} are not those that were written`);
}

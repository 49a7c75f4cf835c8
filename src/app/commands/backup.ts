/** `quarterdeck backup`, `check-backup` and `move`: the whole record as a file that either engine takes, and from one to the other. */
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal, systemClock } from "#base/kernel";
import {
  checkBackup,
  type Database,
  loadBackup,
  openDatabase,
  readHolder,
  recordIn,
  restoreBackup,
  type TableCount,
  takeBackup,
  tellAudit,
} from "#base/platform";
import { takeBackupNow } from "../upkeep/contract.ts";
import type { Command, Io } from "./command.ts";
import { connect } from "./connection.ts";
import { grouped, table } from "./print.ts";

/** The record of this place as it is, without bringing its schema up to this program's. */
async function openHere({ directory, url }: Io["place"]): Promise<Database> {
  if (url !== null) return openDatabase({ url, clock: systemClock, migrate: false });
  if (existsSync(recordIn(directory))) return openDatabase({ directory, clock: systemClock, migrate: false });
  throw new Refusal("not-found", `There is no record in ${directory}.`, {
    fix: "Name the data directory in QUARTERDECK_DATA, or a server in DATABASE_URL.",
  });
}

/** Tells of each table as it is done, those without rows left out. */
const tellTables =
  (io: Io) =>
  ({ table, rows }: TableCount) => {
    if (rows > 0) io.say(`  ${table}  ${grouped(String(rows))}`);
  };

const countOf = (tables: readonly TableCount[]): number => tables.reduce((sum, { rows }) => sum + rows, 0);
export const rowsOf = (tables: readonly TableCount[]): string =>
  `${grouped(String(countOf(tables)))} rows in ${tables.length} tables`;

export const backup: Command = {
  name: "backup",
  operands: "FILE",
  summary: "Writes the whole record to a file from which either engine can be restored",
  flags: [],
  examples: [
    "quarterdeck backup quarterdeck-2026-11-25.backup",
    "DATABASE_URL=postgres://… quarterdeck backup quarterdeck-2026-11-25.backup",
  ],
  async run(given, io) {
    const path = resolve(given.operands[0] ?? "");
    if (existsSync(path))
      throw new Refusal("conflict", `There is a file ${path} already.`, {
        fix: "Name another, or delete it.",
      });
    const isRunning = io.place.url === null && readHolder(io.place.directory)?.address;
    if (isRunning) await backUpRunning(io, path);
    else await backUpHere(io, path);
    io.out(path);
  },
};

async function backUpHere(io: Io, path: string): Promise<void> {
  const database = await openHere(io.place);
  try {
    const tables = await takeBackup(database, path, systemClock, tellTables(io));
    await tellAudit(database.db, systemClock, {
      ...{ kind: "backup taken", endpoint: "quarterdeck backup", by: "Command line" },
      detail: { rows: countOf(tables), tables: tables.length },
    });
    io.say(`Wrote ${rowsOf(tables)}.`);
  } finally {
    await database.close();
  }
}

/** The embedded database is open in the server alone, so the server writes the file, which is then put where it is wanted. */
async function backUpRunning(io: Io, path: string): Promise<void> {
  const connection = await connect(io, "a backup", undefined, "read");
  try {
    const written = await connection.call(takeBackupNow, {});
    copyFileSync(written.path, path);
    rmSync(written.path);
    io.say(
      `Wrote ${grouped(String(written.rows))} rows in ${written.tables} tables, while Quarterdeck runs.`,
    );
  } finally {
    await connection.close();
  }
}

export const checkBackupCommand: Command = {
  name: "check-backup",
  operands: "FILE",
  summary: "Reads a backup through, and says whether every row of it is there as it was written",
  flags: [],
  examples: ["quarterdeck check-backup quarterdeck-2026-11-25.backup"],
  async run(given, io) {
    const { head, tables } = await checkBackup(resolve(given.operands[0] ?? ""));
    const lines = tables
      .filter(({ rows }) => rows > 0)
      .map((one) => [one.table, grouped(String(one.rows)), one.hash]);
    io.out(table(["table", "rows", "fingerprint"], lines, [1]));
    io.say(`Whole: ${rowsOf(tables)}, taken ${head.takenAt} from the ${head.engine} database.`);
  },
};

/**
 * Where a record goes: the embedded database of the data directory, or a server. Its audit log, which came along, goes on
 * there with how it came.
 */
export async function load(
  io: Io,
  to: string,
  file: string,
  how: "restore" | "record moved",
): Promise<TableCount[]> {
  const { directory } = io.place;
  const told = {
    kind: how,
    endpoint: how === "restore" ? "quarterdeck restore" : "quarterdeck move",
  } as const;
  const tell = async (target: Database, tables: readonly TableCount[]) =>
    tellAudit(target.db, systemClock, { ...told, by: "Command line", detail: { rows: countOf(tables) } });
  if (to === "embedded") {
    const { replaced, tables } = await restoreBackup(file, directory, systemClock, tellTables(io));
    if (replaced) io.say(`The record that was embedded here before is kept in ${replaced}.`);
    const target = await openDatabase({ directory, clock: systemClock, migrate: false });
    await tell(target, tables).finally(() => target.close());
    return tables;
  }
  const target = await openDatabase({ url: to, clock: systemClock, migrate: false });
  try {
    const tables = await loadBackup(file, target, systemClock, tellTables(io));
    await tell(target, tables);
    return tables;
  } finally {
    await target.close();
  }
}

/** Why a record cannot move there; null when it can. */
function cannotMove(from: string | null, to: string): Refusal | null {
  if (to !== "embedded" && !/^postgres(ql)?:\/\//.test(to))
    return new Refusal("invalid", `“${to}” is neither “embedded” nor the address of a server.`, {
      fix: "Give --to embedded, or --to postgres://account:password@host:5432/database.",
    });
  if ((from === null) === (to === "embedded") || from === to)
    return new Refusal("invalid", "The record is there already.", {
      fix: "Set DATABASE_URL to move from a server to embedded, and leave it out to move from embedded to a server.",
    });
  return null;
}

export const move: Command = {
  name: "move",
  operands: "",
  summary:
    "Moves the record between the embedded database and a server; the one that it leaves stays as it is",
  flags: [
    {
      name: "to",
      value: "PLACE",
      help: "A server's address (postgres://…) whose database is empty, or “embedded”: the data directory",
    },
  ],
  examples: [
    "quarterdeck move --to postgres://quarterdeck:password@127.0.0.1:5432/quarterdeck",
    "DATABASE_URL=postgres://… quarterdeck move --to embedded",
  ],
  async run(given, io) {
    const to = given.text("to") ?? "";
    const reason = cannotMove(io.place.url, to);
    if (reason) throw reason;
    const file = join(io.place.directory, `moving-${process.pid}.backup`);
    try {
      const source = await openHere(io.place);
      io.say("Reading the record …");
      const taken = await takeBackup(source, file, systemClock).finally(() => source.close());
      io.say("Writing it, and reading back what was written …");
      await load(io, to, file, "record moved");
      io.say(
        `Moved ${rowsOf(taken)}; each row was read back and compared. What it was moved from is still there.`,
      );
      io.say(
        to === "embedded"
          ? "From now on, start Quarterdeck without DATABASE_URL."
          : "From now on, start Quarterdeck with DATABASE_URL set to the new address.",
      );
    } finally {
      rmSync(file, { force: true });
    }
  },
};

/** `quarterdeck snapshot` and `quarterdeck restore`: copies of the record, taken and put back. */
import { resolve } from "node:path";
import { Refusal, systemClock } from "#base/kernel";
import {
  type BesideTheServer,
  isBackup,
  listSnapshots,
  openDatabase,
  restoreSnapshot,
  takeSnapshot,
  tellAudit,
} from "#base/platform";
import { openQuarterdeck } from "../opening.ts";
import { load, rowsOf } from "./backup.ts";
import type { Command, Io } from "./command.ts";

function refuseServer(io: Io): void {
  if (io.place.url === null) return;
  throw new Refusal("invalid", "The record lies on a PostgreSQL server, which has its own backups.", {
    fix: "Take a backup (`quarterdeck backup FILE`), or use the server's own: pg_dump, archived WAL.",
  });
}

export const snapshot: Command = {
  name: "snapshot",
  operands: "",
  summary: "Takes a copy of the embedded database now (the server takes one each day by itself)",
  flags: [],
  examples: ["quarterdeck snapshot"],
  async run(_given, io) {
    refuseServer(io);
    const opened = await openQuarterdeck(io.place, "taking a snapshot", () => undefined);
    try {
      const { database, clock } = opened.services;
      io.out(await takeSnapshot(database, io.place.directory, clock));
      await tellAudit(database.db, clock, byCommand("snapshot taken", "quarterdeck snapshot"));
    } finally {
      await opened.close();
    }
  },
};

const byCommand = (kind: BesideTheServer["kind"], endpoint: string): BesideTheServer => ({
  ...{ kind, endpoint, by: "Command line" },
});

/** A backup goes into the database of this place: an empty one on a server, or instead of the embedded one. */
async function restoreFrom(file: string, io: Io): Promise<void> {
  const tables = await load(io, io.place.url ?? "embedded", file, "restore");
  io.say(`Restored ${rowsOf(tables)} from ${file}; each row was read back and compared.`);
}

export const restore: Command = {
  name: "restore",
  operands: "FILE",
  summary: "Puts a backup or a snapshot in the place of the record; what it replaces is kept beside it",
  flags: [],
  examples: [
    "quarterdeck restore data/snapshots/2026-11-23T200000Z-requested.tar.gz",
    "quarterdeck restore quarterdeck-2026-11-25.backup",
    "DATABASE_URL=postgres://… quarterdeck restore quarterdeck-2026-11-25.backup",
  ],
  async run(given, io) {
    const file = given.operands[0] ?? "";
    if (await isBackup(resolve(file))) return restoreFrom(resolve(file), io);
    refuseServer(io);
    const replaced = await restoreSnapshot(resolve(file), io.place.directory, systemClock);
    const { directory } = io.place;
    const database = await openDatabase({ directory, clock: systemClock, migrate: false });
    await tellAudit(database.db, systemClock, byCommand("restore", "quarterdeck restore")).finally(() =>
      database.close(),
    );
    io.say(`Restored from ${file}.`);
    if (replaced)
      io.say(`What was there before is kept in ${replaced}. Delete it when you no longer need it.`);
    const others = listSnapshots(io.place.directory).length;
    io.say(`Snapshots kept in ${io.place.directory}: ${others}.`);
  },
};

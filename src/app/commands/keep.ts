/** `quarterdeck snapshot` and `quarterdeck restore`: copies of the embedded database, taken and put back. */
import { resolve } from "node:path";
import { Refusal, systemClock } from "#base/kernel";
import { listSnapshots, restoreSnapshot, takeSnapshot } from "#base/platform";
import { openQuarterdeck } from "../opening.ts";
import type { Command, Io } from "./command.ts";

function refuseServer(io: Io): void {
  if (io.place.url === null) return;
  throw new Refusal("invalid", "The record lies on a PostgreSQL server, which has its own backups.", {
    fix: "Use pg_dump and pg_restore, or the server's continuous archiving.",
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
      io.out(await takeSnapshot(opened.services.database, io.place.directory, opened.services.clock));
    } finally {
      await opened.close();
    }
  },
};

export const restore: Command = {
  name: "restore",
  operands: "FILE",
  summary: "Puts a snapshot in the place of the embedded database; what it replaces is kept beside it",
  flags: [],
  examples: ["quarterdeck restore data/snapshots/2026-11-23T200000Z-requested.tar.gz"],
  async run(given, io) {
    refuseServer(io);
    const file = given.operands[0] ?? "";
    const replaced = await restoreSnapshot(resolve(file), io.place.directory, systemClock);
    io.say(`Restored from ${file}.`);
    if (replaced)
      io.say(`What was there before is kept in ${replaced}. Delete it when you no longer need it.`);
    const others = listSnapshots(io.place.directory).length;
    io.say(`Snapshots kept in ${io.place.directory}: ${others}.`);
  },
};

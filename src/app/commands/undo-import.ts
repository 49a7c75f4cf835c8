/** `quarterdeck undo-import ID`: takes a whole import back, or goes on with that where it stood. */
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#base/kernel";
import {
  getImport,
  getImportUndo,
  type ImportOut,
  type ImportUndoOut,
  lookAtUndo,
  stopUndo,
  undoImport,
} from "#crm/contract";
import { type Command, Interrupted, type Io, jsonFlag, workspaceFlag } from "./command.ts";
import { type Connection, connect } from "./connection.ts";
import { grouped, table } from "./print.ts";

export const undoImportCommand: Command = {
  name: "undo-import",
  operands: "ID",
  summary:
    "Undoes a whole import, or goes on with it: every record and every past day says what it said before",
  flags: [
    { name: "dry-run", value: null, help: "Say what would happen, and change nothing" },
    {
      name: "leave-changed",
      value: null,
      help: "Leave records as they are on which somebody built since; without it they stand in the way",
    },
    workspaceFlag,
    jsonFlag,
  ],
  examples: ["quarterdeck undo-import 01a1e2f0-0000-7000-8000-000000000000 --dry-run"],
  async run(given, io) {
    const id = given.operands[0] ?? "";
    const leaveChanged = given.is("leave-changed");
    const connection = await connect(io, "undoing an import", given.text("workspace"), "own");
    const before = async () => (await connection.call(getImport, { params: { id } })).undo;
    try {
      // One that has begun goes on; only one that has not is looked at first.
      if (given.is("dry-run") || ((await before())?.recordsDone ?? 0) === 0) {
        const foreseen = await lookedAhead(connection, id, io);
        if (given.is("dry-run"))
          return io.out(given.is("json") ? JSON.stringify(foreseen, null, 2) : foreseenText(foreseen));
      }
      if ((await before())?.state !== "running")
        await connection.call(undoImport, { params: { id }, body: { leaveChanged } });
      const undo = await followed(connection, id, io);
      if (undo.state === "failed") {
        throw new Refusal("unavailable", undo.problem ?? "The undoing broke off.", {
          fix: "Ask for it again: it goes on where it stood.",
        });
      }
      io.out(given.is("json") ? JSON.stringify(undo, null, 2) : undoneText(undo));
    } finally {
      await connection.close();
    }
  },
};

type Undo = NonNullable<ImportOut["undo"]>;

const lookEveryMs = 300;
const number = (count: number) => grouped(String(count));

/** Asks again and again until there is an end. Ctrl-C stops what goes on, and `halted` says what then holds. */
async function until<T>(
  connection: Connection,
  id: string,
  io: Pick<Io, "onInterrupt" | "progress">,
  ask: () => Promise<{ readonly end: T | null; readonly far: string }>,
  halted: (last: string) => string,
): Promise<T> {
  let isInterrupted = false;
  const release = io.onInterrupt(() => {
    isInterrupted = true;
  });
  try {
    for (let asked = false; ; ) {
      const { end, far } = await ask();
      if (end !== null) {
        if (asked) throw new Interrupted(halted(far));
        return end;
      }
      if (isInterrupted && !asked) {
        asked = true;
        await connection.call(stopUndo, { params: { id } });
      }
      io.progress(far);
      await pause(lookEveryMs);
    }
  } finally {
    release();
  }
}

/** Looks at what undoing would do, to the end of it. */
async function lookedAhead(connection: Connection, id: string, io: Io): Promise<ImportUndoOut> {
  await connection.call(lookAtUndo, { params: { id } });
  const seen = await until(
    connection,
    id,
    io,
    async () => {
      const standing = await connection.call(getImportUndo, { params: { id } });
      const touched = standing.touched.reduce((sum, one) => sum + one.created + one.changed, 0);
      const later =
        standing.later > 0 ? `, ${number(standing.looked)} of ${number(standing.later)} changed since` : "";
      const far = `Looking at ${number(touched)} records${later}, ${number(standing.inTheWay.count)} in the way`;
      return { end: standing.state === "looking" ? null : standing, far };
    },
    () => "Stopped. Nothing was changed.",
  );
  if (seen.state === "failed")
    throw new Refusal("unavailable", seen.problem ?? "It could not be looked at.", { fix: "Try again." });
  return seen;
}

async function followed(connection: Connection, id: string, io: Io): Promise<Undo> {
  return until(
    connection,
    id,
    io,
    async () => {
      const { undo } = await connection.call(getImport, { params: { id } });
      const far =
        undo === null || undo.state === "looking"
          ? "Looking at what stands in the way"
          : `${number(undo.recordsDone)} of ${number(undo.recordsTotal)} records`;
      const isGoing = undo === null || undo.state === "running" || undo.state === "looking";
      return { end: isGoing ? null : undo, far };
    },
    (far) => `Stopped at ${far}. Go on with it: quarterdeck undo-import ${id}`,
  );
}

function undoneText(undo: Undo): string {
  const left = undo.left > 0 ? ` ${number(undo.left)} were left as they are.` : "";
  return `Undone: ${number(undo.removed)} records removed, ${number(undo.restored)} as they were before.${left}`;
}

const noun = (name: string) => (name.split(".")[1] ?? name).replaceAll("_", " ");

function foreseenText(foreseen: ImportUndoOut): string {
  const rows = foreseen.touched.map((one) => [noun(one.noun), number(one.created), number(one.changed)]);
  const said = {
    changed: "was changed since by",
    needed: "is needed by",
    linked: "is also a record of the import",
  } as const;
  const lines = foreseen.inTheWay.sample.map(
    (one) => `  ${noun(one.noun)} ${one.name} ${said[one.reason]} ${one.by}`,
  );
  return [
    table(["record", "to be removed", "to be set back"], rows, [1, 2]),
    ...(foreseen.inTheWay.count > 0 ? ["", `In the way (${number(foreseen.inTheWay.count)})`, ...lines] : []),
  ].join("\n");
}

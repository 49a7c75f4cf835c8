/** `quarterdeck imports` and `quarterdeck undo-import ID`: past imports, and taking one back as a whole. */
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#base/kernel";
import { getImport, getImports, getImportUndo, type ImportOut, undoImport } from "#crm/contract";
import { type Command, jsonFlag, workspaceFlag } from "./command.ts";
import { type Connection, connect } from "./connection.ts";
import { grouped, table } from "./print.ts";

export const imports: Command = {
  name: "imports",
  operands: "",
  summary: "Lists the imports of a workspace, the latest first",
  flags: [workspaceFlag, jsonFlag],
  examples: ["quarterdeck imports"],
  async run(given, io) {
    const connection = await connect(io, "a question", given.text("workspace"), "read");
    try {
      const { items } = await connection.call(getImports, {});
      if (given.is("json")) return io.out(JSON.stringify(items, null, 2));
      if (items.length === 0) return io.out("Nothing was imported yet.");
      const rows = items.map((one) => [
        one.id,
        one.createdAt.slice(0, 16).replace("T", " "),
        one.label,
        one.source ?? "",
        one.state,
        grouped(String(one.rowsDone)),
      ]);
      io.out(table(["id", "opened (UTC)", "name", "source", "state", "rows"], rows, [5]));
    } finally {
      await connection.close();
    }
  },
};

export const undoImportCommand: Command = {
  name: "undo-import",
  operands: "ID",
  summary: "Undoes a whole import: every record and every past day says again what it said before",
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
    const connection = await connect(io, "undoing an import", given.text("workspace"), "own");
    try {
      if (given.is("dry-run")) {
        const foreseen = await connection.call(getImportUndo, { params: { id } });
        return io.out(given.is("json") ? JSON.stringify(foreseen, null, 2) : foreseenText(foreseen));
      }
      const body = { leaveChanged: given.is("leave-changed") };
      await connection.call(undoImport, { params: { id }, body });
      const undo = await followed(connection, id, io.say);
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

async function followed(connection: Connection, id: string, say: (text: string) => void): Promise<Undo> {
  let told = 0;
  for (;;) {
    const { undo } = await connection.call(getImport, { params: { id } });
    if (undo !== null && undo.state !== "running") return undo;
    const share = undo?.recordsTotal ? Math.floor((undo.recordsDone * 20) / undo.recordsTotal) : 0;
    if (undo !== null && share > told) say(`  ${undo.recordsDone} of ${undo.recordsTotal} records`);
    told = Math.max(told, share);
    await pause(250);
  }
}

function undoneText(undo: Undo): string {
  const left = undo.left > 0 ? ` ${undo.left} were left as they are.` : "";
  return `Undone: ${undo.removed} records removed, ${undo.restored} as they were before.${left}`;
}

const noun = (name: string) => (name.split(".")[1] ?? name).replaceAll("_", " ");

function foreseenText(foreseen: {
  touched: readonly { noun: string; created: number; changed: number }[];
  inTheWay: {
    count: number;
    sample: readonly { noun: string; name: string; reason: string; by: string }[];
  };
}): string {
  const rows = foreseen.touched.map((one) => [noun(one.noun), String(one.created), String(one.changed)]);
  const said: Record<string, string> = {
    changed: "was changed since by",
    needed: "is needed by",
    linked: "is also a record of the import",
  };
  const lines = foreseen.inTheWay.sample.map(
    (one) => `  ${noun(one.noun)} ${one.name} ${said[one.reason] ?? one.reason} ${one.by}`,
  );
  return [
    table(["record", "to be removed", "to be set back"], rows, [1, 2]),
    ...(foreseen.inTheWay.count > 0 ? ["", `In the way (${foreseen.inTheWay.count})`, ...lines] : []),
  ].join("\n");
}

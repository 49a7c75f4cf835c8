/** `quarterdeck imports` and `quarterdeck rejects ID`: past imports, and the rows that one refused. */
import { appendFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { getImport, getImports, getRejectedRows, type ImportOut } from "#crm/contract";
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
        stateText(one),
        ...[one.rowsTotal ?? 0, one.created, one.updated, one.unchanged, one.duplicate, one.rejected].map(
          (count) => grouped(String(count)),
        ),
      ]);
      const heads = ["id", "opened (UTC)", "name", "source", "state"];
      const counts = ["rows", "created", "updated", "unchanged", "duplicate", "rejected"];
      io.out(table([...heads, ...counts], rows, [5, 6, 7, 8, 9, 10]));
      if (items.some((one) => one.state === "paused"))
        io.say("Go on with one that is paused: quarterdeck import --resume ID");
    } finally {
      await connection.close();
    }
  },
};

export const rejects: Command = {
  name: "rejects",
  operands: "ID",
  summary: "Writes the rows that an import rejected to a file that can be corrected and imported",
  flags: [
    { name: "out", value: "FILE", help: "Where to; rejected.csv in the present folder when left out" },
    workspaceFlag,
    jsonFlag,
  ],
  examples: ["quarterdeck rejects 01a1e2f0-0000-7000-8000-000000000000 --out rejects.csv"],
  async run(given, io) {
    const connection = await connect(io, "rejected rows", given.text("workspace"), "read");
    try {
      const standing = await connection.call(getImport, { params: { id: given.operands[0] ?? "" } });
      const written = await writeRejects(connection, standing, resolve(given.text("out") ?? "rejected.csv"));
      if (given.is("json")) return io.out(JSON.stringify({ files: written }, null, 2));
      if (written.length === 0) return io.say("This import rejected no rows.");
      for (const file of written) io.out(file);
    } finally {
      await connection.close();
    }
  },
};

function stateText({ state, undo, dryRun }: { state: string; undo: string | null; dryRun: boolean }): string {
  if (undo !== null) return undo === "done" ? "undone" : `undoing, ${undo}`;
  if (state === "ready") return "not started";
  return dryRun && state === "done" ? "tried" : state;
}

/**
 * Writes the rejected rows of an import: to the file, or where several files have some, to one for each with the
 * name of its own: "rejects.csv" → "rejects deals.csv". Gives the files that were written.
 */
export async function writeRejects(
  connection: Connection,
  { id, rejects: rejected }: Pick<ImportOut, "id" | "rejects">,
  target: string,
): Promise<string[]> {
  const { files } = rejected;
  const written: string[] = [];
  for (const { file, parts } of files) {
    const path = files.length === 1 ? target : besides(target, file);
    for (let part = 1; part <= parts; part += 1) {
      const text = await connection.call(getRejectedRows, { params: { id }, query: { file, part } });
      if (part === 1) writeFileSync(path, text);
      else appendFileSync(path, text.slice(text.indexOf("\r\n") + 2));
    }
    written.push(path);
  }
  return written;
}

function besides(target: string, file: string): string {
  const ending = extname(target);
  const own = basename(file, extname(file)).replaceAll(/[/\\]/g, " ");
  return join(dirname(target), `${basename(target, ending)} ${own}${ending || ".csv"}`);
}

/** `quarterdeck import PATH`: brings in a CRM's export, or goes on with an import that was paused. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  getFittingMappings,
  getImport,
  type ImportOptionsIn,
  type ImportOut,
  importSources,
  nameImportMapping,
} from "#crm/contract";
import { type Command, type Given, type Io, jsonFlag, WrongUsage, workspaceFlag } from "./command.ts";
import { type Connection, connect } from "./connection.ts";
import { importReport } from "./import-report.ts";
import { giveFiles, planFiles, runImport } from "./importing.ts";
import { writeRejects } from "./imports.ts";

const sourceWords = `${importSources.slice(0, -1).join(", ")} or ${importSources.at(-1)}`;

export const importCommand: Command = {
  name: "import",
  operands: "[PATH]",
  summary: "Imports a CRM's export: a folder of files, or one file",
  flags: [
    {
      name: "resume",
      value: "ID",
      help: "Go on with an import that was paused or broken off, in place of PATH",
    },
    {
      name: "source",
      value: "NAME",
      help: `${sourceWords}; recognised from the headers when left out`,
    },
    {
      name: "mapping",
      value: "FILE|NAME",
      help: "A JSON file that corrects the suggested mapping, or the name of a mapping that was kept",
    },
    {
      name: "save-mapping",
      value: "NAME",
      help: "Keep the mapping under a name, for files with the same columns",
    },
    { name: "currency", value: "CODE", help: "For amounts of which no column says the currency" },
    { name: "date-order", value: "dmy|mdy", help: "For dates that do not tell it themselves" },
    { name: "decimal-mark", value: ".|,", help: "For numbers like 1,234 that do not tell it themselves" },
    {
      name: "source-name",
      value: "NAME",
      help: "A name for where the files come from, when two sources count their records alike",
    },
    {
      name: "remove-vanished",
      value: null,
      help: "Remove records of earlier imports of this source that the files no longer hold",
    },
    { name: "dry-run", value: null, help: "Counts what would happen, and writes nothing" },
    {
      name: "rejects",
      value: "FILE",
      help: "Write the rejected rows to a CSV file that can be corrected and imported",
    },
    workspaceFlag,
    jsonFlag,
  ],
  examples: [
    "quarterdeck import ./export",
    "quarterdeck import deals.csv --currency EUR --dry-run",
    "quarterdeck import ./export --rejects rejects.csv",
    "quarterdeck import --resume 01a1e2f0-0000-7000-8000-000000000000",
  ],
  async run(given, io) {
    const resumed = given.text("resume");
    const [path] = given.operands;
    if ((path === undefined) === (resumed === undefined))
      throw new WrongUsage("import needs a PATH, or --resume ID.");
    const options = optionsOf(given);
    const connection = await connect(io, "an import", given.text("workspace"), "own");
    try {
      const id = resumed ?? (await prepared(connection, resolve(path ?? ""), options, given, io));
      const result = await runImport(connection, id, io);
      const name = given.text("save-mapping");
      if (name !== undefined) await connection.call(nameImportMapping, { params: { id }, body: { name } });
      await tell(connection, result, given, io);
    } finally {
      await connection.close();
    }
  },
};

/** Opens an import with the files at a path, as the mapping says that is meant. Gives its id. */
async function prepared(
  connection: Connection,
  path: string,
  options: ImportOptionsIn,
  given: Given,
  io: Io,
): Promise<string> {
  const mapping = given.text("mapping");
  const file = mapping === undefined || !existsSync(resolve(mapping)) ? undefined : readMapping(mapping);
  const said = file === undefined ? options : { ...options, mapping: file };
  const id = await giveFiles(connection, path, said, io);
  if (mapping === undefined || file !== undefined) {
    await planFiles(connection, id, io);
    return id;
  }
  // What is no file is the name of a mapping; which one fits is known once the files were looked at.
  await planFiles(connection, id, { ...io, say: () => undefined }).catch(() => undefined);
  const { items } = await connection.call(getFittingMappings, { params: { id } });
  const kept = items.find((one) => one.name?.toLowerCase() === mapping.trim().toLowerCase());
  if (kept === undefined)
    throw new WrongUsage(
      unknownMapping(
        mapping,
        items.flatMap((one) => one.name ?? []),
      ),
    );
  await planFiles(connection, id, io, { ...kept.options, ...said });
  return id;
}

function unknownMapping(mapping: string, names: readonly string[]): string {
  const fitting =
    names.length === 0 ? "None was kept for these columns." : `Those that fit are: ${names.join(", ")}.`;
  return `--mapping is “${mapping}”, which is no file, and no kept mapping of that name fits these files. ${fitting}`;
}

async function tell(connection: Connection, result: ImportOut, given: Given, io: Io): Promise<void> {
  const { id, name } = connection.workspace;
  const file = given.text("rejects");
  const written = file === undefined ? [] : await writeRejects(connection, result, resolve(file));
  if (given.is("json")) {
    // A mapping that was kept after the end is told too.
    const { savedAs } = await connection.call(getImport, { params: { id: result.id } });
    return io.out(JSON.stringify({ ...result, savedAs, workspace: { id, name } }, null, 2));
  }
  io.out(importReport(result));
  for (const one of written) io.say(`Rejected rows: ${one}`);
  const refused = result.rejects.files.length > 0 && file === undefined;
  if (refused) io.say(`The rejected rows as a file: quarterdeck rejects ${result.id}`);
  io.say(`Workspace: ${name}`);
}

const isSource = (word: string): word is (typeof importSources)[number] =>
  importSources.some((source) => source === word);

function optionsOf(given: Given): ImportOptionsIn {
  const source = given.text("source");
  if (source !== undefined && !isSource(source)) {
    throw new WrongUsage(`--source is “${source}”. Sources are ${sourceWords}.`);
  }
  const dateOrder = given.text("date-order");
  if (dateOrder !== undefined && dateOrder !== "dmy" && dateOrder !== "mdy") {
    throw new WrongUsage(`--date-order is “${dateOrder}”. It is dmy (31/12/2026) or mdy (12/31/2026).`);
  }
  const decimalMark = given.text("decimal-mark");
  if (decimalMark !== undefined && decimalMark !== "." && decimalMark !== ",") {
    throw new WrongUsage(
      `--decimal-mark is “${decimalMark}”. It is a point (1,234.56) or a comma (1.234,56).`,
    );
  }
  const currency = given.text("currency");
  return {
    ...(source && { source }),
    ...(dateOrder && { dateOrder }),
    ...(decimalMark && { decimalMark }),
    ...(currency && { currency }),
    ...(given.text("source-name") !== undefined && { sourceName: given.text("source-name") }),
    ...(given.is("remove-vanished") && { removeVanished: true }),
    ...(given.is("dry-run") && { dryRun: true }),
  };
}

function readMapping(file: string): NonNullable<ImportOptionsIn["mapping"]> {
  try {
    return JSON.parse(readFileSync(resolve(file), "utf8")) as NonNullable<ImportOptionsIn["mapping"]>;
  } catch (error) {
    throw new WrongUsage(
      `The mapping ${file} could not be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** `quarterdeck import PATH`: gives the files of a CRM's export to an import, starts it and follows it to its end. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#base/kernel";
import {
  createImport,
  getImport,
  type ImportOptionsIn,
  type ImportOut,
  importSources,
  planOfImport,
  startImport,
} from "#crm/contract";
import { type Command, type Given, jsonFlag, WrongUsage, workspaceFlag } from "./command.ts";
import { type Connection, connect } from "./connection.ts";
import { table } from "./print.ts";

/** What an import did, with the stable keys of `--json`. */
export type ImportResult = Pick<
  ImportOut,
  | "id"
  | "files"
  | "assumptions"
  | "proposals"
  | "warnings"
  | "notUnderstood"
  | "rejects"
  | "vanished"
  | "preview"
> & {
  readonly source: string | null;
};

const sourceWords = `${importSources.slice(0, -1).join(", ")} or ${importSources.at(-1)}`;

export const importCommand: Command = {
  name: "import",
  operands: "PATH",
  summary: "Imports a CRM's export: a folder of files, or one file",
  flags: [
    {
      name: "source",
      value: "NAME",
      help: `${sourceWords}; recognised from the headers when left out`,
    },
    { name: "mapping", value: "FILE", help: "A JSON file that corrects the suggested mapping" },
    { name: "currency", value: "CODE", help: "For amounts of which no column says the currency" },
    { name: "date-order", value: "dmy|mdy", help: "For dates that do not tell it themselves" },
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
    workspaceFlag,
    jsonFlag,
  ],
  examples: ["quarterdeck import ./export", "quarterdeck import deals.csv --currency EUR --dry-run"],
  async run(given, io) {
    const path = resolve(given.operands[0] ?? "");
    const options = optionsOf(given);
    const connection = await connect(io, "an import", given.text("workspace"), "own");
    try {
      const result = await importPath(connection, path, options, io.say);
      io.out(given.is("json") ? JSON.stringify(result, null, 2) : report(result, options.dryRun === true));
      if (!given.is("json")) io.say(`Workspace: ${connection.workspace.name}`);
    } finally {
      await connection.close();
    }
  },
};

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
  const currency = given.text("currency");
  const mapping = given.text("mapping");
  return {
    ...(source && { source }),
    ...(dateOrder && { dateOrder }),
    ...(currency && { currency }),
    ...(mapping && { mapping: readMapping(mapping) }),
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

/** The files of a folder (not of folders in it), or the one file. Refuses a path that is not there, and an empty folder. */
function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new Refusal("not-found", `There is nothing at ${path}.`, {
      fix: "Name a folder with CSV files, or a CSV file.",
    });
  }
  if (found.isFile()) return [path];
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(path, entry.name))
    .sort();
  if (files.length > 0) return files;
  throw new Refusal("invalid", `There are no files in ${path}.`, {
    fix: "Put the export's CSV files into the folder.",
  });
}

/** Imports a file or folder through a connection and waits for the end. Refuses what the import could not do, and why. */
export async function importPath(
  connection: Connection,
  path: string,
  options: ImportOptionsIn,
  say: (text: string) => void,
): Promise<ImportResult> {
  const files = filesAt(path);
  const { id } = await connection.call(createImport, { body: { label: basename(path), options } });
  for (const file of files) {
    await connection.upload(`/api/imports/${id}/files/${encodeURIComponent(basename(file))}`, file);
  }
  const plan = await connection.call(planOfImport, { params: { id }, body: {} });
  for (const file of plan.files) {
    if (file.object) say(`${file.file}: ${file.object}, ${file.rows} rows. ${file.reason}`);
  }
  if (plan.questions.length > 0) throw undecided(plan.questions);
  await connection.call(startImport, { params: { id } });
  const end = await followed(connection, id, say);
  if (end.state !== "done") {
    throw new Refusal("invalid", end.problem ?? `The import was ${end.state}.`, {
      fix: "What was written stays. Correct the cause and import again: what is there already is not written twice.",
    });
  }
  const { source, files: counted, assumptions, proposals, warnings, notUnderstood, rejects } = end;
  const { vanished, preview } = end;
  return {
    id,
    source,
    files: counted,
    assumptions,
    proposals,
    warnings,
    notUnderstood,
    rejects,
    vanished,
    preview,
  };
}

function undecided(
  questions: readonly { file: string; column: string; question: string; option: string }[],
): Refusal {
  return new Refusal("invalid", "The files leave something open that should not be guessed.", {
    fields: questions.map((one) => ({ field: `${one.file}, ${one.column}`, message: one.question })),
    fix: `Decide it with ${[...new Set(questions.map((one) => one.option))].join(", ")} and import again.`,
  });
}

async function followed(connection: Connection, id: string, say: (text: string) => void): Promise<ImportOut> {
  let told = 0;
  for (;;) {
    const standing = await connection.call(getImport, { params: { id } });
    if (standing.state !== "running" && standing.state !== "ready") return standing;
    const share = standing.rowsTotal ? Math.floor((standing.rowsDone * 20) / standing.rowsTotal) : 0;
    if (share > told) say(`  ${standing.rowsDone} of ${standing.rowsTotal} rows`);
    told = Math.max(told, share);
    await pause(250);
  }
}

function figuresOf(preview: ImportResult["preview"]): string[] {
  return (preview?.after ?? []).map((after) => {
    const before = preview?.before.find((one) => one.currency === after.currency);
    const rate = (value: number | null | undefined) =>
      value == null ? "–" : `${(value * 100).toFixed(1)} %`;
    return [
      `${after.currency}: bookings ${before?.bookings ?? "0"} → ${after.bookings}`,
      `open pipeline ${before?.openPipeline ?? "0"} → ${after.openPipeline}`,
      `win rate ${rate(before?.winRate)} → ${rate(after.winRate)}`,
    ].join(", ");
  });
}

function report(result: ImportResult, dryRun: boolean): string {
  const heads = ["file", "object", "rows", "created", "updated", "unchanged", "rejected"];
  const rows = result.files.map((file) => [
    file.file,
    file.object ?? "not understood",
    ...[file.rows, file.created, file.updated, file.unchanged, file.rejected].map(String),
  ]);
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ["", title, ...lines.map((line) => `  ${line}`)] : [];
  return [
    `Source: ${result.source}${dryRun ? " (dry run: nothing was written)" : ""}`,
    "",
    table(heads, rows, [2, 3, 4, 5, 6]),
    ...list("Assumed", result.assumptions),
    ...list(
      "Taken as the same",
      result.proposals.map(
        (one) => `${one.value} = ${one.match}${one.accepted ? "" : " (proposed, not done)"}: ${one.evidence}`,
      ),
    ),
    ...list("Worth a look", result.warnings),
    ...list(
      `Rejected (${result.rejects.count})`,
      result.rejects.sample.map(
        (one) => `${one.file}, line ${one.line}, ${one.field} “${one.value}”: ${one.reason}`,
      ),
    ),
    ...list(
      "No longer in these files",
      result.vanished.map(
        (one) => `${one.count} ${one.object}${one.removed ? ", removed" : ""}: ${one.sample.join(", ")}`,
      ),
    ),
    ...list("What the figures would become", figuresOf(result.preview)),
    ...list(
      "Not understood",
      result.notUnderstood.map((one) => `${one.file}: ${one.reason}`),
    ),
  ].join("\n");
}

/** The way of an import from the command line: gives it files, lets it plan, starts it and follows it to its end. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#base/kernel";
import {
  createImport,
  getImport,
  type ImportOptionsIn,
  type ImportOut,
  pauseImport,
  planOfImport,
  startImport,
} from "#crm/contract";
import { Interrupted, type Io } from "./command.ts";
import type { Connection } from "./connection.ts";
import { durationText, grouped } from "./print.ts";

/** What an import did, with the stable keys of `--json`. */
export type ImportResult = ImportOut;

type Telling = Pick<Io, "say" | "progress" | "onInterrupt">;

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

/** Opens an import and gives it the files at a path. Gives its id. */
export async function giveFiles(
  connection: Connection,
  path: string,
  options: ImportOptionsIn,
  { progress }: Pick<Io, "progress">,
): Promise<string> {
  const files = filesAt(path);
  const { id } = await connection.call(createImport, { body: { label: basename(path), options } });
  for (const [at, file] of files.entries()) {
    progress(`Taking ${basename(file)} (${at + 1} of ${files.length})`);
    await connection.upload(`/api/imports/${id}/files/${encodeURIComponent(basename(file))}`, file);
  }
  return id;
}

/** Lets an import look at its files. Refuses when they leave something open, and says how it is answered. */
export async function planFiles(
  connection: Connection,
  id: string,
  { say, progress }: Pick<Io, "say" | "progress">,
  options?: ImportOptionsIn,
): Promise<void> {
  progress("Looking at the files");
  const plan = await connection.call(planOfImport, { params: { id }, body: options ? { options } : {} });
  for (const file of plan.files) {
    if (file.object) say(`${file.file}: ${file.object}, ${grouped(String(file.rows))} rows. ${file.reason}`);
  }
  if (plan.questions.length === 0) return;
  throw new Refusal("invalid", "The files leave something open that should not be guessed.", {
    fields: plan.questions.map((one) => ({ field: `${one.file}, ${one.column}`, message: one.question })),
    fix: `Decide it with ${[...new Set(plan.questions.map((one) => one.option))].join(", ")} and import again.`,
  });
}

/** Starts an import, or goes on with one, and follows it. Refuses what it could not do, and why. */
export async function runImport(connection: Connection, id: string, telling: Telling): Promise<ImportOut> {
  const before = await connection.call(getImport, { params: { id } });
  if (before.state !== "running") await connection.call(startImport, { params: { id } });
  const end = await followed(connection, id, telling);
  if (end.state === "done") return end;
  throw new Refusal("invalid", end.problem ?? `The import is ${end.state}.`, {
    fix: `What was written stays. Go on with it: quarterdeck import --resume ${id}`,
  });
}

/** Imports a file or folder through a connection and waits for the end. Refuses what the import could not do, and why. */
export async function importPath(
  connection: Connection,
  path: string,
  options: ImportOptionsIn,
  say: (text: string) => void,
): Promise<ImportResult> {
  const telling = { say, progress: () => undefined, onInterrupt: () => () => undefined };
  const id = await giveFiles(connection, path, options, telling);
  await planFiles(connection, id, telling);
  return runImport(connection, id, telling);
}

const lookEveryMs = 400;

/** Follows an import until it runs no more. Ctrl-C pauses it in good order, and says how it goes on. */
async function followed(connection: Connection, id: string, telling: Telling): Promise<ImportOut> {
  let isInterrupted = false;
  const release = telling.onInterrupt(() => {
    isInterrupted = true;
  });
  try {
    for (let asked = false; ; ) {
      const standing = await connection.call(getImport, { params: { id } });
      if (asked && (standing.state === "paused" || standing.state === "ready"))
        throw new Interrupted(haltedText(standing));
      if (standing.state !== "running" && standing.state !== "ready") return standing;
      if (isInterrupted && !asked) {
        asked = true;
        telling.say("Pausing after the rows at hand. Press Ctrl-C again to end at once.");
        await connection.call(pauseImport, { params: { id } });
      }
      telling.progress(farText(standing));
      await pause(lookEveryMs);
    }
  } finally {
    release();
  }
}

function haltedText({ id, state, rowsDone, rowsTotal }: ImportOut): string {
  if (state === "ready") return "Stopped. Nothing was written.";
  return `Paused at ${grouped(String(rowsDone))} of ${grouped(String(rowsTotal ?? 0))} rows. Go on with it: quarterdeck import --resume ${id}`;
}

/** "12,000 of 100,000 rows, 3,400 a second, 26 s to go". */
function farText({ rowsDone, rowsTotal, progress }: ImportOut): string {
  const number = (count: number) => grouped(String(count));
  if (progress?.copied)
    return `Copying what could be touched: ${number(progress.copied.rows)} of ${number(progress.copied.rowsTotal)} records`;
  const parts = [`${number(rowsDone)} of ${number(rowsTotal ?? 0)} rows`];
  if (progress && progress.rowsPerSecond > 0) parts.push(`${number(progress.rowsPerSecond)} a second`);
  if (progress && progress.remainingSeconds !== null)
    parts.push(`${durationText(progress.remainingSeconds)} to go`);
  return parts.join(", ");
}

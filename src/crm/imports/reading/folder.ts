/** The files of an import: those of a folder, or a single one. */
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { refuse } from "#base/kernel";
import type { SourceFile } from "./table-file.ts";
import { unpackedBelow } from "./unpacked-tables.ts";

const tableEndings = new Set([".csv", ".tsv", ".tab", ".txt"]);
/** Endings of what an import unpacks when it is given it. ".xls" often is a table of text in disguise. */
const packedEndings = new Set([".zip", ".gz", ".gzip", ".xlsx", ".xlsm", ".xls"]);

export interface FolderContent {
  readonly tables: readonly SourceFile[];
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[];
}

/** Whether a file can be a table by its name; else the reason, in words. */
export function passedOverBecause(name: string): string | null {
  const ending = extname(name).toLowerCase();
  if (tableEndings.has(ending) || packedEndings.has(ending)) return null;
  return "It is not a table: only CSV, TSV, text files with a header line, XLSX, ZIP and GZ are read.";
}

/** The tables at `path` (a folder, with what was unpacked there, or one file), by name, and what else lies there with the reason it is not read. */
export async function filesAt(path: string): Promise<FolderContent> {
  const found = await stat(path).catch(() =>
    refuse("not-found", `There is nothing at ${path}.`, {
      fix: "Give the path of a folder or of a CSV file.",
    }),
  );
  if (!found.isDirectory()) return sorted([{ name: basename(path), path }]);
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.name.startsWith("."));
  const { tables, passedOver } = sorted(
    files
      .filter((entry) => !entry.isDirectory())
      .map((entry) => ({ name: entry.name, path: join(path, entry.name) })),
  );
  const folders = files
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, reason: "It is a folder: folders inside a folder are not read." }));
  const unpacked = await unpackedBelow(path);
  return {
    tables: [...tables, ...unpacked.tables].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    passedOver: [...passedOver, ...folders, ...unpacked.passedOver],
  };
}

function sorted(files: readonly SourceFile[]): FolderContent {
  const byName = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    tables: byName.filter((file) => passedOverBecause(file.name) === null),
    passedOver: byName.flatMap(({ name }) => {
      const reason = passedOverBecause(name);
      return reason === null ? [] : [{ name, reason }];
    }),
  };
}

/** The files that the rules read: a path from the project's root and the text. A planted violation is just such a pair. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a rule found, in plain words, beginning with the path. */
export type Violation = string;
export type Rule = (sources: readonly Source[]) => Violation[];

export const projectRoot = join(import.meta.dirname, "..", "..");

const foldersNotOurs = new Set(["node_modules", "dist", ".git", "data", "coverage", ".quarterdeck"]);

/** All files below folders of the project whose names end in one of the endings, sorted by path. */
export function sourcesUnder(
  folders: readonly string[],
  endings: readonly string[],
  root = projectRoot,
): Source[] {
  return folders
    .flatMap((folder) => pathsUnder(root, folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function pathsUnder(root: string, folder: string): string[] {
  return entriesOf(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return foldersNotOurs.has(entry.name) ? [] : pathsUnder(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (problem) {
    // A folder appears when it has something in it.
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw problem;
  }
}

/** Files from words, for planted violations: { "src/crm/x.ts": "text" }. */
export function planted(files: Readonly<Record<string, string>>): Source[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** Tables that were packed: where their unpacked text lies, and what each archive or workbook held besides. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "./digest.ts";
import type { SourceFile } from "./table-file.ts";

/** What one packed file gave. `file` names lie in the same folder as the index. */
export interface Unpacked {
  readonly tables: readonly {
    readonly name: string;
    readonly file: string;
    readonly numbered: boolean;
    readonly warnings: readonly string[];
  }[];
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[];
}

const unpackedFolder = ".unpacked";
const indexFile = "index.json";

/** The folder for what a packed file of this name unpacks to. */
export const unpackedPlace = (folder: string, name: string): string =>
  join(folder, unpackedFolder, digest([name]));

/** A new, empty folder for what a file unpacks to; what an earlier file of the name gave is gone. */
export async function emptyPlace(folder: string, name: string): Promise<string> {
  const place = unpackedPlace(folder, name);
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true, mode: 0o700 });
  return place;
}

/** Keeps the index of what a file unpacked to; without it nothing there counts. */
export const keepIndex = (place: string, unpacked: Unpacked): Promise<void> =>
  writeFile(join(place, indexFile), JSON.stringify(unpacked), { mode: 0o600 });

/** All tables that were unpacked below a folder, with what was passed over. */
export async function unpackedBelow(
  folder: string,
): Promise<{ tables: SourceFile[]; passedOver: { name: string; reason: string }[] }> {
  const base = join(folder, unpackedFolder);
  const places = await readdir(base).catch(() => []);
  const tables: SourceFile[] = [];
  const passedOver: { name: string; reason: string }[] = [];
  for (const place of places.toSorted()) {
    const text = await readFile(join(base, place, indexFile), "utf8").catch(() => null);
    if (text === null) continue;
    const unpacked = JSON.parse(text) as Unpacked;
    passedOver.push(...unpacked.passedOver);
    for (const { file, ...table } of unpacked.tables)
      tables.push({ ...table, path: join(base, place, file) });
  }
  return { tables, passedOver };
}

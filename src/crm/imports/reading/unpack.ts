/** Unpacks what an import was given: a ZIP as a folder, a compressed file, the sheets of a workbook. */
import { createReadStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "#base/kernel";
import { type Content, contentAt, noTableBecause } from "./content.ts";
import { passedOverBecause } from "./folder.ts";
import { guarded, type PackLimits, packLimits } from "./pack-limits.ts";
import { flatName, keepFile } from "./place.ts";
import type { SourceFile } from "./table-file.ts";
import { unpackWorkbook } from "./unpack-workbook.ts";
import { emptyPlace, keepIndex, unpackedPlace } from "./unpacked-tables.ts";
import { inOne, Unpacking } from "./unpacking.ts";
import { isWorkbook } from "./workbook/workbook-parts.ts";
import { chained, openZip, unzipped, type ZipArchive } from "./zip-archive.ts";

/**
 * Takes a file into the folder of an import, whatever it is packed in. `reason`: why nothing of it is kept; null when
 * something is.
 */
export async function takeFile(
  folder: string,
  name: string,
  bytes: Parameters<typeof keepFile>[2],
  limits: PackLimits = packLimits,
): Promise<{ bytes: number; reason: string | null }> {
  const kept = await keepFile(folder, name, bytes);
  const file = { name, path: join(folder, name) };
  const content = await contentAt(file.path);
  await rm(unpackedPlace(folder, name), { recursive: true, force: true });
  if (content !== "zip" && content !== "gzip") {
    const reason = noTableBecause(content);
    if (reason !== null) await rm(file.path);
    return { bytes: kept, reason };
  }
  const unpacking = new Unpacking(await emptyPlace(folder, name), limits);
  try {
    await unpackFile(unpacking, file, content, true);
    await keepIndex(unpacking.place, { tables: unpacking.tables, passedOver: unpacking.passedOver });
    return { bytes: kept, reason: null };
  } catch (problem) {
    await rm(unpacking.place, { recursive: true, force: true });
    if (!(problem instanceof Refusal)) throw problem;
    return { bytes: kept, reason: inOne(problem) };
  } finally {
    await rm(file.path, { force: true });
  }
}

async function unpackFile(
  unpacking: Unpacking,
  file: SourceFile,
  content: Content,
  mayHoldFolders: boolean,
): Promise<void> {
  if (content === "gzip") return unpackGzip(unpacking, file);
  const archive = await openZip(file, unpacking.limits);
  if (isWorkbook(archive)) return unpackWorkbook(unpacking, archive);
  if (mayHoldFolders) return unpackZip(unpacking, archive);
  throw new Refusal("invalid", "It is an archive inside an archive: give it by itself.");
}

/** Folders and files that operating systems add by themselves, and that nobody packed on purpose. */
const isUnseen = (name: string): boolean =>
  name.split(/[/\\]/).some((part) => part === "__MACOSX" || (part.startsWith(".") && !/^\.+$/.test(part)));

async function unpackZip(unpacking: Unpacking, archive: ZipArchive): Promise<void> {
  for (const entry of archive.entries) {
    if (entry.isFolder || isUnseen(entry.name)) continue;
    const name = flatName(entry.name);
    const reason = passedOverBecause(name);
    if (reason !== null) {
      unpacking.passedOver.push({ name, reason });
      continue;
    }
    const stream = await unzipped(archive, entry, unpacking.bytes, unpacking.limits);
    await keepPart(unpacking, name, stream);
  }
}

async function unpackGzip(unpacking: Unpacking, file: SourceFile): Promise<void> {
  const { size } = await stat(file.path);
  const steps: Transform[] = [createGunzip(), guarded(file.name, size, unpacking.bytes, unpacking.limits)];
  const name = file.name.replace(/\.(gz|gzip)$/i, "");
  await keepPart(unpacking, name, chained(createReadStream(file.path), file.name, steps));
}

/** Keeps one unpacked file: a table as it is, a packed one unpacked in turn, anything else passed over. */
async function keepPart(
  unpacking: Unpacking,
  name: string,
  stream: Parameters<typeof keepFile>[2],
): Promise<void> {
  const file = unpacking.nextFile();
  const path = join(unpacking.place, file);
  unpacking.bytes += await keepFile(unpacking.place, file, stream);
  const content = await contentAt(path);
  const reason = content === "zip" || content === "gzip" ? null : noTableBecause(content);
  if (content === "text")
    unpacking.tables.push({ name: unpacking.freeName(name), file, numbered: false, warnings: [] });
  else if (reason !== null) {
    unpacking.passedOver.push({ name, reason });
    await rm(path);
  } else {
    const packed = `${path}.packed`;
    await rename(path, packed);
    await unpackFile(unpacking, { name, path: packed }, content, false).catch((problem: unknown) =>
      unpacking.passOver(name, problem),
    );
    await rm(packed);
  }
}

/** Where the files of imports lie: in the data directory, one folder an import, under names that do no harm. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { refuse } from "#base/kernel";
import type { Services } from "#base/platform";

/** The folder of an import's files. Without a data directory (a server's database) they lie among temporary files. */
export function folderOf(services: Pick<Services, "directory">, importId: string): string {
  const base = services.directory ?? join(tmpdir(), "quarterdeck");
  return join(base, "imports", importId, "files");
}

/**
 * A file name without a path and without signs that a file system minds. Refuses a name of which nothing remains.
 * "../../etc/passwd.csv" → "passwd.csv".
 */
export function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}<>:"|?*]/gu, "_")
    .replace(/^\.+/, "")
    .slice(0, 200)
    .trim();
  if (clean === "")
    refuse("invalid", `“${name}” is not a name for a file.`, { fix: "Name it like deals.csv." });
  return clean;
}

/**
 * The name of a file inside an archive with its folders, none of which leads anywhere: "a/b/deals.csv" stays,
 * "../../x\\deals.csv" → "x/deals.csv". It is a name to show, not a place on a disk.
 */
export function flatName(path: string): string {
  const parts = path
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^\.+$/.test(part) && !/^[A-Za-z]:$/.test(part))
    .map(safeName);
  return parts.length === 0 ? safeName("file") : parts.join("/").slice(-200);
}

/** Keeps the bytes of a file, whole or not at all; gives how many they are. */
export async function keepFile(folder: string, name: string, bytes: Readable): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const arriving = `${path}.${crypto.randomUUID()}.part`;
  const target = createWriteStream(arriving, { mode: 0o600 });
  try {
    await pipeline(bytes, target);
    await rename(arriving, path);
    return target.bytesWritten;
  } catch (problem) {
    await rm(arriving, { force: true });
    throw problem;
  }
}

/**
 * A record with the schema and nothing in it, made once and then copied. Making one means to start PostgreSQL from
 * nothing and to run every migration, which takes seconds; copying its files takes a moment.
 */
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../kernel/index.ts";
import { openDatabase, recordIn } from "./database.ts";
import { readMigrations } from "./migration-files.ts";

const lockFile = join(import.meta.dirname, "../../../../package-lock.json");

/** Another one with every migration and with every engine, so that an outdated blank is never found. */
export function blankMark(): string {
  const locked = fs.readFileSync(lockFile, "utf8");
  const engine = /"node_modules\/@electric-sql\/pglite": \{\s*"version": "([^"]+)"/.exec(locked)?.[1] ?? "";
  const text = [engine, ...readMigrations().map(({ name, sha256 }) => name + sha256)].join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * Lays a blank record into `directory`, which must hold none. The blank is kept in the folder `blanks`; it is made
 * there first where it is missing, and those of other schemas are removed.
 */
export async function layBlankRecord(blanks: string, directory: string, clock: Clock): Promise<void> {
  const blank = join(blanks, blankMark());
  if (!fs.existsSync(blank)) await makeBlank(blanks, blank, clock);
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  fs.cpSync(recordIn(blank), recordIn(directory), { recursive: true, errorOnExist: true, force: false });
}

async function makeBlank(blanks: string, blank: string, clock: Clock): Promise<void> {
  const unfinished = `${blank}.${randomBytes(6).toString("hex")}`;
  await (await openDatabase({ directory: unfinished, clock })).close();
  try {
    fs.renameSync(unfinished, blank);
  } catch {
    // Somebody else made the same one in the meantime.
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
  const own = blankMark();
  for (const name of fs.readdirSync(blanks))
    if (!name.startsWith(own)) fs.rmSync(join(blanks, name), { recursive: true, force: true });
}

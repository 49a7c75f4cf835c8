/**
 * Seals what must be read again (the secret of a second factor) with AES-256-GCM under a key that lies in the data
 * directory and not in the database. The file has a key a line, "id key"; the last one seals, each opens what it sealed, so
 * that a key can be replaced.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "#base/kernel";

export const SEALING_FILE = "sealing.key";
const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;

/** Seals bytes for one place (a seat): text that opens there and nowhere else. `directory`: the data directory. */
export function seal(directory: string | null, place: string, bytes: Uint8Array): string {
  const last = keysIn(directory).at(-1);
  if (!last) throw new Error("The file of sealing keys has no key in it.");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, last.key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return ["1", last.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(
    ".",
  );
}

/** Opens what was sealed for this place. Null: it was sealed elsewhere, with a key that is not there, or was changed. */
export function unseal(directory: string | null, place: string, text: string): Buffer | null {
  const [version, id, iv = "", tag = "", sealed = ""] = text.split(".");
  const key = keysIn(directory).find((one) => one.id === id)?.key;
  if (version !== "1" || !key) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]);
  } catch {
    return null;
  }
}

function keysIn(directory: string | null): { id: string; key: Buffer }[] {
  if (directory === null)
    refuse("unavailable", "A second factor needs a data directory, where its key is kept.", {
      fix: "Start Quarterdeck with QUARTERDECK_DATA.",
    });
  const path = join(directory, SEALING_FILE);
  const keys = textOf(path)
    .split("\n")
    .flatMap((line) => {
      const [id, key] = line.trim().split(" ");
      return id && key ? [{ id, key: Buffer.from(key, "base64") }] : [];
    });
  if (keys.some(({ key }) => key.length !== KEY_BYTES)) throw new Error(`${path} has a key that is no key.`);
  return keys;
}

/** The file's text. Where there is none it is made, readable by its owner alone; of two who make it one wins. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ENOENT") throw error;
  }
  const line = `${randomBytes(6).toString("hex")} ${randomBytes(KEY_BYTES).toString("base64")}\n`;
  try {
    writeFileSync(path, line, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8");
}

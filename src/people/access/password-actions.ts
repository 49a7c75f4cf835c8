/** Passwords as they are kept: argon2id (RFC 9106), with what it took to make each written beside it. */
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "#base/kernel";

/** 64 MiB and two passes: above the least that ASVS 5.0, appendix C asks for. Raise them, and hashes are made anew at sign-in. */
const present = { memory: 65_536, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface Kept {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A password's hash as text, "$argon2id$v=19$m=65536,t=2,p=1$salt$hash". The bytes of the text in UTF-8, exactly. */
export async function passwordHashOf(password: string): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  return textOf({ ...present, salt, hash: await argon2({ ...present, salt, hash: null }, password) });
}

/** Whether a hash is of this password. It takes as long whether or not it is. */
export async function isPassword(kept: string, password: string): Promise<boolean> {
  const read = readHash(kept);
  return crypto.timingSafeEqual(read.hash, await argon2(read, password));
}

/** Does the work of one comparison, for an address that nobody has: so that its answer takes as long. */
export async function compareWithNobody(password: string): Promise<false> {
  const salt = Buffer.alloc(SALT_BYTES);
  await argon2({ ...present, salt, hash: null }, password);
  return false;
}

/** Whether a hash was made with less work than is done now. */
export function isWeakHash(kept: string): boolean {
  const { memory, passes } = readHash(kept);
  return memory < present.memory || passes < present.passes;
}

function textOf({ memory, passes, parallelism, salt, hash }: Kept): string {
  const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(hash)}`;
}

const kept = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function readHash(text: string): Kept {
  const [, memory, passes, parallelism, salt = "", hash = ""] = kept.exec(text) ?? [];
  if (memory === undefined) throw new Error("A kept password cannot be read.");
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** So many at one time, that sign-ins neither fill the memory nor keep everybody else from the threads of the program. */
const AT_ONCE_MAX = 2;
const WAITING_MAX = 50;
let running = 0;
const waiting: (() => void)[] = [];

async function argon2(how: Omit<Kept, "hash"> & { hash: Buffer | null }, password: string): Promise<Buffer> {
  await takeTurn();
  try {
    return await new Promise((resolve, reject) => {
      const { memory, passes, parallelism, salt: nonce } = how;
      const tagLength = how.hash?.length ?? HASH_BYTES;
      const given = { message: Buffer.from(password, "utf8"), nonce, parallelism, tagLength, memory, passes };
      crypto.argon2("argon2id", given, (error, hash) => (error ? reject(error) : resolve(hash)));
    });
  } finally {
    // A turn that ends goes to the next who waits, so that nobody comes in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function takeTurn(): Promise<void> {
  if (running >= AT_ONCE_MAX) {
    if (waiting.length >= WAITING_MAX)
      refuse("unavailable", "Too many people sign in at this moment.", { fix: "Try again in some seconds." });
    await new Promise<void>((resolve) => waiting.push(resolve));
    return;
  }
  running += 1;
}

let common: ReadonlySet<string> | null = null;

/** Whether a word in small letters is among the passwords that are tried first: see common-passwords.md. */
export function isCommonPassword(word: string): boolean {
  const list = () => readFileSync(join(import.meta.dirname, "common-passwords.txt"), "utf8").trimEnd();
  common ??= new Set(list().split("\n"));
  return common.has(word);
}

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Clock, refuse, systemClock } from "../../kernel/index.ts";

/** What takes a directory. */
export interface Holder {
  /** With its article: "the server", "an import", "a command". */
  readonly what: string;
  /** Where it listens ("http://127.0.0.1:4000"), once it does. */
  readonly address?: string | null;
}

/** What <directory>/holder.json says of the process that has the directory. */
export interface HolderRecord {
  readonly pid: number;
  readonly what: string;
  /** An instant as ISO text. */
  readonly since: string;
  readonly address: string | null;
  /** Shown by calls from the same machine and account to prove that they can read this directory. */
  readonly token: string;
}

export interface Held {
  readonly directory: string;
  readonly token: string;
  /** Says where the holder can be reached from now on. */
  announce(address: string): void;
  release(): void;
}

const lockFile = (directory: string) => `${directory}/lock.sqlite`;
const holderFile = (directory: string) => `${directory}/holder.json`;

/** Long enough for a passing `readHolder`, short enough for somebody who waits at a terminal. */
const patienceMilliseconds = 500;

/**
 * SQLite's exclusive lock is a lock of the operating system on an open file: it holds between processes and
 * accounts, on every system that we run on, and ends with the process however that ends. Null: somebody has it.
 */
function lockIn(directory: string, how: "exclusive" | "shared"): DatabaseSync | null {
  const lock = new DatabaseSync(lockFile(directory), {
    timeout: how === "shared" ? 0 : patienceMilliseconds,
  });
  const take =
    how === "shared"
      ? "begin; select * from sqlite_master"
      : "pragma locking_mode = exclusive; begin exclusive";
  try {
    lock.exec(take);
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
}

function writeHolder(directory: string, holder: HolderRecord): void {
  const unfinished = `${holderFile(directory)}.${process.pid}`;
  fs.writeFileSync(unfinished, `${JSON.stringify(holder, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(unfinished, holderFile(directory));
}

function readFile(directory: string): HolderRecord | null {
  try {
    return JSON.parse(fs.readFileSync(holderFile(directory), "utf8")) as HolderRecord;
  } catch {
    return null;
  }
}

function refuseTaken(directory: string): never {
  const holder = readFile(directory);
  const who =
    holder === null
      ? "another process"
      : `${holder.what} (process ${holder.pid}, since ${holder.since}${holder.address === null ? "" : `, at ${holder.address}`})`;
  const fix =
    holder?.address != null
      ? `Use it at ${holder.address}, or stop process ${holder.pid} and try again.`
      : "Wait until it has finished, or stop it, and try again. Or name another directory with QUARTERDECK_DATA.";
  refuse("unavailable", `The data in ${directory} is in use by ${who}.`, { fix });
}

/**
 * Takes a data directory for this process, until `release` or the process's end. Creates it (0700) where it is
 * missing. Refuses ("unavailable") when another process has it, naming that process.
 */
export function takeDirectory(directory: string, holder: Holder, clock: Clock = systemClock): Held {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = lockIn(directory, "exclusive") ?? refuseTaken(directory);
  let entry: HolderRecord = {
    pid: process.pid,
    what: holder.what,
    since: clock.now().toString({ smallestUnit: "second" }),
    address: holder.address ?? null,
    token: randomBytes(32).toString("base64url"),
  };
  writeHolder(directory, entry);
  let released = false;
  return {
    directory,
    token: entry.token,
    announce(address) {
      entry = { ...entry, address };
      writeHolder(directory, entry);
    },
    release() {
      if (released) return;
      released = true;
      fs.rmSync(holderFile(directory), { force: true });
      lock.close();
    },
  };
}

/** Who has the directory now; null when nobody does, also after a holder that died without a word. */
export function readHolder(directory: string): HolderRecord | null {
  if (!fs.existsSync(lockFile(directory))) return null;
  const lock = lockIn(directory, "shared");
  if (lock === null) return readFile(directory);
  lock.close();
  return null;
}

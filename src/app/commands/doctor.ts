/** `quarterdeck doctor`: looks at everything that Quarterdeck stands on, changes nothing, and says what to do. */
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { Refusal, systemClock } from "#base/kernel";
import {
  type Examination,
  examineDatabase,
  listSnapshots,
  openDatabase,
  readHolder,
  recordIn,
} from "#base/platform";
import { type Command, type Io, wordsOf } from "./command.ts";

export interface Finding {
  readonly about: string;
  /** good; worth: works, but worth a look; bad: does not work, or will lose something. */
  readonly verdict: "good" | "worth" | "bad";
  readonly words: string;
  /** What to do about it. */
  readonly fix?: string;
}

const gigabyte = 1024 ** 3;
const size = (bytes: number): string =>
  bytes >= gigabyte ? `${(bytes / gigabyte).toFixed(1)} GB` : `${Math.ceil(bytes / 1024 ** 2)} MB`;

/** The data directory: there, ours, private, with room. */
export function lookAtDirectory(directory: string): Finding[] {
  const about = "data directory";
  if (!existsSync(directory))
    return [{ about, verdict: "worth", words: `${directory} is not there yet; the first start makes it.` }];
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [
      {
        ...{ about, verdict: "bad", words: `${directory} cannot be written to by this account.` },
        fix: "Start with the account that owns it, or name another in QUARTERDECK_DATA.",
      },
    ];
  }
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  const findings: Finding[] = [
    {
      about: "disk",
      verdict: free < gigabyte ? "bad" : free < 5 * gigabyte ? "worth" : "good",
      words: `${size(free)} are free where ${directory} lies.`,
      ...(free < 5 * gigabyte ? { fix: "Make room: a full disk stops every write." } : {}),
    },
  ];
  const mode = statSync(directory).mode & 0o777;
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    findings.push({
      ...{ about, verdict: "worth", words: `${directory} can be read by other accounts of this machine.` },
      fix: `chmod 700 ${directory}`,
    });
  return findings;
}

/** What an examined database gives to say. */
export function lookAtRecord(found: Examination, engine: "embedded" | "server"): Finding[] {
  const where = engine === "embedded" ? "embedded" : "on a server";
  const findings: Finding[] = [
    {
      about: "record",
      verdict: "good",
      words: `PostgreSQL ${found.version}, ${where}, ${size(found.bytes)}.`,
    },
  ];
  if (found.pending.length > 0)
    findings.push({
      ...{ about: "schema", verdict: "worth" },
      words: `${found.pending.length} steps are still to come: ${found.pending.join(", ")}.`,
      fix: "The next start makes them. Take a backup first.",
    });
  else findings.push({ about: "schema", verdict: "good", words: "It is the one of this program." });
  const off = Object.entries(found.durability).filter(([, value]) => value === "off");
  for (const [name] of off)
    findings.push({
      ...{
        about: "durability",
        verdict: "bad",
        words: `${name} is off: a crash can lose what was confirmed.`,
      },
      fix: `Set ${name} to on in the server's configuration.`,
    });
  if (engine === "server" && found.superuser)
    findings.push({
      ...{ about: "account", verdict: "worth", words: "The account in DATABASE_URL is a superuser." },
      fix: "Give it one that only owns this database: see docs/guides/run-on-postgresql.md.",
    });
  return findings;
}

/** How old the newest snapshot is; only the embedded database has any. */
export function lookAtSnapshots(names: readonly string[], now: Temporal.Instant): Finding {
  const newest = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)/.exec(names.at(-1) ?? "");
  const about = "snapshots";
  const fix = "Take one with `quarterdeck snapshot`, and copy it to another disk.";
  if (newest === null) return { about, verdict: "worth", words: "There is none yet.", fix };
  const [, day, hour, minute, second] = newest;
  const days = now.since(Temporal.Instant.from(`${day}T${hour}:${minute}:${second}Z`)).total("hours") / 24;
  if (days > 2) return { about, verdict: "worth", words: `The newest is ${Math.floor(days)} days old.`, fix };
  return { about, verdict: "good", words: `${names.length}, the newest of ${day}.` };
}

async function lookAtRunning(address: string): Promise<Finding> {
  const about = "server";
  try {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) });
    if (answer.ok)
      return { about, verdict: "good", words: `It runs at ${address} and its database answers.` };
    return {
      about,
      verdict: "bad",
      words: `It runs at ${address}, but answers with ${answer.status}.`,
      fix: "Read its log.",
    };
  } catch (error) {
    return {
      about,
      verdict: "bad",
      words: `It should run at ${address}, but does not answer: ${wordsOf(error)}`,
      fix: "Read its log, or start it again.",
    };
  }
}

async function lookAtDatabase({ directory, url }: Io["place"]): Promise<Finding[]> {
  if (url === null && !existsSync(recordIn(directory)))
    return [{ about: "record", verdict: "worth", words: "There is none yet; the first start makes it." }];
  try {
    const place = url === null ? { directory } : { url };
    const database = await openDatabase({ ...place, clock: systemClock, migrate: false });
    try {
      return lookAtRecord(await examineDatabase(database), database.engine);
    } finally {
      await database.close();
    }
  } catch (error) {
    const fix = error instanceof Refusal && error.fix !== "" ? { fix: error.fix } : {};
    return [
      {
        about: "record",
        verdict: "bad",
        words: error instanceof Error ? error.message : String(error),
        ...fix,
      },
    ];
  }
}

/** Everything there is to say about an installation, the program first. */
export async function examine(io: Io): Promise<Finding[]> {
  const { directory, url } = io.place;
  const findings: Finding[] = [
    {
      about: "program",
      verdict: "good",
      words: `Node.js ${process.versions.node} on ${process.platform}-${process.arch}.`,
    },
    ...lookAtDirectory(directory),
  ];
  const holder = readHolder(directory);
  if (holder?.address) findings.push(await lookAtRunning(holder.address));
  else if (holder)
    findings.push({
      about: "server",
      verdict: "good",
      words: `${holder.what} is at work (process ${holder.pid}).`,
    });
  else findings.push({ about: "server", verdict: "good", words: "It does not run." });
  // While somebody has the directory, nobody else can open the record in it.
  if (url !== null || holder === null) findings.push(...(await lookAtDatabase(io.place)));
  if (url === null && existsSync(recordIn(directory)))
    findings.push(lookAtSnapshots(listSnapshots(directory), systemClock.now()));
  return findings;
}

const marks = { good: "✓", worth: "!", bad: "✗" } as const;

export const doctor: Command = {
  name: "doctor",
  operands: "",
  summary: "Looks at everything that Quarterdeck stands on, changes nothing, and says what to do",
  flags: [{ name: "json", value: null, help: "The findings as JSON on standard output" }],
  examples: ["quarterdeck doctor", "quarterdeck doctor --json"],
  async run(given, io) {
    const findings = await examine(io);
    if (given.is("json")) io.out(JSON.stringify({ findings }, null, 2));
    else {
      const width = Math.max(...findings.map(({ about }) => about.length));
      for (const { about, verdict, words, fix } of findings) {
        io.out(`${marks[verdict]} ${about.padEnd(width)}  ${words}`);
        if (fix !== undefined) io.out(`  ${"".padEnd(width)}  → ${fix}`);
      }
    }
    const bad = findings.filter(({ verdict }) => verdict === "bad").length;
    if (bad > 0)
      throw new Refusal("unavailable", bad === 1 ? "One thing is wrong." : `${bad} things are wrong.`);
  },
};

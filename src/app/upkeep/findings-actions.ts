/** What an administrator should know of what Quarterdeck stands on: each thing judged, with what to do. */
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import type { Examination } from "#base/platform";

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

/** `quarterdeck doctor`: looks at everything that Quarterdeck stands on, changes nothing, and says what to do. */
import { existsSync } from "node:fs";
import { Refusal, systemClock } from "#base/kernel";
import { examineDatabase, listSnapshots, openDatabase, readHolder, recordIn } from "#base/platform";
import { type Finding, lookAtDirectory, lookAtRecord, lookAtSnapshots } from "../upkeep/findings-actions.ts";
import { type Command, type Io, wordsOf } from "./command.ts";

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

/**
 * Runs the benches one after the other and writes what they said to docs/benchmarks.md:
 * `node bench/all.ts [--sizes 10000,100000] [--only questions,calls]`. Companies are kept below dist/bench, so that
 * loading them is paid once. With DATABASE_URL the record lies on that server. What is not run anew keeps its figures.
 */
import { fork } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Said } from "./company.ts";

const root = join(import.meta.dirname, "..");
const page = join(root, "docs/benchmarks.md");
const figures = join(import.meta.dirname, "figures.json");

/** The benches, with what they are about. */
const benches = {
  questions: "Questions, end to end through HTTP, against DuckDB and PostgreSQL by hand",
  calls: "Calls of the API",
  refresh: "The copy for figures",
  import: "Import, against what the database can do",
  start: "Start and memory",
} as const;
type Bench = keyof typeof benches;

interface Run {
  readonly bench: Bench;
  readonly size: number;
  readonly engine: "embedded" | "server";
  readonly on: string;
  readonly machine: string;
  readonly said: readonly Said[];
}

const { values } = parseArgs({ options: { sizes: { type: "string" }, only: { type: "string" } } });
const sizes = (values.sizes ?? "10000,100000").split(",").map(Number);
const wanted = (values.only?.split(",") ?? Object.keys(benches)) as Bench[];
const unknown = wanted.filter((bench) => !(bench in benches));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(", ")}.`);
const engine = process.env.DATABASE_URL ? "server" : "embedded";

const runs: Run[] = existsSync(figures) ? (JSON.parse(readFileSync(figures, "utf8")) as Run[]) : [];
for (const size of sizes) {
  for (const bench of wanted) {
    console.log(`\n${bench} at ${size}, ${engine}`);
    const load = loadavg()[0] ?? 0;
    const said = await hear(bench, size);
    const run = {
      ...{ bench, size, engine, said },
      on: Temporal.Now.plainDateISO("UTC").toString(),
      machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.version}, load ${load.toFixed(1)} at the start`,
    } satisfies Run;
    const before = runs.findIndex((one) => one.bench === bench && one.size === size && one.engine === engine);
    if (before >= 0) runs[before] = run;
    else runs.push(run);
    writeFileSync(figures, `${JSON.stringify(runs, null, 2)}\n`);
    writeFileSync(page, pageOf(runs));
  }
}
console.log(`\nWritten to ${page}.`);

/** Runs a bench in a process of its own and gives what it said. Stops where it fails. */
function hear(bench: Bench, size: number): Promise<Said[]> {
  const kept = join(root, "dist/bench");
  mkdirSync(kept, { recursive: true });
  const child = fork(join(import.meta.dirname, `${bench}.ts`), [String(size)], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    env: { ...process.env, QUARTERDECK_BENCH_DATA: kept },
  });
  const said: Said[] = [];
  child.on("message", (one) => said.push(one as Said));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${bench} at ${size} ended with ${code}.`)),
    );
  });
}

function pageOf(all: readonly Run[]): string {
  const parts = (Object.keys(benches) as Bench[]).flatMap((bench) => {
    const of = all
      .filter((run) => run.bench === bench)
      .sort((a, b) => a.size - b.size || a.engine.localeCompare(b.engine));
    return of.length === 0 ? [] : [`## ${benches[bench]}`, ...of.map(tableOf)];
  });
  return `${[
    "# Benchmarks",
    "Written by `node bench/all.ts` and not by hand. Each figure is the median of its run. Compare the ratios, which were taken in one run on one machine, rather than the times: a shared machine is slower one day than the next, and how busy it was stands with each table. The company is the sample company at that many opportunities, each with its history: about six states an opportunity.",
    ...parts,
  ].join("\n\n")}\n`;
}

function tableOf({ size, engine: on, machine, on: day, said }: Run): string {
  const lines = said
    .filter(({ what }) => !what.startsWith("loading"))
    .map(({ what, milliseconds, more }) => `| ${what} | ${timeText(milliseconds)} | ${more} |`);
  const where = on === "server" ? "record on a PostgreSQL server" : "embedded record";
  return [
    `### ${size.toLocaleString("en")} opportunities, ${where}`,
    "",
    "| what | time | |",
    "|---|---:|---|",
    ...lines,
    "",
    `${day}, ${machine}.`,
  ].join("\n");
}

function timeText(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds >= 100 ? Math.round(milliseconds) : milliseconds.toFixed(1)} ms`;
}

/**
 * A sample company of some size to measure on. `node bench/X.ts 100000` says how many opportunities it has (20,000 when left
 * out). With QUARTERDECK_BENCH_DATA=FOLDER it is kept there and found again, so that loading is paid once; with
 * DATABASE_URL=postgres://… the record lies on that server.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedClock } from "#base/kernel";
import { type Replica, type Services, type Sight, sightOf } from "#base/platform";
import { composeCast, createSampleWorkspace, loadCast, tellingDay, usualSeed } from "#test/cast";
import { openQuarterdeck } from "../src/app/opening.ts";

export interface Company {
  readonly services: Services;
  readonly replica: Replica;
  readonly workspaceId: string;
  readonly sight: Sight;
  readonly size: number;
  close(): Promise<void>;
}

/** How many opportunities the command line asks for. */
export function sizeAsked(): number {
  const size = Number(process.argv[2] ?? 20_000);
  if (Number.isInteger(size) && size > 0) return size;
  throw new Error(`The number of opportunities is a whole number, not ${process.argv[2]}.`);
}

const clock = fixedClock(
  tellingDay.toZonedDateTime({ timeZone: "America/New_York", plainTime: "12:00" }).toInstant(),
);

/** Opens the company, loading it where it is not there yet. */
export async function openCompany(size: number): Promise<Company> {
  const kept = process.env.QUARTERDECK_BENCH_DATA;
  const directory = kept ? join(kept, `company-${size}`) : mkdtempSync(join(tmpdir(), "quarterdeck-bench-"));
  const opened = await openQuarterdeck(
    { directory, url: process.env.DATABASE_URL || null },
    "a bench",
    () => undefined,
    clock,
  );
  const { services } = opened;
  const note = join(directory, "workspace");
  let workspaceId = existsSync(note) ? readFileSync(note, "utf8") : "";
  if (!workspaceId) {
    workspaceId = await createSampleWorkspace(services.database.db, clock);
    const cast = composeCast({ seed: usualSeed, size, asOf: tellingDay });
    const loading = await took(() => loadCast(services.database.db, cast, workspaceId, clock));
    say(`loading the record: ${size} opportunities`, loading);
    writeFileSync(note, workspaceId);
  }
  const actor = { workspaceId, personId: null, name: "Bench", role: "command-line" } as const;
  return {
    ...{ services, replica: services.replica, workspaceId, size },
    sight: sightOf(actor, "analytics.read"),
    async close() {
      await opened.close();
      if (!kept) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Milliseconds that the work took, once. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of several times, after one that is not counted. */
export async function usually(work: () => Promise<unknown>, times = 5): Promise<number> {
  await work();
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await took(work));
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** A line of a bench, as bench/all.ts hears it. */
export interface Said {
  readonly what: string;
  readonly milliseconds: number;
  readonly more: string;
}

/** Prints a line: what, how long, and what else there is to say. */
export function say(what: string, milliseconds: number, more = ""): void {
  process.send?.({ what, milliseconds, more } satisfies Said);
  const time =
    milliseconds < 10_000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  console.log(`${what.padEnd(58)} ${time.padStart(12)}  ${more}`.trimEnd());
}

/**
 * R-01 through the whole program: a server that is killed while clients write to it through the API. What it acknowledged
 * is there when it has been started again, and what was sent again under its key is done once.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seededRandom, systemClock } from "#base/kernel";
import { openDatabase } from "../../src/base/platform/db/index.ts";
import { type HolderRecord, readHolder } from "../../src/base/platform/lock/index.ts";
import { foundTestWorkspace } from "../client.ts";
import { blankDirectory, freshDatabase, serverUrl } from "../database.ts";

/** QUARTERDECK_TEST_KILLS=100 is the long run. */
const kills = Number(process.env.QUARTERDECK_TEST_KILLS ?? 2);
vi.setConfig({ testTimeout: 120_000 + kills * 60_000, hookTimeout: 120_000 });
const program = join(import.meta.dirname, "../../src/app/cli.ts");

let directory = "";
let url = "";
let workspaceId = "";
let dropDatabase: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "quarterdeck-calls-killed-"));
  if (serverUrl === undefined) {
    await blankDirectory(directory);
    const database = await openDatabase({ directory, clock: systemClock });
    workspaceId = await foundTestWorkspace(database, systemClock, "Killed");
    return database.close();
  }
  const database = await freshDatabase();
  dropDatabase = database.close;
  workspaceId = await foundTestWorkspace(database, systemClock, "Killed");
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const address = new URL(serverUrl);
  address.pathname = `/${rows[0]?.name}`;
  url = address.href;
});
afterAll(async () => {
  await dropDatabase();
  rmSync(directory, { recursive: true, force: true });
});

interface Serving {
  readonly process: ChildProcess;
  readonly holder: HolderRecord & { readonly address: string };
}

async function serve(): Promise<Serving> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, "serve"], {
    env: { ...process.env, QUARTERDECK_DATA: directory, DATABASE_URL: url, PORT: "0" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let problem = "";
  child.stderr?.on("data", (text: Buffer) => {
    problem += text;
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.\n${problem}`);
    const holder = readHolder(directory);
    if (holder?.address && holder.pid === child.pid)
      return { process: child, holder: { ...holder, address: holder.address } };
    await wait(50);
  }
}

async function end({ process: child }: Serving, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

const headersOf = ({ holder }: Serving) => ({
  authorization: `Bearer ${holder.token}`,
  "quarterdeck-workspace": workspaceId,
});

/** Whether the write was acknowledged. */
async function write(serving: Serving, name: string): Promise<boolean> {
  try {
    const answer = await fetch(`${serving.holder.address}/api/accounts`, {
      method: "POST",
      headers: { ...headersOf(serving), "content-type": "application/json", "idempotency-key": name },
      body: JSON.stringify({ name }),
    });
    return answer.status === 201;
  } catch {
    return false;
  }
}

async function namesAt(serving: Serving): Promise<string[]> {
  const names: string[] = [];
  for (let cursor = ""; ; ) {
    const more = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await fetch(`${serving.holder.address}/api/accounts?limit=200${more}`, {
      headers: headersOf(serving),
    });
    const page = (await answer.json()) as { items: { name: string }[]; nextCursor: string | null };
    names.push(...page.items.map((account) => account.name));
    if (page.nextCursor === null) return names.sort();
    cursor = page.nextCursor;
  }
}

test(`after each of ${kills} kills every acknowledged call is there, and each is done once`, async () => {
  const random = seededRandom("calls killed");
  const sent: string[] = [];
  let unsure: string[] = [];
  for (let round = 0; round <= kills; round += 1) {
    const serving = await serve();
    const there = await namesAt(serving);
    expect(there).toEqual([...new Set(there)]);
    const known = new Set(there);
    expect(sent.filter((name) => !unsure.includes(name) && !known.has(name))).toEqual([]);
    // What was not acknowledged is sent again under its key, whether it had been done or not.
    for (const name of unsure) expect(await write(serving, name)).toBe(true);
    expect(await namesAt(serving)).toEqual([...sent].sort());
    unsure = [];
    if (round === kills) {
      await end(serving, "SIGTERM");
      break;
    }
    let going = true;
    const client = async (who: number) => {
      for (let at = 0; going; at += 1) {
        const name = `${round}.${who}.${at}`;
        sent.push(name);
        if (!(await write(serving, name))) unsure.push(name);
      }
    };
    const clients = Array.from({ length: 4 }, (_none, who) => client(who));
    await wait(200 + random() * 400);
    going = false;
    await end(serving, "SIGKILL");
    await Promise.all(clients);
  }
  expect(sent.length).toBeGreaterThan(kills * 4);
});

/** a process that is killed at any moment loses nothing that it had acknowledged, and starts again by itself. */
import fs from "node:fs";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seededRandom, systemClock } from "#base/kernel";
import { type Database, openDatabase } from "../../src/base/platform/db/index.ts";
import { blankDirectory } from "../database.ts";
import { startChild } from "./child.ts";

/** QUARTERDECK_TEST_KILLS=100 is the long run. */
const kills = Number(process.env.QUARTERDECK_TEST_KILLS ?? 6);
vi.setConfig({ testTimeout: 60_000 + kills * 30_000, hookTimeout: 120_000 });
const writer = fileURLToPath(new URL("writer.ts", import.meta.url));

let directory = "";
beforeEach(async () => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-kill-`);
  await blankDirectory(directory);
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

/** Read by index and by the whole table, which must agree; and the tally that each transaction kept beside its row. */
async function state({ db }: Database) {
  const whole = await sql<{ n: number }>`select n from public.entry order by n`.execute(db);
  const indexed = await sql<{ n: number }>`select max(n) as n from public.entry where n > 0`.execute(db);
  const tally = await sql<{ entries: number }>`select entries from public.tally`.execute(db);
  return { numbers: whole.rows.map(({ n }) => n), last: indexed.rows[0]?.n, tally: tally.rows[0]?.entries };
}

test(`after each of ${kills} kills every acknowledged row is there, whole transactions only, and the database opens`, async () => {
  const random = seededRandom("kills");
  let next = 1;
  for (let round = 0; round < kills; round += 1) {
    const child = startChild(writer, directory, String(next), "1000000");
    await child.until((line) => line === `acknowledged ${next}`);
    await wait(random() * 400);
    await child.kill();
    const acknowledged = Number(child.lines().at(-1)?.replace("acknowledged ", ""));
    expect(acknowledged).toBeGreaterThanOrEqual(next);

    const database = await openDatabase({ directory, clock: systemClock });
    const { numbers, last, tally } = await state(database);
    await database.close();
    // At most one transaction was committed and killed before it could be acknowledged.
    expect([acknowledged, acknowledged + 1]).toContain(numbers.length);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_none, index) => index + 1));
    expect({ last, tally }).toEqual({ last: numbers.length, tally: numbers.length });
    next = numbers.length + 1;
  }
});

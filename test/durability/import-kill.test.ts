/** an import whose process is killed several times and resumed accounts for every row, once. */
import fs from "node:fs";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seededRandom, systemClock } from "#base/kernel";
import { openImport, planOpenedImport } from "#crm";
import { openDatabase } from "../../src/base/platform/db/index.ts";
import { foundTestWorkspace } from "../client.ts";
import { blankDirectory } from "../database.ts";
import { startChild } from "./child.ts";

/** QUARTERDECK_TEST_IMPORT_KILLS=20 with QUARTERDECK_TEST_IMPORT_ROWS=1000000 is the long run. */
const kills = Number(process.env.QUARTERDECK_TEST_IMPORT_KILLS ?? 3);
const rows = Number(process.env.QUARTERDECK_TEST_IMPORT_ROWS ?? 2500 * (kills + 1));
vi.setConfig({ testTimeout: 60_000 + kills * 40_000 + rows, hookTimeout: 120_000 });
const importer = fileURLToPath(new URL("importer.ts", import.meta.url));

let place = "";
beforeEach(() => {
  place = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-import-kill-`);
});
afterEach(() => fs.rmSync(place, { recursive: true, force: true }));

/** Every tenth row has no such day, and every twentieth says what the one before it said. */
function deals(): string {
  const lines = Array.from({ length: rows }, (_none, at) => {
    const id = at % 20 === 19 ? at - 1 : at;
    const day = at % 10 === 5 ? "2026-02-31" : "2026-01-05";
    return `D${id},Company ${id % 97},Prospecting,${id},${day}`;
  });
  return `Deal ID,Company,Stage,Amount,Created\n${lines.join("\n")}\n`;
}

test(`after ${kills} kills an import has accounted for every row exactly once`, async () => {
  const directory = `${place}/data`;
  const folder = `${place}/files`;
  fs.mkdirSync(folder);
  fs.writeFileSync(`${folder}/deals.csv`, deals());
  await blankDirectory(directory);
  const first = await openDatabase({ directory, clock: systemClock });
  const workspaceId = await foundTestWorkspace(first, systemClock, "Killed");
  const author = { workspaceId, authorId: null, author: "test", source: "app" };
  const { id } = await openImport(first.db, author, systemClock, { label: "killed", options: {} });
  await planOpenedImport(first.db, workspaceId, id, folder);
  await first.close();

  const random = seededRandom("import kills");
  const begun: number[] = [];
  for (let round = 0; round <= kills; round += 1) {
    const child = startChild(importer, directory, workspaceId, id, folder);
    const told = () => Number(child.lines().at(-1)?.replace("rows ", "") ?? 0);
    if (round === kills) await child.ended;
    else {
      // Somewhere in its share of the way, whatever that is of.
      const before = Math.max(begun.at(-1) ?? 0, ((round + random() * 0.9) * rows) / (kills + 1));
      await child.until((line) => line.startsWith("rows ") && Number(line.slice(5)) > before);
      await wait(random() * 150);
      begun.push(told());
      await child.kill();
    }
  }
  const database = await openDatabase({ directory, clock: systemClock });
  const found = await sql<Record<string, unknown>>`
    select (select state from crm.import_run where id = ${id}::uuid) as state, sum(rows)::int as rows, sum(created)::int as created,
      sum(updated)::int as updated, sum(unchanged + duplicate)::int as twice, sum(rejected)::int as rejected,
      (select count(*)::int from crm.opportunity) as opportunities, (select count(distinct name)::int from crm.opportunity) as names,
      (select count(*)::int from crm.account) as accounts, (select count(*)::int from crm.source_link where object = 'opportunity') as links
    from crm.import_chunk`.execute(database.db);
  await database.close();
  const rejected = rows / 10;
  const twice = rows / 20;
  const created = rows - rejected - twice;
  expect(found.rows[0]).toEqual({
    ...{ state: "done", rows, created, updated: 0, twice, rejected },
    ...{ opportunities: created, names: created, accounts: 97, links: created },
  });
  // The kills came at different places, in the middle of it.
  expect(begun.every((done) => done < rows)).toBe(true);
});

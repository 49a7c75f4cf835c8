import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "#base/kernel";
import { type Database, duck, loadBackup, type Replica, raw, takeBackup } from "#base/platform";
import { emptyDatabase, freshDatabase } from "../database.ts";
import { type Happening, happen, layGround, replicaOf, sql, tables, workspaceId } from "./world.ts";

const runs = Number(process.env.QUARTERDECK_REPLICA_RUNS ?? 20);
const happenings = fc.array(
  fc.record({ what: fc.nat(16), which: fc.integer({ min: 1, max: 5 }), value: fc.nat(40) }),
  { minLength: 10, maxLength: 40 },
);

let directory: string;
let database: Database;
let replica: Replica;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "quarterdeck-replica-"));
  database = await freshDatabase();
  await layGround(database);
  replica = replicaOf(database, directory);
});
afterEach(async () => {
  await replica.close();
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Every row of every table as sorted text, so that order and engine do not matter. */
async function contents(of: Replica): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of tables) {
    const columns = Object.keys(table.columns);
    const line = columns.map((column) => `coalesce(CAST(${column} AS VARCHAR), '∅')`).join(" || '|' || ");
    const rows = await of.ask(
      workspaceId,
      duck`SELECT ${raw(line)} AS line FROM ${raw(table.name)} ORDER BY 1`,
    );
    all[table.name] = rows.map((row) => String(row.line));
  }
  return all;
}

/** The same, made anew from the record. */
async function rebuilt(): Promise<Record<string, string[]>> {
  const elsewhere = mkdtempSync(join(tmpdir(), "quarterdeck-rebuilt-"));
  const other = replicaOf(database, elsewhere);
  try {
    return await contents(other);
  } finally {
    await other.close();
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

describe("the replica", () => {
  test("is made anew for a record that was moved to another database, whose transactions have other numbers", async () => {
    // Many transactions, so that the position reached here lies beyond those of the other database.
    for (let n = 0; n < 40; n += 1)
      await sql(
        database,
        `update people.person set title = 'Title ${n}' where workspace_id = '${workspaceId}'`,
      );
    await contents(replica);
    await replica.close();
    const moved = await emptyDatabase();
    try {
      await takeBackup(database, join(directory, "backup"), systemClock);
      await loadBackup(join(directory, "backup"), moved, systemClock);
      await sql(moved, `update crm.account set name = 'Renamed' where workspace_id = '${workspaceId}'`);
      replica = replicaOf(moved, directory);
      const names = await replica.ask(workspaceId, duck`SELECT DISTINCT name FROM account`);
      expect(names).toEqual([{ name: "Renamed" }]);
    } finally {
      await replica.close();
      await moved.close();
    }
  });

  test("equals the record, whatever happens and whenever it looks", async () => {
    await replica.catchUp(workspaceId);
    await fc.assert(
      fc.asyncProperty(
        happenings,
        fc.array(fc.nat(39), { maxLength: 3 }),
        async (story: Happening[], looks) => {
          for (const [index, happening] of story.entries()) {
            await happen(database, happening);
            if (looks.includes(index)) await replica.catchUp(workspaceId);
          }
          expect(await contents(replica)).toEqual(await rebuilt());
        },
      ),
      { numRuns: runs },
    );
  });

  test("equals the record's own intervals", async () => {
    for (let n = 0; n < 60; n += 1)
      await happen(database, { what: n, which: (n % 5) + 1, value: (n * 7) % 40 });
    const [record] = await sql(
      database,
      `select count(*)::int as n, count(valid_to)::int as ended, sum(amount_minor)::text as amount from crm.opportunity_interval`,
    );
    const [copy] = await replica.ask(
      workspaceId,
      duck`SELECT count(*)::INTEGER AS n, count(valid_to)::INTEGER AS ended, CAST(sum(amount_minor) AS VARCHAR) AS amount FROM opportunity_state`,
    );
    expect(copy).toEqual(record);
  });

  test("takes up where it stood after it was closed and opened again", async () => {
    await happen(database, { what: 0, which: 1, value: 3 });
    const before = await replica.catchUp(workspaceId);
    await replica.close();
    await happen(database, { what: 0, which: 2, value: 5 });
    replica = replicaOf(database, directory);
    expect(await replica.position(workspaceId)).toBe(before.position);
    expect(await contents(replica)).toEqual(await rebuilt());
  });

  test("is made anew when its file is damaged", async () => {
    await happen(database, { what: 0, which: 1, value: 3 });
    await replica.catchUp(workspaceId);
    await replica.close();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(directory, workspaceId, "replica.duckdb"), "not a database");
    replica = replicaOf(database, directory);
    expect(await contents(replica)).toEqual(await rebuilt());
  });

  test("rebuilds from zero to the same rows", async () => {
    for (let n = 0; n < 40; n += 1) await happen(database, { what: n, which: (n % 5) + 1, value: n });
    const before = await contents(replica);
    await replica.rebuild(workspaceId);
    expect(await contents(replica)).toEqual(before);
  });

  test("does not pass over a change that commits after a later one", async () => {
    if (database.engine === "embedded") return;
    await happen(database, { what: 0, which: 1, value: 1 });
    await replica.catchUp(workspaceId);
    const started = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const slow = database.db.transaction().execute(async (trx) => {
      await happen({ db: trx }, { what: 0, which: 2, value: 2 });
      started.resolve();
      await mayEnd.promise;
    });
    await started.promise;
    await happen(database, { what: 0, which: 3, value: 3 });
    await replica.catchUp(workspaceId);
    mayEnd.resolve();
    await slow;
    expect(await contents(replica)).toEqual(await rebuilt());
  });

  test("keeps a read waiting until it knows of a write, and is not held up by an older one", async () => {
    const positionOf = async () =>
      String((await sql(database, "select pg_current_xact_id()::text as id"))[0]?.id);
    await happen(database, { what: 0, which: 1, value: 1 });
    await replica.reach(workspaceId, await positionOf());
    if (database.engine === "embedded") return;
    const started = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const openPosition = Promise.withResolvers<string>();
    const slow = database.db.transaction().execute(async (trx) => {
      await happen({ db: trx }, { what: 0, which: 2, value: 2 });
      openPosition.resolve(
        String((await sql({ db: trx }, "select pg_current_xact_id()::text as id"))[0]?.id),
      );
      started.resolve();
      await mayEnd.promise;
    });
    await started.promise;
    await expect(replica.reach(workspaceId, await openPosition.promise, 200)).rejects.toMatchObject({
      kind: "unavailable",
    });
    await replica.reach(workspaceId, await positionOf());
    mayEnd.resolve();
    await slow;
    await replica.reach(workspaceId, await openPosition.promise);
  });

  test("reads no file and loads nothing, whatever is asked of it", async () => {
    const attempts = [
      "SELECT * FROM read_csv('/etc/passwd')",
      "COPY (SELECT 1) TO '/tmp/quarterdeck-out.csv'",
      "ATTACH '/tmp/quarterdeck-other.duckdb'",
      "SET enable_external_access = true",
      "INSTALL httpfs",
    ];
    for (const text of attempts) await expect(replica.ask(workspaceId, raw(text)), text).rejects.toThrow();
  });
});

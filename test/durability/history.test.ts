/** History cannot be written around: not with raw SQL, and not in a session that says it only replays. */
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database, Db } from "../../src/base/platform/db/index.ts";
import { freshDatabase } from "../database.ts";
import { oneOfEach, workspaceId } from "./one-of-each.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const roles = ["origin", "replica"] as const;
type Role = (typeof roles)[number];

/** Runs statements in a session with that role, as one who holds the database's own password could. */
async function asRole<T>(role: Role, work: (session: Db) => Promise<T>): Promise<T> {
  return database.db.connection().execute(async (session) => {
    await sql.raw(`set session_replication_role = ${role}`).execute(session);
    try {
      return await work(session);
    } finally {
      await sql`reset session_replication_role`.execute(session);
    }
  });
}

async function changesOf(session: Db, table: string, id: string) {
  const rows = await session
    .selectFrom("base.change")
    .select(["action", "author", "author_id", "source"])
    .where("noun", "=", table)
    .where("record_id", "=", id)
    .orderBy("change_no")
    .execute();
  return rows.map(({ action, author, author_id, source }) => ({
    action,
    byHand: author.startsWith("sql:"),
    author_id,
    source,
  }));
}

async function recordTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'version' and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
    order by 1`.execute(database.db);
  return rows.map(({ name }) => name);
}

test("every table with a version is written to by these tests", async () => {
  expect([...new Set(oneOfEach.map(({ table }) => table))].sort()).toEqual(await recordTables());
});

test("every table with a version has the triggers of history, and no trigger of ours can be skipped by a replay", async () => {
  const { rows } = await sql<{ name: string; trigger: string; enabled: string }>`
    select t.tgrelid::regclass::text as name, t.tgname as trigger, t.tgenabled as enabled
    from pg_trigger t where not t.tgisinternal order by 1, 2`.execute(database.db);
  expect(rows.filter(({ enabled }) => enabled !== "A")).toEqual([]);
  for (const table of await recordTables()) {
    const names = rows.filter(({ name }) => name === table).map(({ trigger }) => trigger);
    expect(names, table).toEqual(
      expect.arrayContaining([
        "a_stamp",
        "record_created",
        "record_updated",
        "record_deleted",
        "refuse_truncate",
      ]),
    );
  }
});

describe.each(roles)("with session_replication_role = %s", (role) => {
  const line = (action: string) => ({ action, byHand: true, author_id: null, source: "sql" });

  test("a row written, changed and deleted by hand leaves three lines of history, each signed sql:…", async () => {
    await asRole(role, async (session) => {
      const since = new Map<string, number>();
      for (const { table, id, insert, change } of oneOfEach) {
        since.set(id, (await changesOf(session, table, id)).length);
        await sql.raw(insert).execute(session);
        const key = table === "base.workspace" ? "workspace_id" : "id";
        await sql.raw(`update ${table} set ${change} where ${key} = '${id}'`).execute(session);
      }
      for (const { table, id } of oneOfEach.toReversed()) {
        const key = table === "base.workspace" ? "workspace_id" : "id";
        await sql.raw(`delete from ${table} where ${key} = '${id}'`).execute(session);
        const changes = (await changesOf(session, table, id)).slice(since.get(id));
        expect(changes, table).toEqual([line("created"), line("updated"), line("deleted")]);
      }
    });
  });

  test("a change takes the record's version on by one, whatever the statement says", async () => {
    await asRole(role, async (session) => {
      const row = await session.transaction().execute(async (trx) => {
        for (const { insert } of oneOfEach.slice(0, 3)) await sql.raw(insert).execute(trx);
        await sql`update people.person set title = 'x', version = 41 where workspace_id = ${workspaceId}`.execute(
          trx,
        );
        const person = await trx.selectFrom("people.person").select("version").executeTakeFirst();
        await sql`delete from people.person`.execute(trx);
        await sql`delete from base.exchange_rate`.execute(trx);
        await sql`delete from base.workspace`.execute(trx);
        return person;
      });
      expect(row).toEqual({ version: 2 });
    });
  });

  const forbidden: [string, RawBuilder<unknown>][] = [
    ["updating base.change", sql`update base.change set author = 'somebody else'`],
    [
      "adding a line to base.change in somebody else's name",
      sql`insert into base.change (workspace_id, noun, record_id, action, true_since, author, source, fields)
        select workspace_id, noun, record_id, action, true_since, 'somebody else', source, fields from base.change limit 1`,
    ],
    ["deleting from base.change", sql`delete from base.change`],
    ["truncating base.change", sql`truncate base.change`],
    ["rewriting an opportunity's version", sql`update crm.opportunity_version set amount_minor = 1`],
    ["deleting an opportunity's versions", sql`delete from crm.opportunity_version`],
    ["truncating the versions", sql`truncate crm.opportunity_version`],
    ["truncating a table of records", sql`truncate people.person cascade`],
    ["truncating workspaces and all that hangs on them", sql`truncate base.workspace cascade`],
  ];
  test.each(forbidden)("%s is refused", async (_what, statement) => {
    await asRole(role, async (session) => {
      const { rows } = await sql<{
        changes: bigint;
        versions: bigint;
      }>`select (select count(*) from base.change) as changes,
        (select count(*) from crm.opportunity_version) as versions`.execute(session);
      expect(rows[0]?.changes).toBeGreaterThan(0n);
      expect(rows[0]?.versions).toBeGreaterThan(0n);
      await expect(statement.execute(session)).rejects.toMatchObject({ code: "P0001" });
    });
  });
});

/** The rules of visibility are in force: as they are declared, on every table, and for every question. */
import fs from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { among, both, either, everybody, nobody, own, person, type TableRules, word } from "#base/kernel";
import { type Database, raw, rowSecurity, seatRole } from "#base/platform";
import { replicaTables, visibility } from "../../src/app/capabilities.ts";
import { narrowedQuery } from "../../src/base/platform/replica/narrow.ts";
import { freshDatabase } from "../database.ts";

vi.setConfig({ hookTimeout: 120_000 });
let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const ask = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database.db)).rows;

/** Tables that no narrowed seat touches, with the reason. */
const closed: Readonly<Record<string, string>> = {
  "base.audit_event": "the audit log is read by who reaches the company, and written by the platform",
  "base.audit_head": "the audit log is written by the platform",
  "crm.import_chunk": "imports need the reach of the whole company",
  "crm.import_link_before": "imports need the reach of the whole company",
  "crm.import_reject": "imports need the reach of the whole company",
  "crm.import_run": "imports need the reach of the whole company",
  "crm.import_undo": "imports need the reach of the whole company",
  "crm.source_link": "only imports ask where a record came from",
  "people.access_role": "access roles are kept by who manages access; the gate reads them",
  "people.api_key": "keys are made by who manages access",
  "people.api_key_secret": "only the gate compares secrets",
  "people.candidate": "candidates are for who reaches the company",
  "people.candidate_decision": "candidates are for who reaches the company",
  "people.candidate_words": "candidates are for who reaches the company",
  "people.invitation": "only the gate opens links",
  "people.recovery_code": "only the gate compares secrets",
  "people.score": "candidates are for who reaches the company",
  "people.score_sheet": "candidates are for who reaches the company",
  "people.seat": "seats are kept by who manages access; one's own way in is asked past this",
  "people.seat_secret": "only the gate compares secrets",
  "people.session": "sessions are kept by the gate; one's own are ended past this",
  "people.sign_in_link": "only the gate opens links",
};

test("the last migration that speaks of it holds the rules as they are declared", () => {
  const folder = new URL("../../db/migrations/", import.meta.url);
  const texts = fs
    .readdirSync(folder)
    .toSorted()
    .map((name) => fs.readFileSync(new URL(name, folder), "utf8"))
    .filter((text) => text.includes("-- Written by bin/visibility.ts."));
  const written = texts.at(-1)?.split("-- Written by bin/visibility.ts.\n")[1];
  expect(written?.trim()).toBe(rowSecurity(visibility).trim());
});

test("every table has a rule or is closed to narrowed seats", async () => {
  const tables = await ask(sql<{ name: string; open: boolean; secured: boolean }>`
    select schemaname || '.' || tablename as name, rowsecurity as secured,
      has_table_privilege(${seatRole}, format('%I.%I', schemaname, tablename), 'select') as open
    from pg_tables where schemaname in ('base', 'people', 'crm', 'plan', 'run', 'pay', 'analytics', 'improve')`);
  const open = tables.filter((table) => table.open).map(({ name }) => name);
  expect(open.toSorted()).toEqual(Object.keys(visibility).toSorted());
  expect(tables.filter((table) => table.open && !table.secured)).toEqual([]);
  const rest = tables.filter((table) => !table.open).map(({ name }) => name);
  expect(rest.toSorted()).toEqual(Object.keys(closed).toSorted());
});

test("a view shows its asker's rows", async () => {
  const views = await ask(sql<{ name: string; options: string | null }>`
    select c.oid::regclass::text as name, array_to_string(c.reloptions, ',') as options from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname in ('base', 'people', 'crm', 'plan', 'run', 'pay', 'analytics', 'improve')`);
  expect(views.length).toBeGreaterThan(0);
  for (const { name, options } of views) expect(options, name).toContain("security_invoker=true");
});

test("the role of narrowed seats owns nothing, cannot sign in and cannot pass row-level security by", async () => {
  const [role] = await ask(sql<Record<string, boolean>>`
    select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
      exists (select from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = ${seatRole}`);
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: false,
  });
});

describe("a narrowed database", () => {
  const nobodyHere = { workspaceId: "00000000-0000-7000-8000-000000000001", personId: null, people: [] };

  test("does not reach what is closed", async () => {
    const db = database.narrowed(nobodyHere);
    await expect(sql`select * from people.api_key_secret`.execute(db)).rejects.toMatchObject({
      code: "42501",
    });
    await expect(sql`truncate crm.account`.execute(db)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`create table crm.mine (id uuid)`.execute(db)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`update base.change set author = 'x'`.execute(db)).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("stays narrow after an error, and hands back a connection that is not", async () => {
    const db = database.narrowed(nobodyHere);
    await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow("division by zero");
    expect((await sql<{ role: string }>`select current_user as role`.execute(db)).rows[0]?.role).toBe(
      seatRole,
    );
    const [plain] = await ask(sql<{ role: string }>`select current_user as role`);
    expect(plain?.role).not.toBe(seatRole);
  });

  test("cannot be made for what is not an id", () => {
    for (const people of [["'; reset role; --"], ["x"], [""]]) {
      expect(() => database.narrowed({ ...nobodyHere, people })).toThrow("is not an id");
    }
  });

  test("is narrow in a transaction, too, and after a savepoint", async () => {
    const role = await database
      .narrowed(nobodyHere)
      .transaction()
      .execute(async (trx) => {
        await sql`savepoint here`.execute(trx);
        await sql`rollback to savepoint here`.execute(trx);
        return (await sql<{ role: string }>`select current_user as role`.execute(trx)).rows[0]?.role;
      });
    expect(role).toBe(seatRole);
  });
});

describe("rules", () => {
  const rules = (see: TableRules[string]["see"]): TableRules => ({
    "crm.a": { see, write: "read" },
    "crm.b": { see: among("crm.a", "a_id"), write: nobody },
  });

  test("that look into each other in a circle are refused", () => {
    expect(() => rowSecurity(rules(among("crm.b", "b_id")))).toThrow("circle");
    expect(() => rowSecurity({ "crm.c": { see: among("crm.nowhere", "x"), write: "read" } })).toThrow(
      "crm.nowhere",
    );
  });

  test("compile to one condition on both sides", () => {
    const rule = either(both(word("kind", "note"), person("person_id")), own("owner_id"));
    const text = rowSecurity({ "crm.a": { see: rule, write: "append" } });
    expect(text).toContain(
      "((kind in ('note') and person_id = any ((select base.seen_people())::uuid[])) or owner_id = (select base.seen_by()))",
    );
    expect(text).toContain("grant insert on crm.a");
    expect(text).not.toContain("grant insert, update, delete");
    expect(rowSecurity({ "crm.a": { see: everybody, write: "read" } })).not.toContain("insert");
  });

  test("take no words but our own", () => {
    expect(() => rowSecurity({ "crm.a": { see: word("kind", "x' or true"), write: "read" } })).toThrow(
      "our own",
    );
  });
});

describe("a question to the replica", () => {
  const to = { personId: null, people: [] };

  test("cannot name the tables past what its asker sees", () => {
    for (const text of ["SELECT * FROM main.opportunity", "SELECT * FROM MAIN . account"]) {
      expect(() => narrowedQuery(replicaTables, to, raw(text))).toThrow("past what its asker may see");
    }
  });

  test("keeps its own WITH and its values in order", () => {
    const query = { texts: ["WITH x AS (SELECT ", " AS a) SELECT ", " FROM x"], values: [1, 2] };
    const narrowed = narrowedQuery(replicaTables, { personId: null, people: ["p"] }, query);
    expect(narrowed.values.slice(-2)).toEqual([1, 2]);
    expect(narrowed.texts.join("?")).toMatch(/^WITH .*, x AS \(SELECT \? AS a\) SELECT \? FROM x$/s);
  });
});

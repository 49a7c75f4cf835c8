import fs from "node:fs";
import os from "node:os";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#base/kernel";
import { foundTestWorkspace } from "../../../../test/client.ts";
import { blankFolder, freshDatabase } from "../../../../test/database.ts";
import type { Database } from "./database.ts";
import { openTrialCopy } from "./trial-copy.ts";

let database: Database;
let workspaceId = "";
const directory = `${fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-trial-`)}/copy`;
beforeAll(async () => {
  database = await freshDatabase();
  workspaceId = await foundTestWorkspace(database, systemClock);
  const other = await foundTestWorkspace(database, systemClock, "Another");
  // More than one page, an amount that no floating point number holds, and a record that points at a later one.
  await sql`
    insert into crm.account (workspace_id, id, name, annual_revenue_minor, currency)
    select ${workspaceId}::uuid, ('00000000-0000-7000-8000-' || lpad(at::text, 12, '0'))::uuid, 'Account ' || at, 9007199254740993, 'USD'
    from generate_series(1, 4001) as at`.execute(database.db);
  await sql`
    update crm.account set parent_id = '00000000-0000-7000-8000-000000004001'
    where workspace_id = ${workspaceId}::uuid and id = '00000000-0000-7000-8000-000000000001'`.execute(
    database.db,
  );
  await sql`insert into crm.account (workspace_id, id, name) values (${other}::uuid, gen_random_uuid(), 'Not mine')`.execute(
    database.db,
  );
  await sql`
    insert into crm.source_link (workspace_id, source, object, source_id, record_id, fingerprint)
    select ${workspaceId}::uuid, 'csv', object, at::text, gen_random_uuid(), 'said'
    from generate_series(1, 1500) as at, unnest(array['account', 'contact']) as object`.execute(database.db);
});
afterAll(async () => {
  await database.close();
  fs.rmSync(directory, { recursive: true, force: true });
});

const ask = {
  tables: [{ table: "crm.account" }, { table: "crm.source_link", only: "record.object = 'contact'" }],
  directory,
  blanks: blankFolder,
  clock: systemClock,
};

test("a copy holds the rows of one workspace exactly, and what is done to it does nothing to the record", async () => {
  const told: number[] = [];
  const copy = await openTrialCopy(database.db, {
    ...ask,
    workspaceId,
    report: ({ rows, rowsTotal }) => told.push(rows, rowsTotal),
    isStopped: () => false,
  });
  if (copy === null) throw new Error("It was not stopped.");
  const rows = (db: Database["db"]) =>
    sql<{ n: number; sum: string; parents: number; names: number }>`
      select count(*)::int as n, sum(annual_revenue_minor)::text as sum, count(parent_id)::int as parents,
        count(distinct name)::int as names from crm.account where workspace_id = ${workspaceId}::uuid`
      .execute(db)
      .then((found) => found.rows);
  const here = await rows(database.db);
  expect(here).toEqual([{ n: 4001, sum: "36037804218218712993", parents: 1, names: 4001 }]);
  expect(await rows(copy.db)).toEqual(here);
  const links = await sql`select object, count(*)::int as n from crm.source_link group by object`.execute(
    copy.db,
  );
  expect(links.rows).toEqual([{ object: "contact", n: 1500 }]);
  expect(told.slice(-1)).toEqual([5502]);
  await sql`update crm.account set name = 'Tried'`.execute(copy.db);
  const changes = await sql`select count(*)::int as n from base.change`.execute(copy.db);
  expect(changes.rows).toEqual([{ n: 4001 }]);
  expect(await rows(database.db)).toEqual(here);
  await copy.close();
  expect(fs.existsSync(directory)).toBe(false);
});

test("a copy that is stopped leaves nothing behind", async () => {
  let asked = 0;
  const copy = await openTrialCopy(database.db, {
    ...ask,
    workspaceId,
    report: () => undefined,
    isStopped: () => {
      asked += 1;
      return asked > 2;
    },
  });
  expect([copy, fs.existsSync(directory)]).toEqual([null, false]);
});

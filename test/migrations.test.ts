/** The rules of the record's schema, read from the migrations with PostgreSQL's own grammar. */
import { describe, expect, test } from "vitest";
import { statementsOf, tablesOf } from "./architecture/migrations.ts";
import { schemaHolds } from "./architecture/schema.ts";
import { planted, sourcesUnder } from "./architecture/source.ts";

const migrations = sourcesUnder(["db/migrations"], [".sql"]);

describe("the migrations of the project", () => {
  test("every table that a search for text finds is read", async () => {
    const read = tablesOf((await Promise.all(migrations.map(statementsOf))).flat()).map(({ name }) => name);
    const searched = migrations.flatMap(({ text }) =>
      [...text.matchAll(/^create table (?:if not exists )?([a-z_.]+)/gim)].map((match) => match[1]),
    );
    expect(read).toEqual(searched);
    expect(read.length).toBeGreaterThan(10);
  });

  test("keys start with the workspace, foreign keys point left, records keep history, nothing is lost", async () => {
    expect(await schemaHolds(migrations)).toEqual([]);
  });
});

const key = "workspace_id uuid not null, id uuid not null, primary key (workspace_id, id)";

describe("what the rules catch", () => {
  test.each([
    ["no primary key", "create table crm.a (workspace_id uuid not null)", "crm.a has no primary key."],
    [
      "a key by id alone",
      "create table crm.a (id uuid primary key, workspace_id uuid)",
      "crm.a: its primary key starts with id, not with workspace_id.",
    ],
    [
      "a key in the wrong order",
      "create table crm.a (workspace_id uuid, id uuid, primary key (id, workspace_id))",
      "starts with id, not with workspace_id.",
    ],
    [
      "no capability's schema",
      `create table sales.a (${key})`,
      "sales.a is not in the schema of a capability.",
    ],
    ["no schema at all", `create table a (${key})`, ".a is not in the schema of a capability."],
    [
      "a foreign key to the right",
      `create table crm.a (${key}, b uuid, foreign key (workspace_id, b) references plan.target (workspace_id, id))`,
      "crm.a: the foreign key (workspace_id, b) to plan.target points to the right.",
    ],
    [
      "a foreign key without the workspace",
      `create table crm.a (${key}, b uuid references people.person (id))`,
      "crm.a: the foreign key (b) to people.person does not start with workspace_id.",
    ],
    [
      "a foreign key of a list without it",
      `create table crm.a (${key}, b uuid, foreign key (b) references people.person (id))`,
      "the foreign key (b) to people.person does not start with workspace_id.",
    ],
    [
      "a foreign key that comes later",
      "alter table crm.a add constraint b foreign key (workspace_id, c) references run.d (workspace_id, id)",
      "crm.a: the foreign key (workspace_id, c) to run.d points to the right.",
    ],
    [
      "a foreign key with a later column",
      "alter table crm.a add column b uuid references people.person",
      "crm.a: the foreign key (b) to people.person does not start with workspace_id.",
    ],
    [
      "a record without history",
      `create table crm.a (${key}, version integer)`,
      "crm.a has versions but keeps no history: select base.keep_history('crm.a').",
    ],
    [
      "an amount that is numeric",
      `create table crm.a (${key}, price_minor numeric(12, 2))`,
      "crm.a.price_minor is numeric: an amount in minor units is bigint.",
    ],
    [
      "an amount that is an integer",
      `create table crm.a (${key}, price_minor integer)`,
      "crm.a.price_minor is int4: an amount in minor units is bigint.",
    ],
    [
      "an amount that comes later",
      "alter table crm.a add column price_minor real",
      "crm.a.price_minor is float4: figures are exact",
    ],
    [
      "a float",
      `create table crm.a (${key}, share double precision)`,
      "crm.a.share is float8: figures are exact",
    ],
    [
      "a moment without a zone",
      `create table crm.a (${key}, made timestamp)`,
      "crm.a.made has no time zone: a moment is timestamptz.",
    ],
    [
      "a moment that is a day",
      `create table crm.a (${key}, made_at date)`,
      "crm.a.made_at is date: what ends in _at is timestamptz.",
    ],
    [
      "a day that is a moment",
      `create table crm.a (${key}, made_on timestamptz)`,
      "crm.a.made_on is timestamptz: what ends in _on is a date.",
    ],
    ["a table dropped", "drop table crm.a", "drops something without a note"],
    ["a trigger dropped", "drop trigger a on crm.a", "drops something without a note"],
    ["a truncation", "truncate crm.a", "truncates without a note"],
    ["rows deleted", "delete from crm.a", "deletes rows without a note"],
    ["a column dropped", "alter table crm.a drop column b", "drops a column without a note"],
    ["a column rewritten", "alter table crm.a alter column b type text", "rewrites a column without a note"],
    [
      "a column renamed",
      "alter table crm.a rename column b to c",
      "renames what an older program still uses without a note",
    ],
  ])("%s", async (_, statement, problem) => {
    const found = await schemaHolds(
      planted({ "db/migrations/0001_a.sql": `-- Ünïcode before it.\n\n${statement};` }),
    );
    expect(found).toEqual([expect.stringContaining(problem)]);
    expect(found[0]).toMatch(/^db\/migrations\/0001_a\.sql:3 /);
  });

  test("a note is for one statement, not for the next", async () => {
    const found = await schemaHolds(
      planted({
        "db/migrations/0001_a.sql": "-- two-step: unread since 1.4.\ndrop table crm.a;\n\ndrop table crm.b;",
      }),
    );
    expect(found).toEqual([
      expect.stringMatching(/^db\/migrations\/0001_a\.sql:4 drops something without a note/),
    ]);
  });

  test("a gap in the numbers is caught", async () => {
    const found = await schemaHolds(
      planted({ "db/migrations/0001_a.sql": "select 1", "db/migrations/0003_b.sql": "select 1" }),
    );
    expect(found).toEqual([
      "db/migrations/0003_b.sql should be number 0002: migrations run in order, without gaps.",
    ]);
  });

  test("what keeps the rules is right, also over several files and with a note", async () => {
    const found = await schemaHolds(
      planted({
        "db/migrations/0001_a.sql": `
          create table base.workspace (workspace_id uuid primary key, version integer);
          create table crm.a (${key}, version integer, b uuid, price_minor bigint, made_at timestamptz, made_on date,
            foreign key (workspace_id, b) references crm.a (workspace_id, id), foreign key (workspace_id) references base.workspace);
          create table crm.c (workspace_id uuid references base.workspace, id uuid, version integer, primary key (workspace_id, id));`,
        "db/migrations/0002_b.sql": `
          select base.keep_history('base.workspace');
          select base.keep_history(t::regclass) from unnest(array['crm.a', 'crm.c']) as t;
          -- two-step: nothing has read b since release 1.4.
          alter table crm.a drop column b;
          -- two-step: nor c.
          drop index crm.by_c;`,
      }),
    );
    expect(found).toEqual([]);
  });
});

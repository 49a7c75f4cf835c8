/**
 * Each condition of each rule of visibility matters: with one of them widened to everybody or narrowed to nobody, what some
 * principal sees differs from the oracle. A condition that could be left out without anybody noticing is not tested, or is
 * not needed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { everybody, fixedClock, nobody, type Rule, type TableRules } from "#base/kernel";
import { type Database, openReplica, raw, rowSecurity, writeAs } from "#base/platform";
import { peopleReached } from "#people";
import { replicaTables, visibility } from "../../src/app/capabilities.ts";
import { narrowedQuery } from "../../src/base/platform/replica/narrow.ts";
import { freshDatabase, serverUrl } from "../database.ts";
import { changeParts, layWorld } from "./lay-world.ts";
import { eyesOf, type Principal } from "./oracle.ts";
import { idOf, personId, today, type Who, workspaceId } from "./world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const principals: readonly (Principal & { readonly who: Who; readonly reach: "line" | "team" | "own" })[] = [
  { who: "west", reach: "line" },
  { who: "m1", reach: "line" },
  { who: "r1", reach: "own" },
  { who: "r2", reach: "own" },
  { who: "r3", reach: "own" },
  { who: "overlay", reach: "team" },
];

type Eyes = ReturnType<typeof eyesOf>;
const ids = (kind: Parameters<typeof idOf>[0], numbers: readonly number[]) =>
  numbers.map((number) => idOf(kind, number));
const parts = (eyes: Eyes) => ids("opportunity", eyes.anyOpportunity);
/** The lines of opportunities 4 and 7 were taken away. */
const withLine = (eyes: Eyes) =>
  parts(eyes).filter((id) => ![4, 7].some((number) => id === idOf("opportunity", number)));

/** What each table should give: a column that names records, and which. null: as many rows as there are. */
const expected: Readonly<
  Record<string, readonly [column: string, of: (eyes: Eyes) => readonly string[]] | null>
> = {
  "crm.account": ["id", (eyes) => ids("account", eyes.account)],
  "crm.contact": ["id", (eyes) => ids("contact", eyes.contact)],
  "crm.opportunity": ["id", parts],
  "crm.opportunity_line": ["opportunity_id", withLine],
  "crm.opportunity_version": ["opportunity_id", parts],
  "crm.opportunity_split": [
    "opportunity_id",
    (eyes) => parts(eyes).filter((id) => id === idOf("opportunity", 101)),
  ],
  "crm.opportunity_contact": [
    "opportunity_id",
    (eyes) => parts(eyes).filter((id) => [4, 10].some((number) => id === idOf("opportunity", number))),
  ],
  "crm.activity": ["id", (eyes) => ids("activity", eyes.activity)],
  "crm.saved_view": ["id", (eyes) => ids("view", eyes.view)],
  "plan.target": ["id", (eyes) => ids("target", eyes.target)],
  "pay.person_pay": ["id", (eyes) => ids("pay", eyes.reached)],
  "people.career_record": ["id", (eyes) => ids("career", eyes.reached)],
  "people.shared_access": ["id", (eyes) => ids("share", eyes.share)],
  "people.person": null,
  "people.team": null,
  "people.reporting_line": null,
  "people.team_membership": null,
  "crm.product": null,
  "crm.pipeline": null,
  "crm.stage": null,
  "base.workspace": null,
};

let database: Database;
const reach = new Map<Who, string[]>();
const count = new Map<string, number>();

beforeAll(async () => {
  database = await freshDatabase();
  const author = { workspaceId, authorId: null, author: "Story", source: "sample" };
  await writeAs(database.db, author, fixedClock("2026-02-01T15:00:00Z"), layWorld);
  await writeAs(database.db, author, fixedClock("2026-02-02T15:00:00Z"), changeParts);
  for (const { who, reach: how } of principals) {
    reach.set(
      who,
      await peopleReached(database.db, workspaceId, personId(who), how, Temporal.PlainDate.from(today)),
    );
  }
  for (const table of Object.keys(expected)) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(
      database.db,
    );
    count.set(table, rows[0]?.n ?? 0);
  }
});
afterAll(() => database.close());

const to = (who: Who) => ({ workspaceId, personId: personId(who), people: reach.get(who) ?? [] });
const setOf = (values: readonly unknown[]) => [...new Set(values.map(String))].toSorted();

/** The first difference between what is seen and what should be, as a sentence; null when there is none. */
async function differenceInRecord(table: string): Promise<string | null> {
  for (const principal of principals) {
    const db = database.narrowed(to(principal.who));
    const want = expected[table];
    if (want === undefined) continue;
    const column = want === null ? "workspace_id" : want[0];
    const { rows } = await sql<{
      it: string;
    }>`select ${sql.ref(column)}::text as it from ${sql.table(table)}`.execute(db);
    const right =
      want === null
        ? rows.length === count.get(table)
        : setOf(rows.map(({ it }) => it)).join() === setOf(want[1](eyesOf(principal))).join();
    if (!right) return `${principal.who} sees ${rows.length} rows of ${table}`;
  }
  return null;
}

/** The changes of each table that are seen, against those of the rows, and of parts that have gone, that should be. */
async function differenceInHistory(): Promise<string | null> {
  for (const principal of principals) {
    const db = database.narrowed(to(principal.who));
    const seen = await sql<{ noun: string; n: number }>`
      select noun, count(*)::integer as n from base.change group by noun`.execute(db);
    const own = eyesOf(principal);
    for (const [table, want] of Object.entries(expected)) {
      if (table === "crm.opportunity_version") continue;
      const isPart = want?.[0] === "opportunity_id";
      const records = want === null ? null : isPart ? parts(own) : want[1](own);
      // Of a part that was taken away only its beginning and its end name the opportunity.
      const told = isPart
        ? sql`coalesce(c.fields #>> '{opportunity_id,1}', c.fields #>> '{opportunity_id,0}',
            (select part.opportunity_id::text from ${sql.table(table)} as part where part.id = c.record_id))`
        : sql`c.record_id::text`;
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from base.change as c
        where c.noun = ${table} and (${records === null} or ${told} = any (${records ?? []}))`.execute(
        database.db,
      );
      const here = seen.rows.find(({ noun }) => noun === table)?.n ?? 0;
      if (here !== rows[0]?.n) return `${principal.who} sees ${here} changes of ${table}, not ${rows[0]?.n}`;
    }
  }
  return null;
}

/** The first difference between the rows that are seen and those that should be, as a sentence; null without any. */
async function differenceInRecords(): Promise<string | null> {
  for (const table of Object.keys(expected)) {
    const difference = await differenceInRecord(table);
    if (difference !== null) return difference;
  }
  return null;
}

/** Puts other rules into force, in place of those that the migrations made. */
async function enforce(rules: TableRules): Promise<void> {
  await sql`do $$ declare one record; begin
    for one in select policyname, schemaname, tablename from pg_policies loop
      execute format('drop policy %I on %I.%I', one.policyname, one.schemaname, one.tablename);
    end loop;
    for one in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^pg_' and p.prosecdef loop
      execute format('drop function %s cascade', one.name);
    end loop;
  end $$`.execute(database.db);
  await sql.raw(rowSecurity(rules)).execute(database.db);
}

/** Every rule that differs from this one in a single condition, with what was done to it. */
function* mutants(rule: Rule): Generator<readonly [string, Rule]> {
  if (rule.kind === "either" || rule.kind === "both") {
    for (const [at, part] of rule.rules.entries()) {
      // No two nouns share an id: to look for a record's id among one noun's says already which noun it is.
      const idSaysIt = rule.kind === "both" && part.kind === "word";
      for (const [what, mutant] of mutants(part)) {
        if (idSaysIt && mutant.kind === "everybody") continue;
        yield [what, { ...rule, rules: rule.rules.with(at, mutant) }];
      }
    }
    return;
  }
  if (rule.kind !== "everybody") yield [`${said(rule)} widened`, everybody];
  if (rule.kind !== "nobody") yield [`${said(rule)} narrowed`, nobody];
}
const said = (rule: Rule) => `${rule.kind} ${"column" in rule ? rule.column : ""}`;

const tested = Object.entries(visibility).filter(([table]) => table in expected);

test("the rules as they are let everybody see what the oracle says", async () => {
  expect(await differenceInRecords()).toBeNull();
  expect(await differenceInHistory()).toBeNull();
});

// On a server the same text is in force, and the matrix is tested there: changing it a hundred times tells nothing more.
describe.skipIf(serverUrl !== undefined)("in the record", () => {
  const cases = tested.flatMap(([table, rule]) =>
    [...mutants(rule.see)].map(
      ([what, see]) => [table, what, { ...visibility, [table]: { ...rule, see } }] as const,
    ),
  );
  test.each(cases)("%s with %s is noticed", async (_, __, rules) => {
    await enforce(rules);
    expect(await differenceInRecords()).not.toBeNull();
  });

  const history = [...mutants(visibility["base.change"]?.see ?? nobody)].map(
    ([what, see]) => [what, { ...visibility, "base.change": { see, write: "append" as const } }] as const,
  );
  test.each(history)("history with %s is noticed", async (_, rules) => {
    await enforce(rules);
    expect(await differenceInHistory()).not.toBeNull();
  });
});

describe("in the replica", () => {
  const places: Readonly<Record<string, readonly [string, (eyes: Eyes) => readonly string[]]>> = {
    opportunity: ["opportunity_id", parts],
    opportunity_state: ["opportunity_id", parts],
    opportunity_product: ["opportunity_id", withLine],
    opportunity_contact: ["opportunity_id", expected["crm.opportunity_contact"]?.[1] ?? parts],
    account: ["account_id", (eyes) => ids("account", eyes.account)],
    contact: ["contact_id", (eyes) => ids("contact", eyes.contact)],
    target: ["target_id", (eyes) => ids("target", eyes.target)],
  };
  let directory: string;
  let replica: ReturnType<typeof openReplica>;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "quarterdeck-mutation-"));
    replica = openReplica({ db: database.db, directory, tables: replicaTables });
  });
  afterAll(async () => {
    await replica.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function difference(tables: typeof replicaTables): Promise<string | null> {
    for (const principal of principals) {
      for (const [table, [column, of]] of Object.entries(places)) {
        const query = raw(`SELECT CAST(${column} AS VARCHAR) AS it FROM ${table}`);
        const rows = await replica.ask(workspaceId, narrowedQuery(tables, to(principal.who), query));
        if (setOf(rows.map(({ it }) => it)).join() !== setOf(of(eyesOf(principal))).join())
          return `${principal.who} sees ${rows.length} rows of ${table}`;
      }
    }
    return null;
  }

  test("the rules as they are let everybody see what the oracle says", async () => {
    expect(await difference(replicaTables)).toBeNull();
  });

  const cases = replicaTables
    .filter(({ name }) => name in places || name === "opportunity_split")
    .flatMap((table) =>
      [...mutants(table.seen)].map(
        ([what, seen]) =>
          [table.name, what, replicaTables.map((one) => (one === table ? { ...table, seen } : one))] as const,
      ),
    );
  test.each(cases)("%s with %s is noticed", async (_, __, tables) => {
    expect(await difference(tables)).not.toBeNull();
  });
});

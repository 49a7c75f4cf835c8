/** What a narrowed seat may write: its own and what it reaches, before and after. A refusal leaves nothing behind. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Caller, type Seated, type Sent, seatedServer } from "./seated.ts";
import { idOf, personId } from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let server: Seated;
beforeAll(async () => {
  server = await seatedServer();
});
afterAll(() => server.close());

const rep = (who: Caller["who"]): Caller => ({ role: "rep", who });
const manager = (who: Caller["who"]): Caller => ({ role: "manager", who });
const opportunity = (number: number) => `/api/opportunities/${idOf("opportunity", number)}`;
const account = (number: number) => `/api/accounts/${idOf("account", number)}`;
const contact = (number: number) => `/api/contacts/${idOf("contact", number)}`;

/** A hash over every table but the answers that are kept for sending again. */
async function everything(): Promise<string> {
  const { db } = server.services.database;
  const tables = await sql<{
    name: string;
  }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('base', 'people', 'crm', 'plan', 'improve') and tablename not in ('idempotency', 'audit_event', 'audit_head')
    order by 1`.execute(db);
  const hash = createHash("sha256");
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(t::text, e'\n' order by t::text) as text from ${sql.raw(name)} as t`.execute(db);
    hash.update(`${name}\n${rows[0]?.text ?? ""}\n`);
  }
  return hash.digest("hex");
}

type Call = readonly [Caller, "POST" | "PATCH" | "DELETE" | "PUT", string, Sent];
const versionOf = async (url: string) =>
  (await server.call({ role: "owner", who: null }, "GET", url)).json().version as number;

async function send([caller, method, url, sent]: Call) {
  const conditional = method === "PATCH" || method === "DELETE" || url.endsWith("/close");
  const version = conditional ? { version: await versionOf(url.replace(/\/(close|stage)$/, "")) } : {};
  return server.call(caller, method, url, { ...version, ...sent });
}

describe("allowed", () => {
  test.each<readonly [string, Call, number]>([
    [
      "a rep changes an opportunity of their own",
      [rep("r1"), "PATCH", opportunity(4), { body: { nextStep: "Call" } }],
      200,
    ],
    [
      "a rep changes one in which they have a share",
      [rep("r1"), "PATCH", opportunity(101), { body: { nextStep: "Ask" } }],
      200,
    ],
    [
      "a manager changes one of their rep's",
      [manager("m1"), "PATCH", opportunity(5), { body: { nextStep: "Ask" } }],
      200,
    ],
    [
      "a rep changes what a colleague shares today",
      [rep("r2"), "PATCH", opportunity(10), { body: { nextStep: "Hi" } }],
      200,
    ],
    [
      "a manager gives an opportunity from one of their reps to another",
      [manager("m1"), "PATCH", opportunity(5), { body: { ownerId: personId("r1") } }],
      200,
    ],
    ["a rep adds an account", [rep("r3"), "POST", "/api/accounts", { body: { name: "New account" } }], 201],
    ["a rep adds a contact", [rep("r3"), "POST", "/api/contacts", { body: { name: "New contact" } }], 201],
    [
      "a rep notes a call",
      [
        rep("r3"),
        "POST",
        "/api/activities",
        { body: { kind: "call", subject: "Called", opportunityId: idOf("opportunity", 7) } },
      ],
      201,
    ],
  ])("%s", async (_, call, status) => {
    const answer = await send(call);
    expect(answer.statusCode, answer.body).toBe(status);
  });

  test("a rep adds an opportunity, which is theirs without their saying so", async () => {
    const answer = await send([rep("r3"), "POST", "/api/opportunities", { body: { name: "New" } }]);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json().owner).toMatchObject({ id: personId("r3") });
    const again = await server.call(rep("r3"), "GET", `/api/opportunities/${answer.json().id}`);
    expect(again.statusCode).toBe(200);
  });

  test("history says who wrote it", async () => {
    const answer = await server.call(rep("r1"), "GET", `/api/history/opportunity/${idOf("opportunity", 4)}`);
    expect(answer.json().items[0]).toMatchObject({ author: "r1", authorId: personId("r1"), source: "app" });
  });
});

describe("refused, and nothing has happened", () => {
  const toOther = { body: { ownerId: personId("r4") } };
  test.each<readonly [string, Call, number]>([
    [
      "a rep changes an opportunity of a colleague",
      [rep("r1"), "PATCH", opportunity(7), { body: { nextStep: "x" } }],
      404,
    ],
    ["a rep removes one of a colleague", [rep("r1"), "DELETE", opportunity(7), {}], 404],
    [
      "a manager changes one of another manager's rep",
      [manager("m2"), "PATCH", opportunity(5), { body: { nextStep: "x" } }],
      404,
    ],
    [
      "a manager who moved yesterday changes a former rep's",
      [manager("ex"), "PATCH", opportunity(5), { body: { nextStep: "x" } }],
      404,
    ],
    [
      "a manager from tomorrow on changes today",
      [manager("future"), "PATCH", opportunity(7), { body: { nextStep: "x" } }],
      404,
    ],
    [
      "a rep gives their opportunity to somebody out of reach",
      [rep("r1"), "PATCH", opportunity(4), toOther],
      403,
    ],
    ["a rep gives their account away", [rep("r1"), "PATCH", account(91), toOther], 403],
    [
      "a rep gives up an owner altogether",
      [rep("r1"), "PATCH", account(91), { body: { ownerId: null } }],
      403,
    ],
    [
      "a rep adds an account for somebody else",
      [rep("r1"), "POST", "/api/accounts", { body: { name: "X", ...toOther.body } }],
      403,
    ],
    [
      "a rep changes an account that they only see",
      [rep("r2"), "PATCH", account(7), { body: { city: "X" } }],
      403,
    ],
    ["a rep removes an account that they only see", [rep("r2"), "DELETE", account(7), {}], 403],
    [
      "a rep changes a contact that they only see",
      [rep("r1"), "PATCH", contact(101), { body: { title: "X" } }],
      403,
    ],
    [
      "a rep puts an opportunity on an account out of sight",
      [rep("r1"), "PATCH", opportunity(4), { body: { accountId: idOf("account", 8) } }],
      422,
    ],
    [
      "a rep notes something on an opportunity out of sight",
      [
        rep("r1"),
        "POST",
        "/api/activities",
        { body: { kind: "note", subject: "x", opportunityId: idOf("opportunity", 8) } },
      ],
      422,
    ],
    [
      "an auditor changes anything",
      [{ role: "auditor", who: "overlay" }, "PATCH", opportunity(4), { body: { nextStep: "x" } }],
      403,
    ],
    [
      "a rep changes a person",
      [rep("r1"), "PATCH", `/api/people/${personId("r1")}`, { body: { title: "CEO" } }],
      403,
    ],
    ["a manager sets a target", [manager("m1"), "POST", "/api/targets", { body: {} }], 403],
    ["a rep changes the workspace", [rep("r1"), "PATCH", "/api/workspace", { body: { name: "Mine" } }], 403],
    [
      "a rep makes a key",
      [rep("r1"), "POST", "/api/keys", { body: { name: "k", rights: "read", days: 1 } }],
      403,
    ],
  ])("%s", async (_, call, status) => {
    const before = await everything();
    const answer = await send(call);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(await everything()).toBe(before);
  });

  test("cells of several records at once: those out of sight are refused, and stay as they were", async () => {
    const rows = [7, 8].map((number) => ({
      id: idOf("opportunity", number),
      version: 1,
      cells: { nextStep: "x" },
    }));
    const before = await everything();
    const answer = await server.call(rep("r1"), "POST", "/api/lists/opportunity/cells", { body: { rows } });
    expect(answer.statusCode, answer.body).toBeLessThan(500);
    expect(await everything()).toBe(before);
  });
});

test("what the owner reads after a narrowed write is the whole record again", async () => {
  await send([rep("r3"), "PATCH", opportunity(7), { body: { nextStep: "Again" } }]);
  const { rows } = await sql<{ role: string; n: number }>`
    select current_user as role, count(*)::integer as n from crm.opportunity`.execute(
    server.services.database.db,
  );
  expect(rows[0]?.role).not.toBe("quarterdeck_seat");
  expect(rows[0]?.n).toBeGreaterThan(15);
});

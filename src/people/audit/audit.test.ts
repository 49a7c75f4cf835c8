/** The audit log through HTTP: read in pages, narrowed, exported, verified, and refused to those who may not. */
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { noWorkspace, tellAudit, writeAs, writeAuditEvent } from "#base/platform";
import { type Client, foundTestWorkspace, signedInClient, testHost } from "../../../test/client.ts";
import { createKey, endKey } from "../access/contract.ts";
import { configureWorkspace } from "../workspace/contract.ts";
import { workspaceRoutes } from "../workspace/routes.ts";
import * as contract from "./contract.ts";
import { auditRoutes } from "./routes.ts";

const start = Temporal.Instant.from("2026-03-03T03:00:00Z");
let now = start;
const clock: Clock = { now: () => now };
let desk: Client;
const person = "01890000-0000-7000-8000-00000000000b";

beforeAll(async () => {
  desk = await signedInClient([...auditRoutes, ...workspaceRoutes], { clock });
  const { id } = await desk.call(createKey, { body: { name: "=1+1 Warehouse", rights: "read", days: 3 } });
  now = start.add({ hours: 7 });
  await desk.call(endKey, { params: { id } });
  await desk.call(configureWorkspace, {
    ifMatch: 1,
    body: { name: "Brightwater", fiscal: { startMonth: 2 } },
  });
  now = start.add({ hours: 14 });
  const author = { workspaceId: desk.workspaceId, authorId: person, author: "Dana Reyes", source: "app" };
  await writeAs(desk.database.db, author, clock, (trx) =>
    writeAuditEvent(trx, {
      ...{ workspaceId: desk.workspaceId, kind: "denied", outcome: "refused", accessRole: "rep" },
      ...{ address: "10.1.2.3", requestId: null, endpoint: "POST /api/keys", detail: { status: 403 } },
    }),
  );
  await tellAudit(desk.database.db, clock, {
    ...{ kind: "backup taken", endpoint: "quarterdeck backup", by: "Command line" },
  });
});
afterAll(() => desk.close());

type Query = NonNullable<Parameters<typeof desk.call<typeof contract.getAuditEvents.shape>>[1]["query"]>;
const read = async (query: Query = {}) => desk.call(contract.getAuditEvents, { query });
const words = async (query: Query = {}) => (await read(query)).items.map((one) => one.words);
const all = [
  "Dana Reyes was denied something",
  "Command line took a backup of the whole record",
  "Owner changed the workspace “Brightwater”: name and fiscal",
  "Owner ended the key “=1+1 Warehouse”",
  "Owner made the key “=1+1 Warehouse”",
  "Owner signed in",
];

describe("the log is read", () => {
  test("the latest first, the workspace's and the installation's together, as sentences", async () => {
    expect(await words()).toEqual(all);
    const [denied, backup] = (await read()).items;
    expect(denied).toMatchObject({
      ...{ chain: "workspace", no: "5", actor: "Dana Reyes", personId: person, address: "10.1.2.3" },
      ...{ outcome: "refused", at: "2026-03-03T17:00:00Z", accessRole: "rep", detail: { status: 403 } },
    });
    expect(backup).toMatchObject({ chain: "installation", no: "1", source: "command line", address: null });
  });

  test.each<[string, Query, number[]]>([
    ["of a day in the workspace's time zone", { from: "2026-03-03", to: "2026-03-03" }, [0, 1, 2, 3]],
    ["until a day", { to: "2026-03-02" }, [4, 5]],
    ["of a kind", { kind: "key ended" }, [3]],
    ["of a group", { group: "keys and seats" }, [3, 4]],
    ["of a kind in another group", { group: "imports", kind: "key ended" }, []],
    ["of a person", { person }, [0]],
    ["of an outcome", { outcome: "refused" }, [0]],
    ["with an address in it, in part", { text: "10.1.2" }, [0]],
    ["with a name in it, however written", { text: "dana reyes" }, [0]],
    ["with a sign that means something elsewhere", { text: "%" }, []],
    ["from a day that has not come", { from: "2027-01-01" }, []],
  ])("%s", async (_, query, places) => {
    expect(await words(query)).toEqual(places.map((place) => all[place]));
  });

  test.each([1, 2, 5])("in pages of %i without leaving one out or telling one twice", async (limit) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((one) => one.words));
      expect(page.items.length).toBeLessThanOrEqual(limit);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  test.each([
    [{ kind: "moon landed" }, 400],
    [{ from: "yesterday" }, 400],
    [{ cursor: "x" }, 422],
    [{ cursor: Buffer.from('["a","0","1"]').toString("base64url") }, 422],
    [{ secret: "1" }, 400],
  ])("not with %j", async (query, status) => {
    const answer = await desk.inject({ method: "GET", url: "/api/audit", query: query as never });
    expect(answer.statusCode).toBe(status);
  });

  test("and what an event changed of its record, before and after", async () => {
    const changes = async (chain: "workspace" | "installation", no: string) =>
      (await desk.call(contract.getAuditChanges, { params: { chain, no } })).items;
    expect(await changes("workspace", "4")).toEqual([
      { field: "fiscal_start_month", before: "1", after: "2" },
      { field: "name", before: "Test workspace", after: "Brightwater" },
    ]);
    expect(await changes("workspace", "1")).toEqual([]);
    expect(await changes("installation", "1")).toEqual([]);
    await expect(changes("workspace", "999")).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("of one's own workspace and no other", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Neighbour");
    const there = await desk.call(contract.getAuditEvents, { workspaceId: other });
    expect(there.items.map((one) => one.chain)).toEqual(["installation"]);
    const params = { chain: "workspace", no: "4" } as const;
    await expect(desk.call(contract.getAuditChanges, { params, workspaceId: other })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});

test("the log as a file has every event with its hashes, harmless to a spreadsheet, and tells of itself", async () => {
  const answer = await desk.inject({ method: "GET", url: "/api/audit/export?kind=key+made" });
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(answer.headers["content-disposition"]).toContain('filename="Audit log 2026-03-03.csv"');
  const [head = "", line = "", ...rest] = answer.body.split("\r\n");
  expect(head.startsWith("\uFEFFChain,Number,When (UTC),What happened,Who,")).toBe(true);
  expect(line).toMatch(
    /^workspace,2,2026-03-03T03:00:00Z,Owner made the key “=1\+1 Warehouse”,Owner,owner,app,127.0.0.1,key made,done,POST \/api\/keys,'=1\+1 Warehouse,/,
  );
  expect(line).toMatch(/,[0-9a-f]{64},[0-9a-f]{64}$/);
  expect(rest).toEqual([""]);
  const [told] = (await read({ kind: "export" })).items;
  expect(told?.words).toBe("Owner exported 1 event of the audit log, filtered, as CSV");
});

describe("the chains are verified", () => {
  test("with how many events they have and their heads; a head that was kept is found, a foreign one is not", async () => {
    const told = await desk.call(contract.verifyAudit, {});
    expect(told).toMatchObject({
      whole: true,
      chains: [
        { chain: "workspace", broken: null },
        { chain: "installation", events: 1 },
      ],
    });
    const head = told.chains[1]?.head ?? "";
    expect(head).toMatch(/^[0-9a-f]{8}(:[0-9a-f]{8}){7}$/);
    const kept = await desk.call(contract.verifyAudit, {
      query: { head: head.replaceAll(":", " ").toUpperCase() },
    });
    expect(kept).toMatchObject({ whole: true, chains: [{ keptAt: null }, { keptAt: "1" }] });
    expect((await desk.call(contract.verifyAudit, { query: { head: "0".repeat(64) } })).whole).toBe(false);
    await expect(desk.call(contract.verifyAudit, { query: { head: "ab" } })).rejects.toMatchObject({
      problem: { status: 422 },
    });
  });

  test("and the first event that was changed is named", async () => {
    const { db } = desk.database;
    await sql`alter table base.audit_event disable trigger refuse_rewrite`.execute(db);
    await sql`update base.audit_event set address = '10.0.0.9' where workspace_id = ${desk.workspaceId} and event_no = 3`.execute(
      db,
    );
    await sql`alter table base.audit_event enable always trigger refuse_rewrite`.execute(db);
    const told = await desk.call(contract.verifyAudit, {});
    expect(told.whole).toBe(false);
    expect(told.chains[0]).toMatchObject({
      events: 2,
      broken: {
        no: "3",
        how: "changed",
        words: "Event 3 was changed: its hash is not that of what it says.",
      },
    });
  });
});

test("a key reads none of it, and before there is a workspace there is nothing to read", async () => {
  const { secret } = await desk.call(createKey, { body: { name: "K", rights: "write", days: 3 } });
  for (const url of [
    "/api/audit",
    "/api/audit/export",
    "/api/audit/verification",
    "/api/audit/workspace/1/changes",
  ]) {
    const answer = await desk.server.inject({
      ...{ method: "GET", url },
      headers: { host: testHost, authorization: `Bearer ${secret}` },
    });
    expect(answer.statusCode, url).toBe(403);
    expect(answer.json().detail).toContain('"audit.read"');
  }
  const nowhere = await desk.inject({
    ...{ method: "GET", url: "/api/audit" },
    headers: { "quarterdeck-workspace": noWorkspace },
  });
  expect(nowhere.statusCode).toBe(404);
});

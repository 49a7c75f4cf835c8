/** The audit log over the whole route table: nothing that must stand in it is left out, and nothing secret gets in (S-03, S-20, S-35). */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type EndpointShape, endpoint } from "#base/contract";
import { fixedClock } from "#base/kernel";
import { bind, createServer, takeBackup, verifyAuditChain } from "#base/platform";
import * as crm from "#crm/contract";
import { makeSignInLink } from "#people";
import * as people from "#people/contract";
import { replicaTables, routes } from "../src/app/capabilities.ts";
import * as upkeep from "../src/app/upkeep/contract.ts";
import { auditKindOf, whyUnaudited } from "../src/base/platform/http/audited.ts";
import { sectionKeys } from "../src/people/roles/role.ts";
import { type Client, foundTestWorkspace, signedInClient, testHost } from "./client.ts";
import { imported } from "./importing.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const clock = fixedClock("2026-03-02T08:00:00Z");
const zero = "00000000-0000-0000-0000-000000000000";
const embedded = !process.env.QUARTERDECK_TEST_DATABASE_URL;
let desk: Client;
const logged: string[] = [];

beforeAll(async () => {
  desk = await signedInClient(routes, {
    clock,
    tables: replicaTables,
    commandLineToken: "c".repeat(43),
    log: (line) => logged.push(line),
  });
});
afterAll(() => desk.close());

async function events(workspaceId: string) {
  return desk.database.db
    .selectFrom("base.audit_event")
    .where("workspace_id", "=", workspaceId)
    .orderBy("event_no")
    .selectAll()
    .execute();
}
type Row = Awaited<ReturnType<typeof events>>[number];
const told = (row: Row) =>
  [row.kind, row.outcome, row.endpoint, row.subject_noun].filter((part) => part !== null).join(" | ");

/** What stands in both chains beyond so many events, once as many as are expected have come. */
async function since(before: { own: number; all: number }, count: number): Promise<Row[]> {
  const read = async () => [
    ...(await events(desk.workspaceId)).slice(before.own),
    ...(await events(zero)).slice(before.all),
  ];
  await expect.poll(async () => (await read()).length, { timeout: 5_000 }).toBe(count);
  return read();
}
const mark = async () => ({
  own: (await events(desk.workspaceId)).length,
  all: (await events(zero)).length,
});

describe("the route table", () => {
  const shapes = routes.map(({ shape }) => shape);

  test("every route that configures, says who comes in, or hands out a file says what the log calls it", () => {
    const missing = shapes.filter(
      (shape) => whyUnaudited(shape) !== null || (shape.answers !== undefined && auditKindOf(shape) === null),
    );
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const must = shapes.filter(
      ({ method, permission }) =>
        method !== "GET" && ["workspace.configure", "access.manage"].includes(permission),
    );
    expect(must.length).toBeGreaterThanOrEqual(15);
    expect(shapes.filter((shape) => auditKindOf(shape) === "export").length).toBeGreaterThanOrEqual(5);
  });

  test.each<[string, Partial<EndpointShape>]>([
    ["manages access", { method: "POST", path: "/api/trial", permission: "access.manage" }],
    ["configures the workspace", { method: "PUT", path: "/api/trial", permission: "workspace.configure" }],
    ["is about keys", { method: "POST", path: "/api/keys/trial", permission: "workspace.read" }],
    ["is about sessions", { method: "POST", path: "/api/sessions/trial", permission: "workspace.read" }],
    ["is about seats", { method: "POST", path: "/api/seats", permission: "people.write" }],
  ])("a server with a route that %s and says nothing does not start", async (_, planted) => {
    const shape = { summary: "Trial", output: z.object({}), ...planted } as EndpointShape;
    const route = bind(endpoint(shape), async () => ({}));
    const parts = {
      services: desk.services,
      gate: { seatOf: async () => null, hasWorkspace: async () => false },
    };
    await expect(createServer({ routes: [route], ...parts })).rejects.toThrow("audit log calls it");
    const named = { ...route, shape: { ...shape, audit: "seat invited" as const } };
    await (await createServer({ routes: [named], ...parts })).close();
  });
});

describe("each event writes one row", () => {
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const one = async (act: () => Promise<unknown>, count = 1) => {
    const before = await mark();
    const answer = await act();
    return { answer, rows: await since(before, count) };
  };

  test("with who, what, when, from where, through what and how it went", async () => {
    const { answer, rows } = await one(() =>
      desk.inject({
        method: "POST",
        url: "/api/keys",
        headers: { "idempotency-key": "k-1" },
        payload: { name: "Warehouse", rights: "read", days: 7 },
      }),
    );
    const made = answer as Awaited<ReturnType<Client["inject"]>>;
    const { id, secret } = made.json();
    expect(rows).toMatchObject([
      {
        ...{ workspace_id: desk.workspaceId, actor: "Owner", person_id: null, access_role: "owner" },
        ...{ source: "app", address: "127.0.0.1", kind: "key made", outcome: "done", key_id: null },
        ...{ endpoint: "POST /api/keys", subject_noun: "people.api_key", subject_id: id },
        request_id: made.headers["quarterdeck-request"],
      },
    ]);
    expect(rows[0]?.happened_at.toString()).toBe("2026-03-02T08:00:00Z");
    const inLog = logged.filter((line) => line.includes(String(made.headers["quarterdeck-request"])));
    expect(inLog).toHaveLength(1);
    expect(JSON.stringify(rows, (_, v) => (typeof v === "bigint" ? String(v) : v))).not.toContain(secret);
    // Sent again with its key it does nothing, and so leaves nothing.
    const before = await mark();
    await desk.inject({
      method: "POST",
      url: "/api/keys",
      headers: { "idempotency-key": "k-1" },
      payload: { name: "Warehouse", rights: "read", days: 7 },
    });
    expect(await mark()).toEqual(before);
  });

  test("what is refused by its own rules or rolled back leaves none", async () => {
    const before = await mark();
    const bad = { name: "", rights: "read", days: 7 } as const;
    await expect(desk.call(people.createKey, { body: bad })).rejects.toMatchObject({
      problem: { status: 400 },
    });
    const zone = { ifMatch: 1, body: { timeZone: "Nowhere/Land" } };
    await expect(desk.call(people.configureWorkspace, zone)).rejects.toMatchObject({
      problem: { status: 422 },
    });
    expect(await mark()).toEqual(before);
  });

  const key = async () =>
    (await desk.call(people.createKey, { body: { name: "K", rights: "read", days: 1 } })).id;
  const rate = { currency: "EUR", startsOn: "2026-01-01", rate: "1.1" };
  const field = { noun: "account", key: "tier", label: "Tier", type: "text" } as const;
  const pipeline = { name: "Renewals", stages: [{ name: "Talk" }, { name: "Won", outcome: "won" }] };
  const profile = { key: "own", name: "Own", level: "", sections: {} };
  const signIn = async () => {
    const url = await makeSignInLink(desk.database.db, desk.workspaceId, clock, randomBytes);
    return desk.server.inject({ method: "GET", url, headers: { host: testHost } });
  };
  let kept: { id: string; version: number } = { id: "", version: 0 };
  const keep = (made: object) => {
    kept = made as typeof kept;
  };
  const changed = () => ({ params: { id: kept.id }, ifMatch: kept.version });
  let importId = "";
  const list =
    (format: string, query = "") =>
    () =>
      desk.inject({ method: "GET", url: `/api/lists/opportunity/export.${format}${query}` });

  const acts: [string, () => Promise<unknown>, string[]][] = [
    [
      "a sign-in link is made",
      () => desk.call(people.offerSignIn, { body: {} }),
      ["sign-in link made | done | POST /api/sign-in-links"],
    ],
    ["somebody signs in", signIn, ["signed in | done | GET /sign-in"]],
    [
      "all other sessions are ended",
      () => desk.call(people.endOtherSessions, {}),
      ["session ended | done | POST /api/sessions/end-others | session"],
    ],
    [
      "a link is shown that is no good",
      () =>
        desk.server.inject({
          method: "GET",
          url: `/sign-in?token=${"z".repeat(43)}`,
          headers: { host: testHost },
        }),
      ["sign-in refused | refused | GET /sign-in"],
    ],
    [
      "a key is made and ended",
      async () => desk.call(people.endKey, { params: { id: await key() } }),
      [
        "key made | done | POST /api/keys | people.api_key",
        "key ended | done | POST /api/keys/:id/end | people.api_key",
      ],
    ],
    [
      "a workspace is changed",
      () => desk.call(people.configureWorkspace, { ifMatch: 1, body: { fiscal: { startMonth: 2 } } }),
      ["workspace changed | done | PATCH /api/workspace | base.workspace"],
    ],
    [
      "a rate is stated",
      async () => keep(await desk.call(people.setExchangeRate, { body: rate })),
      ["exchange rate stated | done | PUT /api/exchange-rates | base.exchange_rate"],
    ],
    [
      "a rate is taken back",
      () => desk.call(people.removeExchangeRate, changed()),
      ["exchange rate taken back | done | DELETE /api/exchange-rates/:id | base.exchange_rate"],
    ],
    [
      "a field is defined",
      async () => keep(await desk.call(crm.createField, { body: field as never })),
      ["field changed | done | POST /api/fields | crm.custom_field"],
    ],
    [
      "a field is renamed",
      async () => keep(await desk.call(crm.changeField, { ...changed(), body: { label: "Rank" } as never })),
      ["field changed | done | PATCH /api/fields/:id | crm.custom_field"],
    ],
    [
      "a field is removed",
      () => desk.call(crm.removeField, changed()),
      ["field removed | done | DELETE /api/fields/:id | crm.custom_field"],
    ],
    [
      "a pipeline is added",
      async () => keep(await desk.call(crm.createPipeline, { body: pipeline as never })),
      ["pipeline changed | done | POST /api/pipelines | crm.pipeline"],
    ],
    [
      "pipelines are put in order",
      () => desk.call(crm.orderPipelines, { body: { ids: [kept.id] } as never }),
      ["pipelines ordered | done | PUT /api/pipelines"],
    ],
    [
      "a role profile is written",
      () =>
        desk.inject({
          method: "POST",
          url: "/api/roles",
          headers: { "idempotency-key": "r-1" },
          payload: { ...profile, sections: emptySections },
        }),
      ["role profile changed | done | POST /api/roles | people.role"],
    ],
    [
      "a list is exported as CSV",
      list("csv"),
      ["export | done | GET /api/lists/:noun/export.csv | opportunity"],
    ],
    [
      "a list is exported as a workbook",
      list("xlsx", "?filter=name.contains(canaryqx)"),
      ["export | done | GET /api/lists/:noun/export.xlsx | opportunity"],
    ],
    [
      "the audit log itself is exported",
      () => desk.inject({ method: "GET", url: "/api/audit/export" }),
      ["export | done | GET /api/audit/export | audit"],
    ],
    [
      "an import is started",
      async () => {
        importId = (
          await imported(desk, {
            "deals.csv":
              "Deal ID,Name,Stage,Amount,Created\nX1,One,Talk,5,2026-01-05\nX2,Two,Talk,7,2026-01-05\nX3,Three\n",
          })
        ).id;
      },
      ["import started | done | POST /api/imports/:id/start | crm.import"],
    ],
    [
      "rejected rows are exported",
      () => desk.inject({ method: "GET", url: `/api/imports/${importId}/rejects.csv?file=deals.csv&part=1` }),
      ["export | done | GET /api/imports/:id/rejects.csv | imports"],
    ],
    [
      "an import is undone",
      async () => {
        await desk.call(crm.lookAtUndo, { params: { id: importId } });
        await expect
          .poll(
            () =>
              desk.call(crm.undoImport, { params: { id: importId }, body: {} }).then(
                () => true,
                () => false,
              ),
            {
              timeout: 20_000,
            },
          )
          .toBe(true);
      },
      ["import undone | done | POST /api/imports/:id/undo | crm.import"],
    ],
    [
      "a backup is taken",
      () => desk.call(upkeep.takeBackupNow, {}),
      ["backup taken | done | PUT /api/upkeep/backup"],
    ],
    [
      "the copy is made anew",
      () => desk.call(upkeep.rebuildReplica, {}),
      ["copy rebuilt | done | PUT /api/upkeep/replica"],
    ],
    [
      embedded ? "a snapshot is taken" : "a snapshot fails",
      () => desk.call(upkeep.takeSnapshotNow, {}).catch(() => undefined),
      [`snapshot taken | ${embedded ? "done" : "failed"} | PUT /api/upkeep/snapshot`],
    ],
    [
      "the command line asks with a wrong token",
      () =>
        desk.server.inject({
          method: "GET",
          url: "/api/keys",
          headers: { host: testHost, authorization: "Bearer wrong" },
        }),
      ["credential refused | refused | GET /api/keys"],
    ],
    [
      "a session that is no good is shown",
      () =>
        desk.server.inject({
          method: "GET",
          url: "/api/people",
          headers: { host: testHost, cookie: "quarterdeck_session=gone" },
        }),
      ["credential refused | refused | GET /api/people"],
    ],
    [
      "a page is asked for under a foreign name",
      () => desk.server.inject({ method: "GET", url: "/api/people", headers: { host: "evil.example" } }),
      ["foreign request | refused | GET /api/people"],
    ],
  ];
  test.each(acts)("when %s", async (_, act, expected) => {
    const { rows } = await one(act, expected.length);
    expect(rows.map(told)).toEqual(expected);
    for (const row of rows) {
      expect(row).toMatchObject({ address: "127.0.0.1", request_id: uuid });
      expect(row.actor).toMatch(
        row.kind.includes("refused") || row.kind.startsWith("foreign") ? /unknown/ : /^Owner$/,
      );
    }
  });

  test("a workspace that was opened begins its own log with it", async () => {
    const { id } = await desk.call(people.openWorkspace, {
      body: { name: "Second", currency: "EUR", timeZone: "UTC" },
    });
    expect((await events(id)).map(told)).toEqual([
      "workspace opened | done | POST /api/workspaces | base.workspace",
    ]);
    expect((await events(id))[0]).toMatchObject({ event_no: 1n, actor: "Owner", subject_id: id });
  });

  test("an export is written before its first byte leaves, with how much it is and whether it was narrowed", async () => {
    const rows = (await events(desk.workspaceId)).filter(({ kind }) => kind === "export");
    expect(rows.map(({ detail }) => detail)).toEqual([
      { format: "CSV", rows: 0, filtered: false },
      { format: "Excel", rows: 0, filtered: true },
      { format: "CSV", rows: expect.any(Number), filtered: false },
      { format: "CSV" },
    ]);
  });

  test("signing out is written, and who is signed out leaves no more", async () => {
    const opened = await signIn();
    const cookie = `quarterdeck_session=${opened.cookies[0]?.value}`;
    const before = await mark();
    const out = {
      method: "POST",
      url: "/api/sign-out",
      headers: { cookie, "idempotency-key": "o" },
    } as const;
    await desk.inject(out);
    expect((await since(before, 1)).map(told)).toEqual(["signed out | done | POST /api/sign-out"]);
    // Without anything shown it is only somebody who is not signed in.
    await desk.server.inject({ method: "GET", url: "/api/people", headers: { host: testHost } });
    expect((await since(before, 1)).length).toBe(1);
  });
});

const emptySections = Object.fromEntries(sectionKeys.map((key) => [key, []]));

describe("what is refused", () => {
  let secret = "";
  let keyId = "";
  beforeAll(async () => {
    const made = await desk.call(people.createKey, { body: { name: "Reader", rights: "read", days: 30 } });
    ({ secret, id: keyId } = made);
    await asKey("GET", "/api/session");
  });
  const asKey = (
    method: string,
    url: string,
    more: Record<string, string> = {},
    payload: object | undefined = undefined,
  ) =>
    desk.server.inject({
      method: method as "GET",
      url,
      headers: {
        host: testHost,
        authorization: `Bearer ${secret}`,
        "idempotency-key": crypto.randomUUID(),
        ...more,
      },
      ...(payload ? { payload } : {}),
    });

  test("a right that is missing is written with who missed it, and the same again only counted", async () => {
    const before = await mark();
    for (let n = 0; n < 30; n += 1) expect((await asKey("POST", "/api/keys", {}, {})).statusCode).toBe(403);
    const [row] = await since(before, 1);
    expect(row).toMatchObject({
      ...{ kind: "denied", outcome: "refused", actor: "Reader", key_id: keyId, access_role: "owner" },
      ...{ endpoint: "POST /api/keys", workspace_id: desk.workspaceId, source: "key" },
      detail: { status: 403, asked: people.createKey.shape.summary },
    });
  });

  test("a record of another workspace is written, and an id that is nowhere is not", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Neighbour");
    const account = crypto.randomUUID();
    await desk.database.db
      .insertInto("crm.account")
      .values({ workspace_id: other, id: account, name: "Theirs" })
      .execute();
    const before = await mark();
    const nowhere = await asKey("GET", `/api/accounts/${crypto.randomUUID()}`);
    const theirs = await asKey("GET", `/api/accounts/${account}`);
    expect([nowhere.statusCode, theirs.statusCode]).toEqual([404, 404]);
    expect(theirs.body).toBe(nowhere.body);
    const rows = await since(before, 1);
    expect(rows).toMatchObject([
      { kind: "denied", endpoint: "GET /api/accounts/:id", subject_id: account, detail: { status: 404 } },
    ]);
    const again = await mark();
    expect((await asKey("GET", "/api/accounts", { "quarterdeck-workspace": other })).statusCode).toBe(404);
    expect((await since(again, 1))[0]).toMatchObject({ kind: "denied", workspace_id: desk.workspaceId });
  });

  test("changes nothing but the audit log, whichever route it was", async () => {
    const before = await fingerprint();
    const denied = routes.filter(
      ({ shape }) => shape.method !== "GET" || shape.permission === "workspace.configure",
    );
    let refused = 0;
    for (const { shape } of denied) {
      const url = shape.path.replace(/:([A-Za-z]+)/g, (_, name) =>
        name === "noun" ? "opportunity" : crypto.randomUUID(),
      );
      const answer = await asKey(shape.method, url, { "if-match": '"1"' }, shape.stream ? undefined : {});
      if (answer.statusCode === 403) refused += 1;
      // What a reader may: signing out without a session is refused by nobody and ends nothing.
      else expect(`${shape.method} ${shape.path}`).toBe("POST /api/sign-out");
    }
    expect(refused).toBe(denied.length - 1);
    expect(await fingerprint()).toEqual(before);
  });
});

/** A hash of every table but the log of what happened and the answers that are kept for a day. */
async function fingerprint(): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`select oid::regclass::text as name from pg_class
    where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by 1`.execute(desk.database.db);
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    if (name.startsWith("base.audit_") || name === "base.idempotency") continue;
    const { rows: hashed } = await sql<{ hash: string }>`
      select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${sql.table(name)} t`.execute(
      desk.database.db,
    );
    found[name] = hashed[0]?.hash ?? "";
  }
  expect(Object.keys(found).length).toBeGreaterThan(25);
  return found;
}

test("no token, key, cookie, query or typed text is in the log, nor in the log of the program", async () => {
  const canary = `canary${randomBytes(9).toString("hex")}`;
  const key = `qdk_${canary}${"x".repeat(20)}`;
  const before = await mark();
  const headers = { host: testHost, "user-agent": canary, referer: `http://127.0.0.1:7171/?${canary}` };
  await desk.server.inject({ method: "GET", url: `/sign-in?token=${canary}`, headers });
  await desk.server.inject({
    method: "GET",
    url: `/api/people?x=${canary}`,
    headers: { ...headers, authorization: `Bearer ${key}` },
  });
  await desk.server.inject({
    method: "GET",
    url: `/api/accounts/${canary}`,
    headers: { ...headers, cookie: `quarterdeck_session=${canary}` },
  });
  await desk.inject({
    method: "GET",
    url: `/api/lists/opportunity/export.csv?filter=name.contains(${canary})`,
  });
  await desk.inject({ method: "GET", url: `/api/audit/export?text=${canary}` });
  await desk.call(people.createKey, { body: { name: canary, rights: "read", days: 1 } });
  await desk.call(people.openWorkspace, { body: { name: canary, currency: "EUR", timeZone: "UTC" } });
  await since(before, 5);
  const { rows } = await sql<{
    said: string;
  }>`select base.audit_text(e) as said from base.audit_event e`.execute(desk.database.db);
  expect(rows.length).toBeGreaterThan(35);
  expect(rows.filter(({ said }) => said.includes("canary"))).toEqual([]);
  expect(logged.filter((line) => line.includes(canary))).toEqual([]);
});

test("after all this every chain is whole, and a backup carries it", async () => {
  for (const id of [desk.workspaceId, zero])
    expect((await verifyAuditChain(desk.database.db, id)).broken).toBe(null);
  const taken = await takeBackup(desk.database, `${desk.services.directory}/all.backup`, clock);
  const rows = new Map(taken.map((one) => [one.table, one.rows]));
  expect(rows.get("base.audit_event")).toBeGreaterThan(40);
  expect(rows.get("base.audit_head")).toBeGreaterThanOrEqual(3);
});

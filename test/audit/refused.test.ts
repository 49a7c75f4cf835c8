/** What is refused changes nothing and leaves a word of it; nothing secret gets into the log (S-03, S-35). */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Route, takeBackup, verifyAuditChain } from "#base/platform";
import * as people from "#people/contract";
import { routes } from "../../src/app/capabilities.ts";
import { foundTestWorkspace, testHost } from "../client.ts";
import { clock, type WatchedDesk, watchedDesk, zero } from "./desk.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let desk: WatchedDesk;
beforeAll(async () => {
  desk = await watchedDesk();
});
afterAll(() => desk.close());

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
    const before = await desk.mark();
    for (let n = 0; n < 30; n += 1) expect((await asKey("POST", "/api/keys", {}, {})).statusCode).toBe(403);
    const [row] = await desk.since(before, 1);
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
    const before = await desk.mark();
    const nowhere = await asKey("GET", `/api/accounts/${crypto.randomUUID()}`);
    const theirs = await asKey("GET", `/api/accounts/${account}`);
    expect([nowhere.statusCode, theirs.statusCode]).toEqual([404, 404]);
    expect(theirs.body).toBe(nowhere.body);
    const rows = await desk.since(before, 1);
    expect(rows).toMatchObject([
      { kind: "denied", endpoint: "GET /api/accounts/:id", subject_id: account, detail: { status: 404 } },
    ]);
    const again = await desk.mark();
    expect((await asKey("GET", "/api/accounts", { "quarterdeck-workspace": other })).statusCode).toBe(404);
    expect((await desk.since(again, 1))[0]).toMatchObject({ kind: "denied", workspace_id: desk.workspaceId });
  });

  test("changes nothing but the audit log, whichever route it was", async () => {
    const before = await fingerprint();
    // Coming in is for everybody, and one's own way in for whoever has one, which a key has not.
    const isForAll = ({ shape }: Route) => shape.permission === "public" || shape.own === true;
    const denied = routes.filter(
      (route) =>
        !isForAll(route) &&
        (route.shape.method !== "GET" || route.shape.permission === "workspace.configure"),
    );
    let refused = 0;
    for (const { shape } of denied) {
      const url = shape.path.replace(/:([A-Za-z]+)/g, (_, name) =>
        name === "noun" ? "opportunity" : crypto.randomUUID(),
      );
      const answer = await asKey(shape.method, url, { "if-match": '"1"' }, shape.stream ? undefined : {});
      expect(answer.statusCode, `${shape.method} ${shape.path}`).toBe(403);
      refused += 1;
    }
    expect(refused).toBe(denied.length);
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
  const before = await desk.mark();
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
  await desk.since(before, 6);
  const { rows } = await sql<{
    said: string;
  }>`select base.audit_text(e) as said from base.audit_event e`.execute(desk.database.db);
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ said }) => said.includes("canary"))).toEqual([]);
  expect(desk.logged.filter((line) => line.includes(canary))).toEqual([]);
});

test("after all this every chain is whole, and a backup carries it", async () => {
  for (const id of [desk.workspaceId, zero])
    expect((await verifyAuditChain(desk.database.db, id)).broken).toBe(null);
  const taken = await takeBackup(desk.database, `${desk.services.directory}/all.backup`, clock);
  const rows = new Map(taken.map((one) => [one.table, one.rows]));
  expect(rows.get("base.audit_event")).toBeGreaterThan(25);
  expect(rows.get("base.audit_head")).toBeGreaterThanOrEqual(3);
});

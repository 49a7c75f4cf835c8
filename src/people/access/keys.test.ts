import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient, testHost } from "../../../test/client.ts";
import { organizationRoutes } from "../organization/routes.ts";
import { makeSignInLink } from "./actions.ts";
import * as contract from "./contract.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
let now = start;
const clock: Clock = { now: () => now };
let desk: Client;
const logged: string[] = [];

beforeAll(async () => {
  desk = await signedInClient(organizationRoutes, { clock, log: (line) => logged.push(line) });
});
beforeEach(() => {
  now = start;
});
afterAll(() => desk.close());

const make = (rights: "read" | "write", days = 30) =>
  desk.call(contract.createKey, { body: { name: "Warehouse sync", rights, days } });

/** A call as a program makes it: with a key, without a cookie or an origin. */
const call = (secret: string, method: "GET" | "POST", url: string, more: object = {}) =>
  desk.server.inject({
    method,
    url,
    headers: {
      host: testHost,
      authorization: `Bearer ${secret}`,
      ...(method === "POST" ? { "idempotency-key": Buffer.from(randomBytes(9)).toString("hex") } : {}),
      ...("workspace" in more ? { "quarterdeck-workspace": String(more.workspace) } : {}),
    },
    ...("payload" in more ? { payload: more.payload as object } : {}),
  });

describe("a key", () => {
  test("for reading reads, and is refused by name what writes", async () => {
    const { secret } = await make("read");
    const session = (await call(secret, "GET", "/api/session")).json();
    expect(session.actor).toMatchObject({ name: "Warehouse sync", personId: null });
    expect(session.actor.permissions.filter((one: string) => !one.endsWith(".read"))).toEqual([]);
    const refused = await call(secret, "POST", "/api/people", { payload: { name: "Mallory" } });
    expect([refused.statusCode, refused.json().detail]).toEqual([
      403,
      'The key “Warehouse sync” may read, which does not include the right "people.write".',
    ]);
    const people = (await call(secret, "GET", "/api/people")).json();
    expect(people.items).toEqual([]);
  });

  test("for writing writes under its own name, and neither makes keys nor links nor ends sessions", async () => {
    const { secret } = await make("write");
    const made = await call(secret, "POST", "/api/people", { payload: { name: "Ines Okafor" } });
    expect(made.statusCode).toBe(201);
    const [change] = await desk.database.db
      .selectFrom("base.change")
      .where("record_id", "=", made.json().id)
      .select(["author", "source"])
      .execute();
    expect(change).toEqual({ author: "Warehouse sync", source: "key" });
    const keys = (await desk.call(contract.getKeys, {})).items.length;
    const body = { name: "Another", rights: "write", days: 1 };
    for (const [method, url, payload] of [
      ["POST", "/api/keys", body],
      ["GET", "/api/keys", undefined],
      ["POST", "/api/sign-in-links", {}],
      ["GET", "/api/sessions", undefined],
      ["POST", "/api/sessions/end-others", undefined],
    ] as const) {
      const refused = await call(secret, method, url, payload ? { payload } : {});
      expect([url, refused.statusCode]).toEqual([url, 403]);
    }
    expect((await desk.call(contract.getKeys, {})).items).toHaveLength(keys);
  });

  test("opens its own workspace, and learns of no other", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Twin");
    const { secret } = await make("write");
    const unknown = await call(secret, "GET", "/api/people", {
      workspace: "01890000-0000-7000-8000-000000000000",
    });
    const twin = await call(secret, "GET", "/api/people", { workspace: other });
    expect([twin.statusCode, twin.json().detail]).toEqual([404, unknown.json().detail]);
    const session = (await call(secret, "GET", "/api/session", { workspace: desk.workspaceId })).json();
    expect(session.workspaces.map(({ id }: { id: string }) => id)).toEqual([desk.workspaceId]);
  });

  test("is refused on the next call once it was ended, and cannot be ended twice", async () => {
    const { id, secret } = await make("read");
    expect((await call(secret, "GET", "/api/people")).statusCode).toBe(200);
    expect(await desk.call(contract.endKey, { params: { id } })).toEqual({ ended: 1 });
    const refused = await call(secret, "GET", "/api/people");
    expect([refused.statusCode, refused.json().fix]).toEqual([401, expect.stringContaining("Make a key")]);
    await expect(desk.call(contract.endKey, { params: { id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const shown = (await desk.call(contract.getKeys, {})).items.find((key) => key.id === id);
    expect(shown).toMatchObject({ over: "The key was ended.", usedAt: start.toString() });
  });

  test("is over after its days", async () => {
    const { secret } = await make("read", 2);
    now = start.add({ hours: 48 }).subtract({ seconds: 1 });
    expect((await call(secret, "GET", "/api/session")).statusCode).toBe(200);
    now = start.add({ hours: 48 });
    expect((await call(secret, "GET", "/api/session")).statusCode).toBe(401);
  });

  test.each([0, 366, 1.5])("cannot work for %s days", async (days) => {
    await expect(make("read", days)).rejects.toMatchObject({ problem: { status: 400 } });
  });

  test("that is wrong by one character, or stands in a cookie, opens nothing", async () => {
    const { secret } = await make("read");
    const last = secret.at(-1) === "A" ? "B" : "A";
    for (const wrong of [secret.slice(0, -1) + last, `${secret}A`, "qdk_", "qdk_\u00e9"]) {
      expect((await call(wrong, "GET", "/api/session")).statusCode, wrong).toBe(401);
    }
    const cookie = `quarterdeck_session=${secret}`;
    const headers = { host: testHost, cookie };
    expect((await desk.server.inject({ method: "GET", url: "/api/session", headers })).statusCode).toBe(401);
  });

  test("is kept as a hash only: not in the record, its history, the kept answers or the log", async () => {
    const post = () =>
      desk.inject({
        method: "POST",
        url: "/api/keys",
        headers: { "idempotency-key": "secret-key" },
        payload: { name: "Kept nowhere", rights: "read", days: 1 },
      });
    const first = await post();
    const { secret } = first.json();
    await call(secret, "GET", "/api/session");
    const { db } = desk.database;
    const kept = JSON.stringify([
      await db.selectFrom("people.api_key").selectAll().execute(),
      await db.selectFrom("people.api_key_secret").selectAll().execute(),
      await db.selectFrom("base.change").select(["fields"]).execute(),
      await db.selectFrom("base.idempotency").selectAll().execute(),
    ]);
    expect(kept).toContain("Kept nowhere");
    expect(kept.includes(secret) || logged.join("").includes(secret)).toBe(false);
    const again = await post();
    expect([again.statusCode, again.json().fix]).toEqual([
      409,
      expect.stringContaining("new Idempotency-Key"),
    ]);
    const made = (await desk.call(contract.getKeys, {})).items.filter(({ name }) => name === "Kept nowhere");
    expect(made).toHaveLength(1);
  });
});

describe("open sessions", () => {
  const signIn = async () => {
    const url = await makeSignInLink(desk.database.db, desk.workspaceId, clock, randomBytes);
    const opened = await desk.server.inject({ method: "GET", url, headers: { host: testHost } });
    return `quarterdeck_session=${opened.cookies[0]?.value}`;
  };
  const status = async (cookie: string) =>
    (await desk.server.inject({ method: "GET", url: "/api/session", headers: { host: testHost, cookie } }))
      .statusCode;

  test("are shown with the own one marked, and one that is ended is refused on its next request", async () => {
    const cookie = await signIn();
    const open = (await desk.call(contract.getSessions, {})).items;
    expect(open.filter(({ own }) => own)).toHaveLength(1);
    const other = open.find(({ own }) => !own);
    expect(other).toMatchObject({ name: "Owner", endsAt: start.add({ hours: 8 }).toString() });
    await desk.call(contract.endOneSession, { params: { id: other?.id ?? "" } });
    expect(await status(cookie)).toBe(401);
    await expect(
      desk.call(contract.endOneSession, { params: { id: other?.id ?? "" } }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("all but the own one can be ended at once", async () => {
    const cookies = [await signIn(), await signIn()];
    expect(await desk.call(contract.endOtherSessions, {})).toEqual({ ended: 2 });
    expect(await Promise.all(cookies.map(status))).toEqual([401, 401]);
    expect((await desk.call(contract.getSessions, {})).items.map(({ own }) => own)).toEqual([true]);
  });

  test("of another workspace can neither be seen nor ended from here", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Neighbour");
    const mine = (await desk.call(contract.getSessions, {})).items[0]?.id ?? "";
    const there = { workspaceId: other };
    expect((await desk.call(contract.getSessions, there)).items).toEqual([]);
    await expect(desk.call(contract.endOneSession, { ...there, params: { id: mine } })).rejects.toMatchObject(
      { problem: { status: 404 } },
    );
    expect(await desk.call(contract.endOtherSessions, there)).toEqual({ ended: 0 });
    expect((await desk.call(contract.getSessions, {})).items).toHaveLength(1);
  });
});

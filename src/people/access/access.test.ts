import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient, testHost } from "../../../test/client.ts";
import { invite, join } from "../../../test/seats.ts";
import { makeSignInLink, refuseListening } from "./actions.ts";
import { getSession, signOut } from "./contract.ts";
import { endSeat } from "./seat-contract.ts";
import { tokenHashOf } from "./token-actions.ts";

const start = Temporal.Instant.from("2026-03-02T03:30:00Z");
const commandLineToken = "command-line-token-for-tests";

describe("signing in", () => {
  let now = start;
  const clock: Clock = { now: () => now };
  let client: Client;
  const logged: string[] = [];

  beforeAll(async () => {
    client = await signedInClient([], { clock, commandLineToken, log: (line) => logged.push(line) });
  });
  afterAll(() => client.close());

  const visit = (url: string) => client.server.inject({ method: "GET", url, headers: { host: testHost } });
  const link = () => makeSignInLink(client.database.db, client.workspaceId, clock, randomBytes);
  const ask = (headers: Record<string, string>) =>
    client.server.inject({ method: "GET", url: "/api/session", headers: { host: testHost, ...headers } });

  test("a link opens a session in its workspace, and the session says who, where and which day it is there", async () => {
    now = start;
    const session = await client.call(getSession, {});
    expect(session).toMatchObject({
      actor: { personId: null, name: "Owner", role: "owner" },
      workspaces: [{ id: client.workspaceId, name: "Test workspace", origin: "own" }],
      workspace: {
        id: client.workspaceId,
        currency: "USD",
        timeZone: "America/New_York",
        fiscal: { startMonth: 1 },
      },
      today: "2026-03-01",
    });
    expect(session.actor.permissions).toContain("records.write");
  });

  test("a link works once", async () => {
    const url = await link();
    const first = await visit(url);
    expect(first.statusCode).toBe(303);
    expect(first.headers.location).toBe("/");
    expect(first.cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    const second = await visit(url);
    expect(second.statusCode).toBe(410);
    expect(second.headers["set-cookie"]).toBeUndefined();
    expect(second.body).toContain("used before");
  });

  test("of twenty who open one link at the same time, one gets in", async () => {
    const url = await link();
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit(url)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array(19).fill(410)]);
  });

  test("a link is no good after a quarter of an hour, nor is one that was never made", async () => {
    const url = await link();
    now = start.add({ minutes: 15 });
    expect((await visit(url)).statusCode).toBe(410);
    for (const bad of ["/sign-in?token=", "/sign-in?token=%00", "/sign-in?token=a"]) {
      expect((await visit(bad)).statusCode, bad).toBe(410);
    }
    now = start;
  });

  test("a session ends on the next request after signing out", async () => {
    const opened = await visit(await link());
    const cookie = `quarterdeck_session=${opened.cookies[0]?.value}`;
    expect((await ask({ cookie })).statusCode).toBe(200);
    const out = await client.inject({
      method: "POST",
      url: "/api/sign-out",
      headers: { cookie, "idempotency-key": "out-1" },
    });
    expect(out.json()).toEqual({ signedOut: true });
    expect(out.headers["clear-site-data"]).toContain("storage");
    const after = await ask({ cookie });
    expect(after.statusCode).toBe(401);
    expect(after.json().fix).toContain("sign-in link");
  });

  test.each([
    ["after eight hours without use", { hours: 8 }],
    ["after seven days at the latest", { hours: 168 }],
  ])("a session ends %s", async (_, duration) => {
    const opened = await visit(await link());
    const cookie = `quarterdeck_session=${opened.cookies[0]?.value}`;
    if (duration.hours > 8) {
      for (let hour = 7; hour < duration.hours; hour += 7) {
        now = start.add({ hours: hour });
        expect((await ask({ cookie })).statusCode).toBe(200);
      }
    }
    now = start.add(duration);
    expect((await ask({ cookie })).statusCode).toBe(401);
    now = start;
  });

  test("a session that names a person and no seat is nobody's", async () => {
    const personId = "01890000-0000-7000-8000-00000000abcd";
    const { db } = client.database;
    await db
      .insertInto("people.person")
      .values({ workspace_id: client.workspaceId, id: personId, name: "Ines Okafor" })
      .execute();
    const token = (await visit(await link())).cookies[0]?.value ?? "";
    const cookie = `quarterdeck_session=${token}`;
    expect((await ask({ cookie })).statusCode).toBe(200);
    const session = db.updateTable("people.session").where("token_hash", "=", tokenHashOf(token));
    await session.set({ person_id: personId }).execute();
    expect((await ask({ cookie })).statusCode).toBe(401);
  });

  test("the link, its session and the command line's token work straight from this machine only", async () => {
    const far = { remoteAddress: "203.0.113.7" };
    const proxied = { "x-forwarded-for": "127.0.0.1" };
    const url = await link();
    const visitFrom = (more: { remoteAddress?: string }, headers: object = {}) =>
      client.server.inject({ method: "GET", url, headers: { host: testHost, ...headers }, ...more });
    expect((await visitFrom(far)).statusCode).toBe(403);
    expect((await visitFrom({}, proxied)).statusCode).toBe(403);
    const opened = await visitFrom({});
    expect(opened.statusCode).toBe(303);
    const shown = [
      { cookie: `quarterdeck_session=${opened.cookies[0]?.value}` },
      { authorization: `Bearer ${commandLineToken}` },
    ];
    for (const headers of shown) {
      const from = (more: object, added: object = {}) =>
        client.server.inject({
          method: "GET",
          url: "/api/session",
          headers: { host: testHost, ...headers, ...added },
          ...more,
        });
      const answers = await Promise.all([from({}), from(far), from({}, proxied)]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 401]);
    }
  });

  test("tokens are kept as hashes only, and the log holds neither link nor session", async () => {
    const url = await link();
    const opened = await visit(url);
    const secrets = [url.split("token=")[1] ?? "", opened.cookies[0]?.value ?? "", commandLineToken];
    expect(secrets.map((secret) => secret.length)).toEqual([43, 43, commandLineToken.length]);
    await ask({ authorization: `Bearer ${commandLineToken}` });
    const links = await client.database.db.selectFrom("people.sign_in_link").selectAll().execute();
    const sessions = await client.database.db.selectFrom("people.session").selectAll().execute();
    const kept = JSON.stringify([links, sessions]) + logged.join("");
    expect(logged.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(kept.includes(secret)).toBe(false);
  });

  test("the command line is recognised by its token, and by nothing else", async () => {
    const good = await ask({ authorization: `Bearer ${commandLineToken}` });
    expect(good.json()).toMatchObject({
      actor: { role: "command-line" },
      workspace: { id: client.workspaceId },
    });
    for (const authorization of ["Bearer wrong", "Bearer ", "Basic abc", `Bearer ${commandLineToken}x`, ""]) {
      const answer = await ask({ authorization, cookie: client.cookie });
      expect(answer.statusCode, authorization).toBe(401);
    }
  });

  test("a workspace is chosen by the header; one that does not exist is not found, whatever its form", async () => {
    const other = await foundTestWorkspace(client.database, clock, "Second");
    const answer = await client.inject({
      method: "GET",
      url: "/api/session",
      headers: { "quarterdeck-workspace": other },
    });
    expect(answer.json().workspace.name).toBe("Second");
    for (const unknown of ["01890000-0000-7000-8000-000000000000", "' or 1=1", "__proto__"]) {
      const refused = await client.inject({
        method: "GET",
        url: "/api/session",
        headers: { "quarterdeck-workspace": unknown },
      });
      expect([refused.statusCode, refused.json().detail]).toEqual([404, "There is no such workspace."]);
    }
  });

  test("the command line that names no workspace reads the first, and must name one to write", async () => {
    const authorization = `Bearer ${commandLineToken}`;
    expect((await ask({ authorization })).json().workspaces).toHaveLength(2);
    const unclear = await client.server.inject({
      method: "POST",
      url: "/api/sign-out",
      headers: { host: testHost, authorization, "idempotency-key": "unclear" },
    });
    expect([unclear.statusCode, unclear.json().fix]).toEqual([
      400,
      expect.stringContaining("quarterdeck-workspace"),
    ]);
  });

  test("the command line is recognised before there is any workspace, and finds nothing there", async () => {
    const empty = await signedInClient([], { clock, commandLineToken, workspaceId: null });
    const answer = await empty.server.inject({
      method: "GET",
      url: "/api/session",
      headers: { host: testHost, authorization: `Bearer ${commandLineToken}` },
    });
    expect([answer.statusCode, answer.json().detail]).toEqual([404, "There is no such workspace."]);
    await empty.close();
  });

  test("signing out needs a session", async () => {
    await expect(
      client.call(signOut, { workspaceId: client.workspaceId }).then(() => client.call(getSession, {})),
    ).rejects.toMatchObject({ problem: { status: 401 } });
  });
});

describe("listening", () => {
  let client: Client;
  beforeAll(async () => {
    client = await signedInClient([]);
  });
  afterAll(() => client.close());
  const own = "https://sales.example.com";

  test.each(["127.0.0.1", "127.8.9.1", "localhost", "::1"])("on %s is always allowed", async (host) => {
    expect(await refuseListening(client.database.db, host, null)).toBeNull();
  });

  test.each(["192.168.1.5", "sales.example.com", "127.0.0.1.example.com", "0.0.0.0.0"])(
    "on %s alone is refused, because this machine would not reach itself",
    async (host) => {
      expect(await refuseListening(client.database.db, host, own)).toContain("set HOST to 0.0.0.0");
    },
  );

  test.each(["0.0.0.0", "::"])("on %s needs an https address, and somebody who can sign in", async (host) => {
    const { db } = client.database;
    expect(await refuseListening(db, host, null)).toContain("set QUARTERDECK_ORIGIN");
    expect(await refuseListening(db, host, own)).toContain("invite somebody");
  });

  test("beyond this machine is allowed once a seat has a password, and no longer when it was ended", async () => {
    const { db } = client.database;
    const { seat, link } = await invite(client, { name: "Dana Reyes", role: "director" });
    expect(await refuseListening(db, "0.0.0.0", own)).toContain("invite somebody");
    await join(client, link, "tall lantern of the harbour");
    expect(await refuseListening(db, "0.0.0.0", own)).toBeNull();
    expect(await refuseListening(db, "0.0.0.0", null)).toContain("set QUARTERDECK_ORIGIN");
    await client.call(endSeat, { params: { id: seat.id } });
    expect(await refuseListening(db, "0.0.0.0", own)).toContain("invite somebody");
  });
});

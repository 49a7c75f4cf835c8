import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, signedInClient, testHost } from "../../../../test/client.ts";
import { CallRefused } from "../../contract.ts";
import type { Clock } from "../../kernel/index.ts";
import type { Seat } from "./gate.ts";
import { createServer } from "./server.ts";
import { isKnown, tagOfRead } from "./tag.ts";
import {
  addRate,
  correctRate,
  entered,
  fingerprint,
  getRate,
  newRate,
  removeRate,
  trialRoutes,
} from "./trial.fixture.ts";

const now = Temporal.Instant.from("2026-03-02T08:00:00Z");
const clock: Clock = { now: () => now };
let client: Client;
beforeAll(async () => {
  client = await signedInClient(trialRoutes, { clock, commandLineToken: "command-line-token" });
});
afterAll(() => client.close());

describe("a read of what the caller has already", () => {
  const read = (url: string, tag?: string) =>
    client.inject({ method: "GET", url, headers: tag === undefined ? {} : { "if-none-match": tag } });

  test("is answered with 304 and nothing else until it changes, for a record and for a list", async () => {
    const { id } = await client.call(addRate, { body: newRate() });
    for (const url of [`/api/trial-rates/${id}`, "/api/trial-rates"]) {
      const { version } = await client.call(getRate, { params: { id } });
      const tag = String((await read(url)).headers.etag);
      for (const known of [tag, `"other", ${tag}`, `W/${tag.replace("W/", "")}`]) {
        const same = await read(url, known);
        expect([same.statusCode, same.body, same.headers.etag], known).toEqual([304, "", tag]);
      }
      await client.call(correctRate, {
        params: { id },
        body: { rate: String(version + 5) },
        ifMatch: version,
      });
      const changed = await read(url, tag);
      expect(changed.statusCode).toBe(200);
      expect(changed.body).toContain(id);
      expect(changed.headers.etag).not.toBe(tag);
    }
  });

  test("is refused all the same to whoever is not signed in", async () => {
    const url = "/api/trial-rates";
    const tag = String((await read(url)).headers.etag);
    const headers = { cookie: undefined, "if-none-match": tag };
    expect((await client.inject({ method: "GET", url, headers })).statusCode).toBe(401);
  });

  test("sees a changed name at an unchanged version, because the tag holds the content too", () => {
    const before = tagOfRead('{"version":3,"account":"Old"}');
    expect(isKnown(tagOfRead('{"version":3,"account":"Old"}'), before)).toBe(true);
    expect(isKnown(tagOfRead('{"version":3,"account":"New"}'), before)).toBe(false);
  });
});

describe("a change of one record", () => {
  const change = (id: string, headers: Record<string, string>, method: "PATCH" | "DELETE" = "PATCH") =>
    client.inject({
      method,
      url: `/api/trial-rates/${id}`,
      headers: { ...headers, ...(method === "PATCH" ? { "content-type": "application/json" } : {}) },
      ...(method === "PATCH" ? { payload: JSON.stringify({ rate: "2" }) } : {}),
    });

  test("needs the version that its author saw, which the record's answer carries", async () => {
    const { id } = await client.call(addRate, { body: newRate() });
    const shown = await client.inject({ method: "GET", url: `/api/trial-rates/${id}` });
    expect([shown.json().version, shown.headers.etag]).toEqual([1, expect.stringMatching(/^"1-[\w-]{22}"$/)]);
    const unchanged = await fingerprint(client.database.db);
    for (const method of ["PATCH", "DELETE"] as const) {
      const blind = await change(id, {}, method);
      expect([blind.statusCode, blind.json().fix]).toEqual([428, expect.stringContaining("If-Match")]);
    }
    for (const bad of ["*", "1", 'W/"1"', '"1", "2"', '"-1"', '"1.0"', '"x"', '"0"', '"99999999999"']) {
      expect((await change(id, { "if-match": bad })).statusCode, bad).toBe(400);
    }
    expect(await fingerprint(client.database.db)).toBe(unchanged);
    const changed = await change(id, { "if-match": String(shown.headers.etag) });
    expect([changed.statusCode, changed.headers.etag]).toEqual([200, '"2"']);
    expect(Number(changed.json().rate)).toBe(2);
  });

  test("made from an older version is refused, and says which version there is now", async () => {
    const { id } = await client.call(addRate, { body: newRate() });
    await client.call(correctRate, { params: { id }, body: { rate: "3" }, ifMatch: 1 });
    const unchanged = await fingerprint(client.database.db);
    for (const method of ["PATCH", "DELETE"] as const) {
      const stale = await change(id, { "if-match": '"1"' }, method);
      expect([stale.statusCode, stale.json().currentVersion]).toEqual([412, 2]);
      expect(stale.json().fix).toContain("Load the record again");
    }
    expect(await fingerprint(client.database.db)).toBe(unchanged);
    expect(await client.call(removeRate, { params: { id }, ifMatch: 2 })).toEqual({ removed: true });
    const gone = client.call(removeRate, { params: { id }, ifMatch: 2 });
    await expect(gone).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test("by twenty writers at once succeeds exactly once for each version", async () => {
    const { id } = await client.call(addRate, { body: { ...newRate(), rate: "1" } });
    const wins: number[] = [];
    const writer = async () => {
      for (;;) {
        const { version, rate } = await client.call(getRate, { params: { id } });
        try {
          const body = { rate: String(Number(rate) + 1) };
          wins.push((await client.call(correctRate, { params: { id }, body, ifMatch: version })).version);
          return;
        } catch (error) {
          if (!(error instanceof CallRefused) || error.problem.status !== 412) throw error;
          expect(error.problem.currentVersion).toBeGreaterThan(version);
        }
      }
    };
    await Promise.all(Array.from({ length: 20 }, writer));
    expect(wins.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 2));
    const end = await client.call(getRate, { params: { id } });
    expect([end.version, Number(end.rate)]).toEqual([21, 21]);
  });

  test("is signed in history by who made it, from where and when", async () => {
    const { id } = await client.call(addRate, { body: newRate() });
    await client.inject({
      method: "PATCH",
      url: `/api/trial-rates/${id}`,
      headers: {
        cookie: undefined,
        authorization: "Bearer command-line-token",
        "if-match": '"1"',
        "content-type": "application/json",
      },
      payload: JSON.stringify({ rate: "9" }),
    });
    const { db } = client.database;
    const changes = await db
      .selectFrom("base.change")
      .select(["action", "author", "source", "true_since"])
      .where("record_id", "=", id)
      .orderBy("change_no")
      .execute();
    expect(changes.map((c) => [c.action, c.author, c.source, c.true_since.toString()])).toEqual([
      ["created", "Owner", "app", now.toString()],
      ["updated", "Command line", "command line", now.toString()],
    ]);
  });
});

describe("a write that is refused writes nothing", () => {
  const json = { "content-type": "application/json", "idempotency-key": "never" };
  const payload = () => JSON.stringify(newRate());
  test.each<[string, number, Record<string, string | undefined>]>([
    ["without a session", 401, { cookie: undefined }],
    ["with a session that does not exist", 401, { cookie: "quarterdeck_session=guessed" }],
    [
      "in a workspace that does not exist",
      404,
      { "quarterdeck-workspace": "01890000-0000-7000-8000-000000000000" },
    ],
    ["from another site", 403, { origin: "https://evil.example" }],
    ["from a form of another site", 403, { "sec-fetch-site": "cross-site" }],
    ["from a browser that does not say where from", 403, { origin: undefined }],
    ["under a foreign name", 403, { host: "evil.example" }],
    ["as text that is JSON", 415, { "content-type": "text/plain" }],
  ])("%s", async (_, status, headers) => {
    const unchanged = await fingerprint(client.database.db);
    const answer = await client.inject({
      method: "POST",
      url: "/api/trial-rates",
      headers: { ...json, ...headers },
      payload: payload(),
    });
    expect([answer.statusCode, answer.json().status]).toEqual([status, status]);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(await fingerprint(client.database.db)).toBe(unchanged);
  });

  test("as somebody whose role does not include the right", async () => {
    const visitor: Seat = {
      personId: null,
      name: "Mallory",
      role: "visitor" as Seat["role"],
      workspaceId: client.workspaceId,
      session: null,
      source: "app",
    };
    const gate = {
      seatOf: async () => visitor,
      hasWorkspace: async () => true,
      peopleReached: async () => [],
    };
    const server = await createServer({ routes: trialRoutes, services: client.services, gate });
    const unchanged = await fingerprint(client.database.db);
    const before = entered.count;
    for (const [method, url] of [
      ["POST", "/api/trial-rates"],
      ["GET", "/api/trial-rates"],
      ["PATCH", "/api/trial-rates/7"],
      ["PUT", "/api/trial-bytes"],
    ] as const) {
      const headers = { host: testHost, ...json };
      const answer = await server.inject({
        method,
        url,
        headers,
        ...(method === "GET" ? {} : { payload: "not JSON" }),
      });
      // Denied comes before reading: neither the missing version nor the broken body is looked at.
      expect([answer.statusCode, answer.json().detail]).toEqual([
        403,
        expect.stringContaining("does not include"),
      ]);
    }
    expect(entered.count).toBe(before);
    expect(await fingerprint(client.database.db)).toBe(unchanged);
    await server.close();
  });

  test.each([
    ["refuse", 422, "Not like this."],
    ["double", 409, "There is already an exchange rate like this one"],
    ["check", 422, "An exchange rate breaks a rule of the record"],
    ["crash", 500, "Quarterdeck could not finish this request"],
  ])("when its work fails: %s", async (kind, status, words) => {
    const unchanged = await fingerprint(client.database.db);
    const answer = await client.inject({
      method: "POST",
      url: "/api/trial-failures",
      headers: { ...json, "idempotency-key": kind },
      payload: JSON.stringify({ kind }),
    });
    expect([answer.statusCode, answer.json().detail]).toEqual([status, expect.stringContaining(words)]);
    expect(await fingerprint(client.database.db)).toBe(unchanged);
  });
});

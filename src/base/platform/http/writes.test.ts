import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, signedInClient, testHost } from "../../../../test/client.ts";
import { serverUrl } from "../../../../test/database.ts";
import { CallRefused } from "../../contract.ts";
import type { Clock } from "../../kernel/index.ts";
import type { Seat } from "./gate.ts";
import { claimKey, forgetAnswers } from "./idempotency-store.ts";
import { createServer } from "./server.ts";
import {
  addRate,
  correctRate,
  entered,
  getRate,
  listRates,
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

let day = Temporal.PlainDate.from("2026-01-01");
const newRate = () => {
  day = day.add({ days: 1 });
  return { currency: "EUR", startsOn: day.toString(), rate: "1.25" };
};
const post = (body: unknown, headers: Record<string, string | undefined>) =>
  client.inject({
    method: "POST",
    url: "/api/trial-rates",
    headers: { "content-type": "application/json", ...headers },
    payload: JSON.stringify(body),
  });
const rows = async () => (await client.call(listRates, {})).rows.length;

/** Everything that a refused request must leave as it was. */
async function fingerprint() {
  const { db } = client.database;
  return JSON.stringify(
    [
      await db.selectFrom("base.exchange_rate").selectAll().orderBy("id").execute(),
      await db.selectFrom("base.change").select("change_no").execute(),
      await db.selectFrom("base.idempotency").selectAll().execute(),
    ],
    (_, value) => (typeof value === "bigint" ? value.toString() : value),
  );
}

describe("a POST with an Idempotency-Key", () => {
  test("sent twice does its work once and gives the same answer to the byte", async () => {
    const body = newRate();
    const before = await rows();
    const first = await post(body, { "idempotency-key": "twice" });
    const second = await post(body, { "idempotency-key": "twice" });
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.body).toBe(first.body);
    expect(second.headers.etag).toBe('"1"');
    expect([first.headers["idempotency-replayed"], second.headers["idempotency-replayed"]]).toEqual([
      undefined,
      "true",
    ]);
    expect(await rows()).toBe(before + 1);
  });

  test("sent thirty times at once makes one record", async () => {
    const body = newRate();
    const before = await rows();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => post(body, { "idempotency-key": "thirty" })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === "true")).toHaveLength(29);
    expect(await rows()).toBe(before + 1);
  });

  test("is the same request in whatever order its keys were written", async () => {
    const body = newRate();
    await post(body, { "idempotency-key": "order" });
    const again = await post(Object.fromEntries(Object.entries(body).reverse()), {
      "idempotency-key": "order",
    });
    expect(again.headers["idempotency-replayed"]).toBe("true");
  });

  test("used again for another request is refused", async () => {
    await post(newRate(), { "idempotency-key": "other" });
    const unchanged = await fingerprint();
    const second = await post(newRate(), { "idempotency-key": "other" });
    expect([second.statusCode, second.json().fix]).toEqual([422, expect.stringContaining("new key")]);
    expect(await fingerprint()).toBe(unchanged);
  });

  test("belongs to who sent it: the command line's key is another one", async () => {
    const before = await rows();
    await post(newRate(), { "idempotency-key": "mine" });
    const other = await post(newRate(), {
      "idempotency-key": "mine",
      cookie: undefined,
      authorization: "Bearer command-line-token",
    });
    expect([other.statusCode, await rows()]).toEqual([201, before + 2]);
  });

  test("is free again when the request was refused, and nothing of that request is kept", async () => {
    const body = newRate();
    const unchanged = await fingerprint();
    expect((await post({ ...body, rate: "-1" }, { "idempotency-key": "free" })).statusCode).toBe(422);
    expect((await post({ ...body, startsOn: "never" }, { "idempotency-key": "free" })).statusCode).toBe(400);
    expect(await fingerprint()).toBe(unchanged);
    expect((await post(body, { "idempotency-key": "free" })).statusCode).toBe(201);
  });

  test.each([undefined, "", "two words", "k".repeat(256), "clé"])("that is %j is refused", async (key) => {
    const answer = await post(newRate(), { "idempotency-key": key });
    expect([answer.statusCode, answer.json().detail]).toEqual([
      400,
      expect.stringContaining("Idempotency-Key"),
    ]);
  });

  // The embedded database runs one transaction at a time, so that a twin there waits its turn instead.
  test.skipIf(!serverUrl)(
    "whose twin runs on and on is told to come back later",
    { timeout: 20_000 },
    async () => {
      const body = newRate();
      const held = Promise.withResolvers<void>();
      const taken = Promise.withResolvers<void>();
      const twin = client.database.db.transaction().execute(async (trx) => {
        const posted = {
          workspaceId: client.workspaceId,
          principal: "owner:",
          key: "slow-twin",
          requestHash: "x",
        };
        await claimKey(trx, "server", posted, clock);
        taken.resolve();
        await held.promise;
      });
      await taken.promise;
      const answer = await post(body, { "idempotency-key": "slow-twin" });
      held.resolve();
      await twin;
      expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([409, "1"]);
    },
  );

  test("is kept for at least a day and forgotten some time later", async () => {
    await post(newRate(), { "idempotency-key": "old" });
    const { db } = client.database;
    const kept = async () =>
      (await db.selectFrom("base.idempotency").select("key").where("key", "=", "old").execute()).length;
    const later = (hours: number): Clock => ({ now: () => now.add({ hours }) });
    await forgetAnswers(db, later(24));
    expect(await kept()).toBe(1);
    expect(await forgetAnswers(db, later(49))).toBeGreaterThan(0);
    expect(await kept()).toBe(0);
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
    expect([shown.json().version, shown.headers.etag]).toEqual([1, '"1"']);
    const unchanged = await fingerprint();
    for (const method of ["PATCH", "DELETE"] as const) {
      const blind = await change(id, {}, method);
      expect([blind.statusCode, blind.json().fix]).toEqual([428, expect.stringContaining("If-Match")]);
    }
    for (const bad of ["*", "1", 'W/"1"', '"1", "2"', '"-1"', '"1.0"', '"x"', '"0"', '"99999999999"']) {
      expect((await change(id, { "if-match": bad })).statusCode, bad).toBe(400);
    }
    expect(await fingerprint()).toBe(unchanged);
    const changed = await change(id, { "if-match": '"1"' });
    expect([changed.statusCode, changed.headers.etag]).toEqual([200, '"2"']);
    expect(Number(changed.json().rate)).toBe(2);
  });

  test("made from an older version is refused, and says which version there is now", async () => {
    const { id } = await client.call(addRate, { body: newRate() });
    await client.call(correctRate, { params: { id }, body: { rate: "3" }, ifMatch: 1 });
    const unchanged = await fingerprint();
    for (const method of ["PATCH", "DELETE"] as const) {
      const stale = await change(id, { "if-match": '"1"' }, method);
      expect([stale.statusCode, stale.json().currentVersion]).toEqual([412, 2]);
      expect(stale.json().fix).toContain("Load the record again");
    }
    expect(await fingerprint()).toBe(unchanged);
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
    const unchanged = await fingerprint();
    const answer = await client.inject({
      method: "POST",
      url: "/api/trial-rates",
      headers: { ...json, ...headers },
      payload: payload(),
    });
    expect([answer.statusCode, answer.json().status]).toEqual([status, status]);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(await fingerprint()).toBe(unchanged);
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
    const gate = { seatOf: async () => visitor, hasWorkspace: async () => true };
    const server = await createServer({ routes: trialRoutes, services: client.services, gate });
    const unchanged = await fingerprint();
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
    expect(await fingerprint()).toBe(unchanged);
    await server.close();
  });

  test.each([
    ["refuse", 422, "Not like this."],
    ["double", 409, "There is already an exchange rate like this one"],
    ["check", 422, "An exchange rate breaks a rule of the record"],
    ["crash", 500, "Quarterdeck could not finish this request"],
  ])("when its work fails: %s", async (kind, status, words) => {
    const unchanged = await fingerprint();
    const answer = await client.inject({
      method: "POST",
      url: "/api/trial-failures",
      headers: { ...json, "idempotency-key": kind },
      payload: JSON.stringify({ kind }),
    });
    expect([answer.statusCode, answer.json().detail]).toEqual([status, expect.stringContaining(words)]);
    expect(await fingerprint()).toBe(unchanged);
  });
});

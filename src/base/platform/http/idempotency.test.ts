import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { serverUrl } from "../../../../test/database.ts";
import type { Clock } from "../../kernel/index.ts";
import { claimKey, forgetAnswers } from "./idempotency-store.ts";
import { fingerprint, listRates, newRate, trialRoutes } from "./trial.fixture.ts";

const now = Temporal.Instant.from("2026-03-02T08:00:00Z");
const clock: Clock = { now: () => now };
let client: Client;
beforeAll(async () => {
  client = await signedInClient(trialRoutes, { clock, commandLineToken: "command-line-token" });
});
afterAll(() => client.close());

const post = (body: unknown, headers: Record<string, string | undefined>) =>
  client.inject({
    method: "POST",
    url: "/api/trial-rates",
    headers: { "content-type": "application/json", ...headers },
    payload: JSON.stringify(body),
  });
const rows = async () => (await client.call(listRates, {})).rows.length;

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
    const unchanged = await fingerprint(client.database.db);
    const second = await post(newRate(), { "idempotency-key": "other" });
    expect([second.statusCode, second.json().fix]).toEqual([422, expect.stringContaining("new key")]);
    expect(await fingerprint(client.database.db)).toBe(unchanged);
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
    const unchanged = await fingerprint(client.database.db);
    expect((await post({ ...body, rate: "-1" }, { "idempotency-key": "free" })).statusCode).toBe(422);
    expect((await post({ ...body, startsOn: "never" }, { "idempotency-key": "free" })).statusCode).toBe(400);
    expect(await fingerprint(client.database.db)).toBe(unchanged);
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
          secret: false,
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

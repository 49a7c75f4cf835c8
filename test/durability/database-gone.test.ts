/**
 * a database server that goes away in the middle of work and comes back. Meanwhile every call is told so and asked to
 * come again; afterwards everything acknowledged is there, and what was sent again is done once.
 */
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getAccounts } from "#crm/contract";
import { routes } from "../../src/app/capabilities.ts";
import { type Client, signedInClient } from "../client.ts";
import { serverUrl } from "../database.ts";

// The embedded database runs in this process: it cannot go away by itself.
describe.skipIf(serverUrl === undefined)("a database server that goes away", () => {
  let desk: Client;
  let administrator: pg.Client;
  let name = "";
  beforeAll(async () => {
    desk = await signedInClient(routes);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(desk.database.db);
    name = rows[0]?.name ?? "";
    administrator = new pg.Client({ connectionString: serverUrl });
    await administrator.connect();
  });
  afterAll(async () => {
    await administrator?.query(`alter database ${name} allow_connections true`);
    await administrator?.end();
    await desk?.close();
  });

  const write = (called: string, key: string) =>
    desk.inject({
      method: "POST",
      url: "/api/accounts",
      headers: { "content-type": "application/json", "idempotency-key": key },
      payload: JSON.stringify({ name: called }),
    });
  const goAway = async () => {
    await administrator.query(`alter database ${name} allow_connections false`);
    await administrator.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
      [name],
    );
  };
  const names = async () => {
    const { items } = await desk.call(getAccounts, { query: { limit: 200 } });
    return items.map((account) => account.name).sort();
  };

  test("is told with 503 and when to come again, and nothing acknowledged is lost or done twice", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      expect((await write(`Before ${round}`, `before-${round}`)).statusCode).toBe(201);
      acknowledged.push(`Before ${round}`);

      // Calls that are under way while it goes, and calls that come when it is gone.
      const underWay = Array.from({ length: 8 }, (_none, at) =>
        write(`Under way ${round}.${at}`, `under-way-${round}-${at}`),
      );
      await goAway();
      const answers = await Promise.all(underWay);
      const others = answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 503);
      expect(others.map(({ body }) => body)).toEqual([]);
      const gone = await write(`Gone ${round}`, `gone-${round}`);
      expect(gone.statusCode).toBe(503);
      expect(gone.headers["retry-after"]).toBeDefined();
      expect(gone.json()).toMatchObject({
        detail: "The database did not answer in time.",
        fix: "Try again in a moment.",
      });

      await administrator.query(`alter database ${name} allow_connections true`);
      // Everybody sends again what was not acknowledged, under the same key.
      for (const [at, answer] of answers.entries()) {
        const called = `Under way ${round}.${at}`;
        if (answer.statusCode !== 201)
          expect((await write(called, `under-way-${round}-${at}`)).statusCode).toBe(201);
        acknowledged.push(called);
      }
      expect((await write(`Gone ${round}`, `gone-${round}`)).statusCode).toBe(201);
      acknowledged.push(`Gone ${round}`);
      expect(await names()).toEqual([...acknowledged].sort());
    }
  });
});

import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { freshDatabase, serverUrl } from "../../../../test/database.ts";
import { systemClock } from "../../kernel/index.ts";
import { openDatabase } from "./index.ts";
import { placeOf } from "./server.ts";

vi.setConfig({ testTimeout: 60_000 });

test("a server that does not answer is refused by its place, without the password", async () => {
  const opening = openDatabase({
    url: "postgres://quarterdeck:secret@127.0.0.1:9/record",
    clock: systemClock,
  });
  await expect(opening).rejects.toMatchObject({
    kind: "unavailable",
    message: expect.stringMatching(
      /^The database server at 127\.0\.0\.1:9\/record cannot be used: (?!.*secret)/,
    ),
    fix: expect.stringContaining("DATABASE_URL"),
  });
});

test("an address that is none is refused without being repeated", () => {
  expect(placeOf("not an address, but a secret")).toBe("DATABASE_URL");
});

test.skipIf(serverUrl === undefined)(
  "a connection that the server ends fails its transaction, and the next one works",
  async () => {
    const database = await freshDatabase();
    const broken = database.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
      await sql`select 1`.execute(trx);
    });
    await expect(broken).rejects.toThrow();
    const { rows } =
      await sql`select current_setting('application_name') as name, current_setting('timezone') as zone,
    current_setting('statement_timeout') as timeout`.execute(database.db);
    expect(rows).toEqual([{ name: "quarterdeck", zone: "UTC", timeout: "1min" }]);
    await database.close();
  },
);

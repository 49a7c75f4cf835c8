import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { divideRounded } from "../../kernel/index.ts";
import type { Database } from "../db/index.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("the database rounds halves to the even neighbour, exactly as the kernel does", async () => {
  const half = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((n) => n * 10n ** 12n + 5n * 10n ** 11n);
  const any = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const amounts = fc.sample(fc.oneof(half, any), 400);
  const { rows } = await sql<{ n: string; divided: string }>`
    select n::text, base.divide_half_even(n, 1000000000000)::text as divided
    from unnest(${amounts.map(String)}::numeric[]) n`.execute(database.db);
  expect(rows.map(({ divided }) => divided)).toEqual(
    rows.map(({ n }) => String(divideRounded(BigInt(n), 10n ** 12n))),
  );
});

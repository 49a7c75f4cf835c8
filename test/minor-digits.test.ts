import { afterAll, beforeAll, expect, test } from "vitest";
import { minorDigits } from "#base/kernel";
import type { Database } from "#base/platform";
import { freshDatabase } from "./database.ts";
import { sql } from "./replica/world.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("the database and the kernel agree on how many digits each currency has", async () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const rows = await sql(
    database,
    "select base.minor_digits(code) as digits from unnest($1::text[]) with ordinality as c(code, n) order by n",
    [codes],
  );
  expect(rows.map((row) => row.digits)).toEqual(codes.map((code) => minorDigits(code)));
});

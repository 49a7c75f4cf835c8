import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import type { Database } from "./index.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function read(expression: ReturnType<typeof sql>): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database.db);
  return rows[0]?.value;
}
const asText = (value: unknown) => (value === null ? null : String(value));

test("a bigint arrives exactly, beyond what a number can hold", async () => {
  expect(await read(sql`9007199254740993::int8`)).toBe(9007199254740993n);
  expect(await read(sql`(-9223372036854775808)::int8`)).toBe(-9223372036854775808n);
});

test("a numeric arrives as the text that was stored, trailing zeros included", async () => {
  expect(await read(sql`1234567890123456789.5000000000::numeric(40, 10)`)).toBe(
    "1234567890123456789.5000000000",
  );
});

test.each([
  ["an ordinary day", "2026-02-28"],
  ["a leap day", "2024-02-29"],
  ["the day that Samoa left out", "2011-12-30"],
  ["a day of long ago", "0044-03-15"],
])("%s arrives as that day whatever the machine's time zone", async (_what, day) => {
  expect(asText(await read(sql`${day}::text::date`))).toBe(day);
});

test.each([
  ["2026-03-29 01:30:00.123456+00", "2026-03-29T01:30:00.123456Z"],
  ["2026-03-29 01:30:00.1+05:45", "2026-03-28T19:45:00.1Z"],
  ["1890-01-01 00:00:00+00", "1890-01-01T00:00:00Z"],
])("the instant %s arrives to the microsecond", async (written, expected) => {
  expect(asText(await read(sql`${written}::text::timestamptz`))).toBe(expected);
});

test.each([
  sql`null::int8`,
  sql`null::numeric`,
  sql`null::date`,
  sql`null::timestamptz`,
  sql`null::jsonb`,
  sql`null::date[]`,
])("null of any type is null", async (expression) => {
  expect(await read(expression)).toBeNull();
});

test("jsonb arrives as what it says", async () => {
  expect(await read(sql`'{"a": [1, null, "x"]}'::jsonb`)).toEqual({ a: [1, null, "x"] });
});

test("arrays arrive with the same elements as single values", async () => {
  expect(await read(sql`array[1, null, 9007199254740993]::int8[]`)).toEqual([1n, null, 9007199254740993n]);
  expect(await read(sql`array[1.50]::numeric[]`)).toEqual(["1.50"]);
  expect(((await read(sql`array['2026-01-31', null]::date[]`)) as unknown[]).map(asText)).toEqual([
    "2026-01-31",
    null,
  ]);
  const instants = await read(sql`array['2026-01-31 10:00:00.5+00']::timestamptz[]`);
  expect((instants as unknown[]).map(asText)).toEqual(["2026-01-31T10:00:00.5Z"]);
});

test("days, instants and bigints are accepted as parameters, alone and in arrays", async () => {
  const day = Temporal.PlainDate.from("2024-02-29");
  const instant = Temporal.Instant.from("2026-03-29T01:30:00.123456Z");
  expect(asText(await read(sql`${day}::date`))).toBe("2024-02-29");
  expect(asText(await read(sql`${instant}::timestamptz`))).toBe("2026-03-29T01:30:00.123456Z");
  expect(await read(sql`${9007199254740993n}::int8`)).toBe(9007199254740993n);
  expect(((await read(sql`${[day, null]}::date[]`)) as unknown[]).map(asText)).toEqual(["2024-02-29", null]);
  expect(((await read(sql`${[instant]}::timestamptz[]`)) as unknown[]).map(asText)).toEqual([
    instant.toString(),
  ]);
  expect(await read(sql`${[1n, 9007199254740993n]}::int8[]`)).toEqual([1n, 9007199254740993n]);
});

test("text with quotes, braces, emoji and line ends survives in an array", async () => {
  const words = ['"quoted", {braces}', "back\\slash", "NULL", "", "line\nend", "naïve 🙂"];
  expect(await read(sql`${words}::text[]`)).toEqual(words);
});

test("a refusal of the database names its code and the constraint", async () => {
  const nameless = sql`insert into base.workspace (workspace_id, name, currency, time_zone)
    values ('00000000-0000-7000-8000-000000000001', '', 'USD', 'UTC')`.execute(database.db);
  await expect(nameless).rejects.toMatchObject({
    code: "23514",
    constraint: "workspace_name_check",
    table: "workspace",
  });
  expect(await read(sql`1`)).toBe(1);
});

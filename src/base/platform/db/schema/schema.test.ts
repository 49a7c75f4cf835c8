import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemClock } from "../../../kernel/index.ts";
import { type Database, openDatabase } from "../index.ts";
import { generateSchema } from "./generate.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let database: Database;
beforeAll(async () => {
  database = await openDatabase({ clock: systemClock, thread: "this" });
});
afterAll(() => database.close());

test("db/schema.sql and db/types are what the migrations make (else: node bin/schema.ts)", async () => {
  const generated = await generateSchema(database);
  for (const [path, text] of generated) {
    expect(fs.readFileSync(root + path, "utf8"), `${path} is out of date: run node bin/schema.ts`).toBe(text);
  }
  const present = fs.readdirSync(`${root}db/types`).map((name) => `db/types/${name}`);
  expect(present.filter((path) => !generated.has(path))).toEqual([]);
});

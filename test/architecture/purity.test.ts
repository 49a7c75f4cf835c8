import { expect, test } from "vitest";
import { nounsArePure } from "./purity.ts";
import { planted } from "./source.ts";
import { sqlStaysInStores } from "./sql-in-stores.ts";
import { domainKnowsNoDate } from "./time.ts";

const noun = "src/crm/opportunities/stage.ts";

test.each([
  [
    "the reading of a file in a noun",
    "src/crm/imports/mapping/plan.ts",
    `import { rows } from "../reading/row-reader.ts";`,
    "a noun imports only nouns and #base/kernel",
  ],
  ["zod in a noun", noun, `import { z } from "zod";`, "a noun imports only nouns and #base/kernel"],
  [
    "a store in a noun",
    noun,
    `import { find } from "./store.ts";`,
    "a noun imports only nouns and #base/kernel",
  ],
  [
    "another store in a noun",
    noun,
    `import { find } from "./facts-store.ts";`,
    "a noun imports only nouns and #base/kernel",
  ],
  [
    "a contract in a noun",
    noun,
    `import type { A } from "./contract.ts";`,
    "a noun imports only nouns and #base/kernel",
  ],
  [
    "the platform in a noun",
    noun,
    `import type { Db } from "#base/platform";`,
    "a noun imports only nouns and #base/kernel",
  ],
  ["node in a noun", noun, `import fs from "node:fs";`, "a noun imports only nouns and #base/kernel"],
  [
    "a package in the kernel",
    "src/base/kernel/money.ts",
    `import Big from "big.js";`,
    "the kernel imports nothing but the kernel",
  ],
  [
    "the contract in the kernel",
    "src/base/kernel/money.ts",
    `import { a } from "../contract.ts";`,
    "the kernel imports nothing but the kernel",
  ],
  ["the clock in a noun", noun, `const now = Temporal.Now.instant();`, "uses Temporal.Now"],
  ["chance in a noun", noun, `const chance = Math.random();`, "uses Math.random"],
  ["an id in a noun", noun, `const id = crypto.randomUUID();`, "uses crypto"],
  [
    "the environment in the kernel",
    "src/base/kernel/dates.ts",
    `const zone = process.env.TZ;`,
    "uses process",
  ],
  ["a timer in a noun", noun, `setTimeout(() => {}, 5);`, "uses setTimeout"],
])("%s is caught", (_, path, text, problem) => {
  expect(nounsArePure(planted({ [path]: text }))).toEqual([expect.stringContaining(problem)]);
});

test("what is pure, or need not be, is right", () => {
  const sources = planted({
    [noun]: `import { refuse } from "#base/kernel"; import { a } from "./close.ts"; const b = { process: 1 }.process;`,
    "src/crm/opportunities/actions.ts": `import { z } from "zod"; Temporal.Now.instant();`,
    "src/crm/opportunities/stage.test.ts": `import { test } from "vitest"; Math.random();`,
    "src/crm/imports/mapping/plan.ts": `import type { TextRow } from "../reading/row-reader.ts";`,
    "src/crm/imports/reading/row-reader.ts": `import { Readable } from "node:stream";`,
    "src/crm/opportunities/screens/words.ts": `import { a } from "react";`,
    "src/base/kernel/clock.ts": `Temporal.Now.instant();`,
  });
  expect(nounsArePure(sources)).toEqual([]);
});

test.each([
  [
    "Kysely in actions",
    "src/crm/accounts/actions.ts",
    `import { sql } from "kysely";`,
    "the database is spoken to in stores.",
  ],
  [
    "a type of Kysely in routes",
    "src/crm/accounts/routes.ts",
    `import type { Kysely } from "kysely";`,
    "the database is spoken to in stores.",
  ],
  [
    "DuckDB in the app",
    "src/app/server.ts",
    `import * as duck from "@duckdb/node-api";`,
    "the database is spoken to in stores.",
  ],
  [
    "a query in actions",
    "src/crm/accounts/actions.ts",
    `db.selectFrom("crm.account").select("id");`,
    "builds a query (selectFrom)",
  ],
  [
    "a tagged statement",
    "src/crm/accounts/measures.ts",
    "const a = duck`amount_minor`;",
    "writes SQL (duck)",
  ],
  [
    "a statement as text",
    "src/crm/accounts/actions.ts",
    `run("select id from crm.account");`,
    "holds a statement of SQL",
  ],
  [
    "a statement in a template",
    "src/crm/accounts/actions.ts",
    "run(`insert into crm.account values (1)`);",
    "holds a statement of SQL",
  ],
])("%s is caught", (_, path, text, problem) => {
  expect(sqlStaysInStores(planted({ [path]: text }))).toEqual([expect.stringContaining(problem)]);
});

test("SQL in a store, in the platform and in a test, and words that only sound like it, are right", () => {
  const query = `import { sql } from "kysely"; db.insertInto("crm.account"); const a = sql\`select 1\`;`;
  const sources = planted({
    "src/crm/accounts/store.ts": query,
    "src/crm/accounts/facts-store.ts": query,
    "src/base/platform/db/pool.ts": query,
    "src/crm/accounts/accounts.test.ts": query,
    "src/crm/accounts/actions.ts": `refuse("Select an account from the list."); refuse("Update the account and set an owner.");`,
  });
  expect(sqlStaysInStores(sources)).toEqual([]);
});

test.each([
  ["a new Date", "src/crm/accounts/account.ts", `const at = new Date();`, "uses Date"],
  ["Date.now in actions", "src/crm/accounts/actions.ts", `const at = Date.now();`, "uses Date"],
  ["Date as a type in a contract", "src/crm/contract.ts", `type A = { at: Date };`, "uses Date"],
  ["the clock in a store", "src/crm/accounts/store.ts", `Temporal.Now.plainDateISO();`, "asks Temporal.Now"],
])("%s is caught", (_, path, text, problem) => {
  expect(domainKnowsNoDate(planted({ [path]: text }))).toEqual([expect.stringContaining(problem)]);
});

test("Date in the platform, in screens and in tests is right, and so is a property of that name", () => {
  const sources = planted({
    "src/base/platform/http/log.ts": `Date.now();`,
    "src/crm/accounts/screens/List.tsx": `const a = <b>{new Date().getFullYear()}</b>;`,
    "src/crm/accounts/accounts.test.ts": `new Date(0);`,
    "src/crm/accounts/account.ts": `const a = { Date: 1 }; const b = a.Date; const c = z.iso.Date;`,
  });
  expect(domainKnowsNoDate(sources)).toEqual([]);
});

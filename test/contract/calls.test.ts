/**
 * Whatever is sent to whichever address, the answer is one that the OpenAPI document names and never a failure of the
 * program. QUARTERDECK_TEST_CALLS=200 makes it a long run.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fixedClock } from "#base/kernel";
import { openReplica, type Replica } from "#base/platform";
import { composeCast, createSampleWorkspace, loadCast, tellingDay, usualSeed } from "#test/cast";
import { replicaMacros, replicaTables, routes } from "../../src/app/capabilities.ts";
import { type Client, signedInClient } from "../client.ts";
import { freshDatabase } from "../database.ts";
import { callsOf, callsWith, type Operation, operationsOf } from "./calls.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 240_000 });
const calls = Number(process.env.QUARTERDECK_TEST_CALLS ?? 12);
const clock = fixedClock(tellingDay.toZonedDateTime({ timeZone: "UTC", plainTime: "15:00" }).toInstant());
const token = "t".repeat(32);

let client: Client;
let replica: Replica;
let directory = "";
let operations: Operation[] = [];
const ids = new Map<string, string[]>();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "quarterdeck-contract-"));
  const database = await freshDatabase(clock);
  replica = openReplica({
    db: database.db,
    directory,
    tables: replicaTables,
    macros: replicaMacros,
    memoryMb: 256,
  });
  const workspaceId = await createSampleWorkspace(database.db, clock);
  await loadCast(
    database.db,
    composeCast({ seed: usualSeed, size: 40, asOf: tellingDay }),
    workspaceId,
    clock,
  );
  client = await signedInClient(routes, { database, replica, clock, workspaceId, commandLineToken: token });
  operations = operationsOf((await send({ method: "GET", url: "/api/openapi.json", headers: {} })).json());
  for (const { path, method, parameters } of operations) {
    if (method !== "GET" || parameters.some((one) => one.in === "path")) continue;
    const answer = await send({ method: "GET", url: path, headers: {} });
    const items = answer.statusCode === 200 && answer.body.startsWith("{") ? answer.json().items : null;
    if (Array.isArray(items))
      ids.set(path.split("/")[2] ?? "", items.flatMap((one) => one.id ?? one.name ?? []).slice(0, 20));
  }
});
afterAll(async () => {
  await client.close();
  await replica.close();
  await client.database.close();
  rmSync(directory, { recursive: true, force: true });
});

const send = ({
  method,
  url,
  headers,
  payload,
}: {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}) =>
  client.inject({
    method: method as "GET",
    url,
    headers: {
      ...headers,
      cookie: undefined,
      authorization: `Bearer ${token}`,
      "quarterdeck-workspace": client.workspaceId,
    },
    ...(payload === undefined ? {} : { payload }),
  });

/** Why an answer is none that the document names, or null. */
function whyUnexpected(operation: Operation, status: number, type: string, body: string): string | null {
  if (status >= 500) return `failed with ${status}`;
  if (status >= 400) {
    if (!type.startsWith("application/problem+json")) return `refuses with ${type}`;
    const { detail } = JSON.parse(body) as { detail?: string };
    return detail ? null : "refuses without saying why";
  }
  return operation.statuses.includes(String(status))
    ? null
    : `answers with ${status}, which is not documented`;
}

/** "GET /api/accounts/{id}": every operation as the document names it. */
const names = routes.map(({ shape }) => `${shape.method} ${shape.path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`);

const documented: Operation = {
  method: "GET",
  path: "/",
  parameters: [],
  body: null,
  takesBytes: false,
  statuses: ["200", "4xx"],
};
const problemType = "application/problem+json";
test.each([
  ["an answer that is documented", 200, "application/json", "{}", null],
  ["a refusal that says why", 404, problemType, '{"detail":"There is none."}', null],
  ["a refusal that does not say why", 404, problemType, "{}", "refuses without saying why"],
  ["a refusal that is no problem document", 400, "text/html", "<p>", "refuses with text/html"],
  [
    "a status that is not documented",
    201,
    "application/json",
    "{}",
    "answers with 201, which is not documented",
  ],
  ["a failure of the program", 500, problemType, '{"detail":"A fault."}', "failed with 500"],
])("%s is judged as such", (_what, status, type, body, verdict) => {
  expect(whyUnexpected(documented, status, type, body)).toBe(verdict);
});

test("there are operations with records to ask for", () => {
  expect(operations.length).toBeGreaterThan(60);
  expect(ids.get("opportunities")).toHaveLength(20);
});

describe("every operation answers as documented, whatever it is sent", () => {
  test.each(names)("%s", async (name) => {
    const operation = operations.find((one) => `${one.method} ${one.path}` === name);
    expect(operation, `${name} in the document`).toBeDefined();
    if (operation === undefined) return;
    await fc.assert(
      fc.asyncProperty(callsOf(operation, ids), async (call) => {
        const answer = await send(call);
        const type = String(answer.headers["content-type"] ?? "");
        const why = whyUnexpected(operation, answer.statusCode, type, answer.body);
        if (why !== null)
          throw new Error(
            `${call.method} ${call.url} ${call.payload ?? ""} ${why}: ${answer.body.slice(0, 400)}`,
          );
      }),
      { numRuns: calls, seed: 20_261_125, endOnFailure: true },
    );
  });
});

describe("what is sent is never part of a statement", () => {
  const mark = "zq7";
  const canary = `${mark}'"; select 1 -- \u2019`;
  const statements: string[] = [];
  type Methods = Record<string, (...given: unknown[]) => unknown>;

  /** Listens to what a method is called with first, and lets it do its work. */
  function listenTo(place: object, name: string): void {
    const methods = place as Methods;
    const original = methods[name];
    vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...given: unknown[]) {
      const [first] = given;
      statements.push(
        typeof first === "string" ? first : String((first as { text?: string } | null)?.text ?? ""),
      );
      return original?.apply(this, given);
    });
  }
  beforeAll(() => {
    listenTo(pg.Client.prototype, "query");
    listenTo(DuckDBConnection.prototype, "run");
    listenTo(DuckDBConnection.prototype, "runAndReadAll");
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  test.each(names)("%s", async (name) => {
    const operation = operations.find((one) => `${one.method} ${one.path}` === name);
    if (operation === undefined) throw new Error(`${name} is not in the document.`);
    statements.length = 0;
    for (const call of callsWith(operation, ids, canary, 2)) {
      const answer = await send(call);
      expect(answer.statusCode, `${call.method} ${call.url} ${call.payload ?? ""}`).toBeLessThan(500);
    }
    expect(statements.filter((one) => one.includes(mark))).toEqual([]);
  });

  test("all that is asked of either database is heard", async () => {
    statements.length = 0;
    await send({ method: "GET", url: "/api/pipeline", headers: {} });
    expect(statements.some((one) => one.includes("pg_current_snapshot"))).toBe(true);
    expect(statements.some((one) => one.includes("opportunity_state"))).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { seededRandom } from "../../kernel/index.ts";
import { entered, trialRoutes } from "./trial.fixture.ts";

let client: Client;
beforeAll(async () => {
  client = await signedInClient(trialRoutes);
});
afterAll(() => client.close());

let keys = 0;
const post = (payload: string | Buffer, contentType: string | undefined = "application/json") =>
  client.inject({
    method: "POST",
    url: "/api/trial-rates",
    headers: { "idempotency-key": `input-${keys++}`, "content-type": contentType },
    payload,
  });
const good = { currency: "EUR", startsOn: "2026-01-01", rate: "1.25" };

/** Sends what must be refused, and sees that the work behind the route was never entered. */
async function refused(payload: string, fields?: string[]) {
  const before = entered.count;
  const answer = await post(payload);
  expect(answer.statusCode, answer.body).toBe(400);
  expect(entered.count).toBe(before);
  if (fields) expect(answer.json().fields.map(({ field }: { field: string }) => field)).toEqual(fields);
}

describe("input that does not fit is refused with the fields at fault", () => {
  test.each<[string, object, string[]]>([
    ["null for text", { ...good, rate: null }, ["rate"]],
    ["a number for text", { ...good, rate: 1.25 }, ["rate"]],
    ["text for a number", { ...good, weight: "7" }, ["weight"]],
    ["true for a number", { ...good, weight: true }, ["weight"]],
    ["null for a number", { ...good, weight: null }, ["weight"]],
    ["a fraction for a whole number", { ...good, weight: 7.5 }, ["weight"]],
    ["a list of one for text", { ...good, rate: ["1.25"] }, ["rate"]],
    ["a field too few", { currency: "EUR", rate: "1" }, ["startsOn"]],
    ["a day that does not exist", { ...good, startsOn: "2026-02-30" }, ["startsOn"]],
    ["an unknown field", { ...good, colour: "red" }, ["colour"]],
    ["an unknown field inside", { ...good, note: { text: "x", html: "y" } }, ["note.html"]],
    [
      "an unknown field inside a list",
      { ...good, tags: [{ name: "a" }, { name: "b", id: 1 }] },
      ["tags[1].id"],
    ],
    ["a list for an object", [good], ["body"]],
  ])("%s", (_, body, fields) => refused(JSON.stringify(body), fields));

  const columns = [
    "id",
    "workspace_id",
    "workspaceId",
    "version",
    "true_since",
    "owner_id",
    "created_at",
    "role",
    "is_admin",
  ];
  test.each(columns)("the column %s, which is not the caller's to set", (column) =>
    refused(JSON.stringify({ ...good, [column]: "x" }), [column]),
  );

  test.each([
    ["a key twice", '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","rate":"2"}'],
    ["__proto__", '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","__proto__":{"role":"owner"}}'],
    [
      "__proto__ where any key is taken",
      '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","custom":{"__proto__":1}}',
    ],
    ["constructor", '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","constructor":{"prototype":{}}}'],
    ["a number beyond all bounds", '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","weight":1e400}'],
    [
      "a number that would be rounded",
      '{"currency":"EUR","startsOn":"2026-01-01","rate":"1","weight":9007199254740993}',
    ],
    ["half a document", '{"currency":"EUR"'],
    ["nothing but space", "  "],
  ])("%s", (_, payload) => refused(payload));

  test.each([
    ["an unknown parameter", "?colour=red"],
    ["a parameter twice", "?by=a&by=b"],
    ["a parameter twice where a number is asked for", "?limit=1&limit=2"],
    ["more than a page", "?limit=201"],
    ["text for a number", "?limit=many"],
    ["__proto__", "?__proto__=1"],
    ["a nested parameter", "?by[a]=1"],
  ])("%s in the query", async (_, query) => {
    const before = entered.count;
    const answer = await client.inject({ method: "GET", url: `/api/trial-rates${query}` });
    expect(answer.statusCode).toBe(400);
    expect(entered.count).toBe(before);
  });

  test("an id that is none, and a body where none is asked for", async () => {
    const odd = await client.inject({ method: "GET", url: "/api/trial-rates/7" });
    expect([odd.statusCode, odd.json().fields[0].field]).toEqual([400, "id"]);
    const body = await client.inject({
      method: "DELETE",
      url: "/api/trial-rates/01890000-0000-7000-8000-000000000000",
      headers: { "if-match": '"1"', "content-type": "application/json" },
      payload: '{"force":true}',
    });
    expect([body.statusCode, body.json().detail]).toEqual([400, "This address takes nothing in the body."]);
  });
});

test("a query's text becomes a number where the contract says so", async () => {
  const answer = await client.inject({ method: "GET", url: "/api/trial-rates?limit=7" });
  expect(answer.json().limit).toBe(7);
});

test("a thousand malformed content types are refused before the work is entered", async () => {
  const random = seededRandom("content types");
  const pieces = [
    "application/json",
    "text/plain",
    "APPLICATION/JSON",
    " ",
    "\t",
    ";",
    ",",
    "charset=",
    "utf-8",
    "utf-16",
    "latin1",
    '"',
    "=",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "/",
    "json",
    "+",
    "application/",
    "\u00a0",
    "a",
  ];
  const before = entered.count;
  const accepted = /^application\/json(?:; ?charset=(?:utf-8|"utf-8"))?$/i;
  let sent = 0;
  while (sent < 1000) {
    const length = 1 + Math.floor(random() * 5);
    const type = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join("");
    // What HTTP itself trims away is not malformed.
    if (accepted.test(type.replace(/^[ \t]+|[ \t]+$/g, ""))) continue;
    sent++;
    const answer = await post(JSON.stringify({ ...good, startsOn: "2031-01-01" }), type);
    expect([400, 415], JSON.stringify(type)).toContain(answer.statusCode);
  }
  expect(entered.count).toBe(before);
});

test("content types that mean JSON in UTF-8 are taken", async () => {
  for (const [at, type] of [
    "application/json",
    "application/json; charset=utf-8",
    'APPLICATION/JSON;charset="UTF-8"',
  ].entries()) {
    const answer = await post(JSON.stringify({ ...good, startsOn: `2032-01-0${at + 1}` }), type);
    expect(answer.statusCode, type).toBe(201);
  }
});

test("a body of more than a mebibyte is refused", async () => {
  const answer = await post(JSON.stringify({ ...good, rate: "1".repeat(1024 * 1024) }));
  expect([answer.statusCode, answer.json().detail]).toEqual([413, expect.stringContaining("1 MiB")]);
});

import { describe, expect, test } from "vitest";
import { addressOf, curlOf, type Operation, operationsFound, operationsOf } from "./operations.ts";
import { exampleOf, outlineOf } from "./schema-text.ts";

const account = {
  type: "object",
  properties: {
    name: { type: "string", description: "As it is called" },
    city: { anyOf: [{ type: "string" }, { type: "null" }] },
    parentId: { anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] },
    status: { type: "string", enum: ["open", "won"] },
    tags: {
      type: "array",
      items: { type: "object", properties: { n: { type: "integer" } }, required: ["n"] },
    },
    custom: { type: "object", additionalProperties: { type: ["string", "number"] } },
  },
  required: ["name", "status", "tags"],
};
const document = {
  paths: {
    "/api/accounts/{id}": {
      patch: {
        summary: "Changes an account.",
        tags: ["accounts"],
        parameters: [
          { in: "path", name: "id", required: true, schema: { type: "string" } },
          { in: "header", name: "if-match", required: true, schema: { type: "string" } },
          { in: "query", name: "by", schema: { type: "string" } },
        ],
        requestBody: { content: { "application/json": { schema: account } } },
        responses: { "200": { content: { "application/json": { schema: account } } }, "4xx": {} },
      },
      get: { summary: "An account.", tags: ["accounts"], responses: { "200": {} } },
    },
  },
};
const [patch, get] = operationsOf(document) as [Operation, Operation];
const filled = {
  values: { "path id": "a/b", "header if-match": '"3"', "query by": "it's" },
  body: '{"city":"Ås"}',
};

test("the calls of a document are told with what they take and give", () => {
  expect([patch.name, patch.group, patch.status, patch.body === null]).toEqual([
    "PATCH /api/accounts/{id}",
    "accounts",
    "200",
    false,
  ]);
  expect([get.name, get.body, get.answer]).toEqual(["GET /api/accounts/{id}", null, null]);
  expect(operationsFound([patch, get], "account CHANGES")).toEqual([patch]);
  expect(operationsFound([patch, get], " ")).toEqual([patch, get]);
});

test("what is filled in goes into the address, the headers and a command for a terminal", () => {
  expect(addressOf(patch, filled)).toBe("/api/accounts/a%2Fb?by=it%27s");
  expect(addressOf(get, { values: {}, body: "" })).toBe("/api/accounts/");
  expect(curlOf(patch, filled, "http://127.0.0.1:7171", "W")).toBe(
    [
      "curl -X PATCH 'http://127.0.0.1:7171/api/accounts/a%2Fb?by=it%27s' \\",
      '  -H "authorization: Bearer $QUARTERDECK_TOKEN" \\',
      "  -H 'quarterdeck-workspace: W' \\",
      "  -H 'if-match: \"3\"' \\",
      "  -H 'content-type: application/json' \\",
      `  -d '{"city":"Ås"}'`,
    ].join("\n"),
  );
});

describe("a schema", () => {
  test("is outlined with what must be there, what may be left out, and what it means", () => {
    expect(outlineOf(account)).toBe(
      [
        "{",
        "  name: text  — As it is called",
        "  city?: text or null",
        "  parentId?: id or null",
        '  status: "open" or "won"',
        "  tags: list of {",
        "    n: whole number",
        "  }",
        "  custom?: { any name: text or number }",
        "}",
      ].join("\n"),
    );
  });
  test("gives the least that fits as an example", () => {
    expect(exampleOf(account)).toEqual({ name: "", status: "open", tags: [{ n: 0 }] });
  });
});

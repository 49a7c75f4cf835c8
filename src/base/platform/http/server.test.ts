import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Client, signedInClient, testHost } from "../../../../test/client.ts";
import { type EndpointShape, endpoint } from "../../contract.ts";
import { handlerTime } from "./limits.ts";
import { bind, type Route } from "./route.ts";
import { createServer } from "./server.ts";
import { sendBytes, trialRoutes } from "./trial.fixture.ts";

const webRoot = mkdtempSync(join(tmpdir(), "quarterdeck-web-"));
mkdirSync(join(webRoot, "assets"));
writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>Quarterdeck</title>");
writeFileSync(join(webRoot, "assets", "main-abc123.js"), "export {};");
writeFileSync(join(webRoot, "assets", "main-abc123.js.br"), brotliCompressSync("export {};"));
writeFileSync(join(webRoot, ".env"), "SECRET=1");

const logged: string[] = [];
const wrongAnswer = endpoint({
  method: "GET",
  path: "/api/trial-wrong",
  permission: "workspace.read",
  summary: "Answers with more than it declares",
  output: z.object({ name: z.string(), when: z.unknown() }),
});
const wrong = bind(wrongAnswer, async () => ({
  name: "x",
  when: Temporal.PlainDate.from("2026-01-02"),
  passwordHash: "canary",
}));

let client: Client;
beforeAll(async () => {
  client = await signedInClient([...trialRoutes, wrong], { webRoot, log: (line) => logged.push(line) });
});
afterAll(async () => {
  await client.close();
  rmSync(webRoot, { recursive: true });
});
const get = (url: string, headers: Record<string, string | undefined> = {}) =>
  client.inject({ method: "GET", url, headers });

describe("every answer", () => {
  test.each([
    ["data", "/api/trial-rates"],
    ["health", "/api/health"],
    ["a page", "/pipeline"],
    ["a file", "/assets/main-abc123.js"],
    ["nothing at this address", "/api/nothing"],
    ["a sign-in link", "/sign-in?token=x"],
    ["a refusal", "/api/trial-rates?limit=0.5"],
    ["an address that cannot be read", "/%E0%A4%A"],
    ["an address that is too long", `/api/trial-rates/${"x".repeat(300)}`],
  ])("carries the safety headers: %s", async (_, url) => {
    const { headers } = await get(url);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-powered-by"] ?? headers.server).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cache-control"]).toBe(
      url.startsWith("/assets")
        ? "public, max-age=31536000, immutable"
        : url === "/pipeline"
          ? "no-cache"
          : "no-store",
    );
  });

  test("of our pages lets scripts come from our own files only", async () => {
    const policy = String((await get("/")).headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self'");
    expect(policy.match(/unsafe-\w+/g)).toEqual(["unsafe-inline"]);
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });
});

describe("the web app", () => {
  test("is index.html for every page, and files for files", async () => {
    for (const url of ["/", "/pipeline", "/accounts/acme.corp?tab=history"]) {
      expect((await get(url, { cookie: undefined })).body).toContain("<title>Quarterdeck</title>");
    }
    expect((await get("/assets/main-abc123.js")).headers["content-type"]).toContain("javascript");
  });

  test.each([
    "/assets/gone.js",
    "/api/nothing",
    "/api",
    "/assets/../../package.json",
    "/..%2f..%2fpackage.json",
  ])("is not what %s answers", async (url) => {
    const answer = await get(url);
    expect(answer.body).not.toContain("@fastify");
    if (/^\/(api|assets\/gone)/.test(url)) expect(answer.statusCode).toBe(404);
  });

  test("does not give hidden files away", async () => {
    expect((await get("/.env")).body).not.toContain("SECRET");
  });
});

describe("who is not signed in", () => {
  test("learns nothing about any address below /api but the health of the server", async () => {
    const routes = [...trialRoutes, wrong].map(({ shape }) => shape);
    for (const shape of [...routes, { method: "GET", path: "/api/openapi.json" } as const]) {
      const url = shape.path.replace(":id", "01890000-0000-7000-8000-000000000000");
      const answer = await client.server.inject({ method: shape.method, url, headers: { host: testHost } });
      expect(answer.statusCode, `${shape.method} ${url}`).toBe(401);
      expect(answer.json()).toEqual({
        type: "about:blank",
        title: "Not signed in",
        status: 401,
        detail: "You are not signed in, or your session has ended.",
        fix: expect.any(String),
      });
    }
    const health = await client.server.inject({
      method: "GET",
      url: "/api/health",
      headers: { host: testHost },
    });
    expect([health.statusCode, health.json()]).toEqual([200, { status: "ok" }]);
  });
});

test("other spellings of an address do not lead past the gate", async () => {
  const spellings = [
    "//api/trial-rates",
    "/api//trial-rates",
    "/API/trial-rates",
    "/api/trial-rates/",
    "/api/trial-rates;x",
    "/%61pi/trial-rates",
    "/api/%74rial-rates",
    "/api/./trial-rates",
    "/x/../api/trial-rates",
  ];
  for (const url of spellings) {
    const answer = await client.server.inject({ method: "GET", url, headers: { host: testHost } });
    expect(answer.body, url).not.toContain('"rows"');
  }
});

test("HEAD, OPTIONS and TRACE answer nothing below /api", async () => {
  for (const method of ["HEAD", "OPTIONS", "TRACE"]) {
    const answer = await client.inject({ method: method as "HEAD", url: "/api/trial-rates" });
    expect(answer.statusCode, method).toBe(404);
  }
});

test("what an endpoint does not declare does not leave the server, and Temporal values are written out", async () => {
  expect((await get("/api/trial-wrong")).json()).toEqual({ name: "x", when: "2026-01-02" });
});

test("a fault of the program is told by a number; the log has it under that number, the answer has no detail", async () => {
  const answer = await client.inject({
    method: "POST",
    url: "/api/trial-failures",
    headers: { "content-type": "application/json", "idempotency-key": "fault" },
    payload: JSON.stringify({ kind: "crash" }),
  });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toMatch(/Canary|\.ts|node_modules|\bat /);
  const request = answer.headers["quarterdeck-request"];
  expect(answer.json().detail).toContain(request);
  const line = logged
    .map((text) => JSON.parse(text))
    .find((entry) => entry.error && entry.request === request);
  expect(line).toMatchObject({ level: "error", route: "/api/trial-failures" });
  expect(line.error.reason).toContain("Canary-in-the-error");
});

test("the OpenAPI document describes every endpoint, its input, its answer and its problems", async () => {
  const document = (await get("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const patch = document.paths["/api/trial-rates/{id}"].patch;
  expect(patch.summary).toBe("Corrects a rate");
  expect(patch.parameters.map(({ name }: { name: string }) => name).sort()).toEqual(["id", "if-match"]);
  expect(patch.requestBody.content["application/json"].schema.required).toEqual(["rate"]);
  expect(patch.responses["200"].content["application/json"].schema.properties.version).toEqual({
    type: "number",
  });
  expect(patch.responses["4XX"].content["application/problem+json"]).toBeDefined();
  const described = Object.values(document.paths as Record<string, object>).flatMap((path) =>
    Object.keys(path),
  );
  expect(described.length).toBeGreaterThan(trialRoutes.length);
});

describe("an upload", () => {
  test("is handed to the work as it arrives", async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(7);
    expect(await client.upload(sendBytes, {}, bytes)).toEqual({ bytes: bytes.length });
  });

  test("of JSON, of nothing, or of more than 2 GiB is refused", async () => {
    const send = (headers: Record<string, string>, payload?: string) =>
      client.inject({ method: "PUT", url: "/api/trial-bytes", headers, ...(payload ? { payload } : {}) });
    expect((await send({ "content-type": "application/json" }, "{}")).statusCode).toBe(415);
    expect((await send({})).statusCode).toBe(400);
    const huge = { "content-type": "application/octet-stream", "content-length": String(2 ** 31 + 1) };
    expect((await send(huge, "x")).statusCode).toBe(413);
  });

  test("does not pass where JSON is asked for", async () => {
    const answer = await client.inject({
      method: "POST",
      url: "/api/trial-rates",
      headers: { "content-type": "application/octet-stream", "idempotency-key": "bytes" },
      payload: "{}",
    });
    expect(answer.statusCode).toBe(415);
  });
});

test("slow clients are cut off: headers after 10 s, a body after 60 s, a connection on which nothing moves after 60 s", () => {
  const { server } = client.server;
  expect([server.headersTimeout, server.timeout, handlerTime.jsonMs]).toEqual([10_000, 60_000, 60_000]);
  expect(server.requestTimeout).toBeGreaterThan(0);
  expect(server.keepAliveTimeout).toBeGreaterThan(0);
  expect(server.maxConnections).toBe(2_000);
});

test("what the build compressed goes out compressed, to those who can read it", async () => {
  const url = "/assets/main-abc123.js";
  const asked = (encoding: string) =>
    client.inject({ method: "GET", url, headers: { "accept-encoding": encoding } });
  const small = await asked("gzip, deflate, br");
  expect(small.headers).toMatchObject({
    "content-encoding": "br",
    "cache-control": expect.stringMatching(/immutable/),
  });
  expect(small.headers["content-type"]).toContain("javascript");
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe("export {};");
  const plain = await asked("identity");
  expect([plain.headers["content-encoding"], plain.body]).toEqual([undefined, "export {};"]);
});

describe("the server refuses to start with a route", () => {
  const shape = {
    method: "GET",
    path: "/api/odd",
    permission: "records.read",
    summary: "",
    output: z.object({}),
  } as const;
  const route = (changes: Partial<Record<keyof EndpointShape, unknown>>): Route => ({
    shape: { ...shape, ...changes } as unknown as EndpointShape,
    work: async () => ({}),
  });
  const start = (routes: Route[]) =>
    createServer({
      routes,
      services: client.services,
      gate: { seatOf: async () => null, hasWorkspace: async () => false, peopleReached: async () => [] },
    });

  test.each<[string, Route[], string]>([
    ["without a permission", [route({ permission: undefined })], "has no permission"],
    [
      "with a permission that the policy does not know",
      [route({ permission: "records.delete" })],
      "has no permission",
    ],
    ["that is there twice", [route({}), route({})], "is declared twice"],
    ["that writes for everybody", [route({ method: "POST", permission: "public" })], "cannot be public"],
    [
      "that signs in and is not public",
      [route({ method: "POST", body: z.object({}), signsIn: true })],
      "which only a public POST with a body can",
    ],
    [
      "that takes a secret from everybody",
      [route({ method: "POST", permission: "public", body: z.object({}), takesSecret: true })],
      "which only a POST with a body and a permission can",
    ],
    ["outside /api", [route({ path: "/odd" })], "does not begin with /api/"],
    ["that changes a record blindly", [route({ method: "PATCH" })], "must be conditional"],
    ["that removes a record blindly", [route({ method: "DELETE" })], "must be conditional"],
    [
      "whose body converts values",
      [route({ method: "POST", body: z.object({ n: z.coerce.number() }) })],
      "z.coerce.number",
    ],
    [
      "whose parameters do not match its path",
      [route({ path: "/api/odd/:id" })],
      "declares the parameters [] but has [id]",
    ],
    ["that reads with a body", [route({ body: z.object({}) })], "has no body"],
  ])("%s", async (_, routes, words) => {
    await expect(start(routes)).rejects.toThrowError(words);
  });
});

/** What must stand in the audit log is declared with its route, or the server does not start (S-20). */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type EndpointShape, endpoint } from "#base/contract";
import { bind, createServer } from "#base/platform";
import { routes } from "../../src/app/capabilities.ts";
import { auditKindOf, whyUnaudited } from "../../src/base/platform/http/audited.ts";
import { type WatchedDesk, watchedDesk } from "./desk.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let desk: WatchedDesk;
beforeAll(async () => {
  desk = await watchedDesk();
});
afterAll(() => desk.close());

describe("the route table", () => {
  const shapes = routes.map(({ shape }) => shape);

  test("every route that configures, says who comes in, or hands out a file says what the log calls it", () => {
    const missing = shapes.filter(
      (shape) => whyUnaudited(shape) !== null || (shape.answers !== undefined && auditKindOf(shape) === null),
    );
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const must = shapes.filter(
      ({ method, permission }) =>
        method !== "GET" && ["workspace.configure", "access.manage"].includes(permission),
    );
    expect(must.length).toBeGreaterThanOrEqual(15);
    expect(shapes.filter((shape) => auditKindOf(shape) === "export").length).toBeGreaterThanOrEqual(5);
  });

  test.each<[string, Partial<EndpointShape>]>([
    ["manages access", { method: "POST", path: "/api/trial", permission: "access.manage" }],
    ["configures the workspace", { method: "PUT", path: "/api/trial", permission: "workspace.configure" }],
    ["is about keys", { method: "POST", path: "/api/keys/trial", permission: "workspace.read" }],
    ["is about sessions", { method: "POST", path: "/api/sessions/trial", permission: "workspace.read" }],
    ["is about seats", { method: "POST", path: "/api/seats", permission: "people.write" }],
  ])("a server with a route that %s and says nothing does not start", async (_, planted) => {
    const shape = { summary: "Trial", output: z.object({}), ...planted } as EndpointShape;
    const route = bind(endpoint(shape), async () => ({}));
    const parts = {
      services: desk.services,
      gate: { seatOf: async () => null, hasWorkspace: async () => false, peopleReached: async () => [] },
    };
    await expect(createServer({ routes: [route], ...parts })).rejects.toThrow("audit log calls it");
    const named = { ...route, shape: { ...shape, audit: "seat invited" as const } };
    await (await createServer({ routes: [named], ...parts })).close();
  });
});

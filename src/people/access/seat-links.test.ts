import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import {
  addressOf,
  cookieOf,
  goodPassword,
  invite,
  join,
  person,
  post,
  seated,
  statusOf,
  tokenIn,
} from "../../../test/seats.ts";
import { organizationRoutes } from "../organization/routes.ts";
import { workspaceRoutes } from "../workspace/routes.ts";
import * as contract from "./seat-contract.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
let now = start;
const clock: Clock = { now: () => now };
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...workspaceRoutes], {
    clock,
    ownOrigin: "https://sales.example.com",
  });
});
afterAll(() => desk.close());

const seatsOf = async () => (await desk.call(contract.getSeats, {})).items;

describe("a link to a seat", () => {
  test("has the configured host, whatever the request names", async () => {
    const personId = await person(desk, desk.workspaceId, "Hana Host", addressOf("Hana Host"));
    const forged = await desk.inject({
      method: "POST",
      url: "/api/seats",
      headers: {
        "idempotency-key": randomUUID(),
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "http",
        cookie: (await seated(desk, { name: "Otto Owner", role: "owner" })).cookie,
      },
      payload: { personId, accessRole: "analyst" },
    });
    expect(forged.json().link).toMatch(/^https:\/\/sales\.example\.com\/join\?token=[\w-]{43}$/);
    const plain = await signedInClient([], { clock, database: desk.database, workspaceId: desk.workspaceId });
    const { seat } = forged.json();
    const again = await plain.call(contract.renewSeatLink, { params: { id: seat.id } });
    expect([again.link, again.path.length]).toEqual([null, "/join?token=".length + 43]);
    await plain.close();
  });

  test("works once, also for two at the same time, and dies when another takes its place", async () => {
    const { seat, link } = await invite(desk, { name: "One Use", role: "analyst" });
    const accept = (path: string) =>
      post(desk, "/api/invitations/accept", { token: tokenIn(path), password: goodPassword });
    const second = await desk.call(contract.renewSeatLink, { params: { id: seat.id } });
    const dead = await accept(link);
    expect([dead.statusCode, cookieOf(dead)]).toEqual([404, undefined]);
    const answers = await Promise.all([accept(second.path), accept(second.path), accept(second.path)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404]);
    expect((await accept(second.path)).statusCode).toBe(404);
  });

  test("works for a week to take a seat up, and for half an hour to choose a new password", async () => {
    const { seat, link } = await invite(desk, { name: "Late Riser", role: "analyst" });
    now = start.add({ hours: 168 });
    expect((await post(desk, "/api/invitations/look", { token: tokenIn(link) })).statusCode).toBe(404);
    now = start.add({ hours: 168 }).subtract({ seconds: 1 });
    const first = await join(desk, link);
    now = start;
    const fresh = await desk.call(contract.renewSeatLink, { params: { id: seat.id } });
    expect(fresh.until).toBe(start.add({ minutes: 30 }).toString());
    now = start.add({ minutes: 30 });
    expect((await post(desk, "/api/invitations/look", { token: tokenIn(fresh.path) })).statusCode).toBe(404);
    now = start.add({ minutes: 29 });
    const cookie = await join(desk, fresh.path, "another lantern of the harbour");
    expect([await statusOf(desk, cookie), await statusOf(desk, first)]).toEqual([200, 401]);
    now = start;
  });

  test.each([
    ["abcdefg", "at least 8"],
    ["x".repeat(129), "at most 128"],
    ["1qaz2wsx", "tried first"],
    ["PassWord1", "tried first"],
    ["my lantern weakling", "“weakling”"],
    ["QuarterDeck 2026", "“quarterdeck”"],
  ])("is not used up by the password %j, which will not do", async (password, words) => {
    const { link } = await invite(desk, { name: "Will Weakling", role: "analyst" }).catch(async () => {
      const [seat] = (await seatsOf()).filter(({ person: { name } }) => name === "Will Weakling");
      const { path } = await desk.call(contract.renewSeatLink, { params: { id: seat?.id ?? "" } });
      return { link: path };
    });
    const answer = await post(desk, "/api/invitations/accept", { token: tokenIn(link), password });
    expect([answer.statusCode, answer.json().detail, cookieOf(answer)]).toEqual([
      422,
      expect.stringContaining(words),
      undefined,
    ]);
    expect((await post(desk, "/api/invitations/look", { token: tokenIn(link) })).statusCode).toBe(200);
  });

  test.each(["", "x", "%00", "a".repeat(43)])(
    "that was never made, %j, is answered like one that is spent",
    async (token) => {
      const answer = await post(desk, "/api/invitations/look", { token });
      expect([answer.statusCode, answer.json().detail]).toEqual([
        404,
        "This link was used before, is too old, or another took its place.",
      ]);
    },
  );
});

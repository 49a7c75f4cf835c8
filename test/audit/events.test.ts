/** Each event writes one row, with everything that it must say (S-20). */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as people from "#people/contract";
import type { Client } from "../client.ts";
import { testHost } from "../client.ts";
import { acts, signIn } from "./acts.ts";
import { told, type WatchedDesk, watchedDesk } from "./desk.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let desk: WatchedDesk;
beforeAll(async () => {
  desk = await watchedDesk();
});
afterAll(() => desk.close());

describe("each event writes one row", () => {
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const one = async (act: () => Promise<unknown>, count = 1) => {
    const before = await desk.mark();
    const answer = await act();
    return { answer, rows: await desk.since(before, count) };
  };

  test("with who, what, when, from where, through what and how it went", async () => {
    const { answer, rows } = await one(() =>
      desk.inject({
        method: "POST",
        url: "/api/keys",
        headers: { "idempotency-key": "k-1" },
        payload: { name: "Warehouse", rights: "read", days: 7 },
      }),
    );
    const made = answer as Awaited<ReturnType<Client["inject"]>>;
    const { id, secret } = made.json();
    expect(rows).toMatchObject([
      {
        ...{ workspace_id: desk.workspaceId, actor: "Owner", person_id: null, access_role: "owner" },
        ...{ source: "app", address: "127.0.0.1", kind: "key made", outcome: "done", key_id: null },
        ...{ endpoint: "POST /api/keys", subject_noun: "people.api_key", subject_id: id },
        request_id: made.headers["quarterdeck-request"],
      },
    ]);
    expect(rows[0]?.happened_at.toString()).toBe("2026-03-02T08:00:00Z");
    const inLog = desk.logged.filter((line) => line.includes(String(made.headers["quarterdeck-request"])));
    expect(inLog).toHaveLength(1);
    expect(JSON.stringify(rows, (_, v) => (typeof v === "bigint" ? String(v) : v))).not.toContain(secret);
    // Sent again with its key it does nothing, and so leaves nothing.
    const before = await desk.mark();
    await desk.inject({
      method: "POST",
      url: "/api/keys",
      headers: { "idempotency-key": "k-1" },
      payload: { name: "Warehouse", rights: "read", days: 7 },
    });
    expect(await desk.mark()).toEqual(before);
  });

  test("what is refused by its own rules or rolled back leaves none", async () => {
    const before = await desk.mark();
    const bad = { name: "", rights: "read", days: 7 } as const;
    await expect(desk.call(people.createKey, { body: bad })).rejects.toMatchObject({
      problem: { status: 400 },
    });
    const zone = { ifMatch: 1, body: { timeZone: "Nowhere/Land" } };
    await expect(desk.call(people.configureWorkspace, zone)).rejects.toMatchObject({
      problem: { status: 422 },
    });
    expect(await desk.mark()).toEqual(before);
  });

  test.each(acts)("when %s", async (_, act, expected) => {
    const { rows } = await one(() => act(desk), expected.length);
    expect(rows.map(told)).toEqual(expected);
    for (const row of rows) {
      expect(row).toMatchObject({ address: "127.0.0.1", request_id: uuid });
      expect(row.actor).toMatch(
        row.kind.includes("refused") || row.kind.startsWith("foreign") ? /unknown/ : /^Owner$/,
      );
    }
  });

  test("a workspace that was opened begins its own log with it", async () => {
    const { id } = await desk.call(people.openWorkspace, {
      body: { name: "Second", currency: "EUR", timeZone: "UTC" },
    });
    expect((await desk.events(id)).map(told)).toEqual([
      "workspace opened | done | POST /api/workspaces | base.workspace",
    ]);
    expect((await desk.events(id))[0]).toMatchObject({ event_no: 1n, actor: "Owner", subject_id: id });
  });

  test("an export is written before its first byte leaves, with how much it is and whether it was narrowed", async () => {
    const rows = (await desk.events(desk.workspaceId)).filter(({ kind }) => kind === "export");
    expect(rows.map(({ detail }) => detail)).toEqual([
      { format: "CSV", rows: 0, filtered: false },
      { format: "Excel", rows: 0, filtered: true },
      { format: "CSV", rows: expect.any(Number), filtered: false },
      { format: "CSV" },
    ]);
  });

  test("signing out is written, and who is signed out leaves no more", async () => {
    const opened = await signIn(desk);
    const cookie = `quarterdeck_session=${opened.cookies[0]?.value}`;
    const before = await desk.mark();
    const out = {
      method: "POST",
      url: "/api/sign-out",
      headers: { cookie, "idempotency-key": "o" },
    } as const;
    await desk.inject(out);
    expect((await desk.since(before, 1)).map(told)).toEqual(["signed out | done | POST /api/sign-out"]);
    // Without anything shown it is only somebody who is not signed in.
    await desk.server.inject({ method: "GET", url: "/api/people", headers: { host: testHost } });
    expect((await desk.since(before, 1)).length).toBe(1);
  });
});

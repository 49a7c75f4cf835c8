import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { endpoint } from "../../contract.ts";
import { bind } from "./route.ts";

const most = 3;
let open: (() => void)[] = [];
const waits = bind(
  endpoint({
    method: "GET",
    path: "/api/trial-waits",
    permission: "workspace.read",
    summary: "Answers when it is let to",
    output: z.object({}),
  }),
  async () => {
    await new Promise<void>((resolve) => open.push(resolve));
    return {};
  },
);
const quick = bind(
  endpoint({
    method: "GET",
    path: "/api/trial-quick",
    permission: "workspace.read",
    summary: "Answers at once",
    output: z.object({}),
  }),
  async () => ({}),
);

let client: Client;
let origin = "";
beforeAll(async () => {
  client = await signedInClient([waits, quick], { requestsAtOnce: most });
  origin = await client.server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => client.close());

const ask = (path: string, signal?: AbortSignal) =>
  fetch(`${origin}${path}`, { headers: { cookie: client.cookie }, ...(signal ? { signal } : {}) });
async function untilWaiting(count: number): Promise<void> {
  while (open.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}
function letAllGo(): void {
  for (const one of open) one();
  open = [];
}

describe("while as many requests are under way as may be", () => {
  test("the next is turned away with the reason and when to come again, and comes in once there is room", async () => {
    const before = Array.from({ length: most }, () => ask("/api/trial-waits"));
    await untilWaiting(most);
    const turnedAway = await ask("/api/trial-quick");
    expect(turnedAway.status).toBe(503);
    expect(["2", "3", "4"]).toContain(turnedAway.headers.get("retry-after"));
    expect(await turnedAway.json()).toMatchObject({
      title: "Not available",
      detail: "Quarterdeck has more to do at the moment than it can.",
    });
    letAllGo();
    expect((await Promise.all(before)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await ask("/api/trial-quick")).status).toBe(200);
  });

  test("whether it lives is answered all the same", async () => {
    const before = Array.from({ length: most }, () => ask("/api/trial-waits"));
    await untilWaiting(most);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    letAllGo();
    await Promise.all(before);
  });

  test("those that went away before their answer make room", async () => {
    const leaving = new AbortController();
    const before = Array.from({ length: most }, () =>
      ask("/api/trial-waits", leaving.signal).catch(() => "gone"),
    );
    await untilWaiting(most);
    leaving.abort();
    expect(await Promise.all(before)).toEqual(["gone", "gone", "gone"]);
    await expect.poll(async () => (await ask("/api/trial-quick")).status).toBe(200);
    letAllGo();
  });
});

import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, signedInClient } from "../../../../test/client.ts";
import { endpoint, flowing } from "../../contract.ts";
import { placesForFiles } from "./exports.ts";
import type { Admission } from "./gate.ts";
import { bind } from "./route.ts";

const commandLineToken = "a-second-user-for-this-test";
const open = new Set<() => void>();
const file = bind(
  endpoint({
    method: "GET",
    path: "/api/trial-export",
    permission: "workspace.read",
    summary: "A file that comes to its end when it is let to",
    answers: "text/csv",
    flows: true,
    output: flowing,
  }),
  async () => {
    async function* bytes() {
      yield Buffer.from("begun\r\n");
      await new Promise<void>((resolve) => open.add(resolve));
      yield Buffer.from("ended\r\n");
    }
    return bytes();
  },
);

let client: Client;
let origin = "";
beforeAll(async () => {
  client = await signedInClient([file], { commandLineToken });
  origin = await client.server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => client.close());

const ask = (headers: Record<string, string> = { cookie: client.cookie }, signal?: AbortSignal) =>
  fetch(`${origin}/api/trial-export`, { headers, ...(signal ? { signal } : {}) });
async function untilWaiting(count: number): Promise<void> {
  while (open.size < count) await new Promise((resolve) => setTimeout(resolve, 5));
}
function letAllEnd(): void {
  for (const end of open) end();
  open.clear();
}

test("a user gets two files at a time; the third is refused until one has ended, and others get theirs", async () => {
  const both = await Promise.all([ask(), ask()]);
  await untilWaiting(2);
  const third = await ask();
  expect(third.status).toBe(429);
  expect(third.headers.get("retry-after")).toBe("2");
  expect(await third.json()).toMatchObject({
    title: "Too many requests",
    detail: "You are already exporting 2 files.",
    fix: "Wait until one of them has come, or stop it.",
  });
  const other = await ask({ authorization: `Bearer ${commandLineToken}` });
  expect(other.status).toBe(200);
  await untilWaiting(3);
  letAllEnd();
  for (const answer of [...both, other]) expect(await answer.text()).toBe("begun\r\nended\r\n");
  const next = await ask();
  expect(next.status).toBe(200);
  await untilWaiting(1);
  letAllEnd();
  await next.text();
});

test("a file whose reader has gone gives its place back", async () => {
  const gone = new AbortController();
  await Promise.all([ask(undefined, gone.signal), ask(undefined, gone.signal)]);
  await untilWaiting(2);
  gone.abort();
  letAllEnd();
  await expect
    .poll(async () => {
      const answer = await ask();
      await answer.body?.cancel();
      letAllEnd();
      return answer.status;
    })
    .toBe(200);
});

test("a reader who had gone before the file was begun takes no place", async () => {
  const actor = { workspaceId: "w", personId: null, name: "Owner", role: "owner" };
  const admission = { actor } as Admission;
  const takePlace = placesForFiles();
  for (let reader = 0; reader < 3; reader += 1) {
    const answer = new ServerResponse(new IncomingMessage(new Socket()));
    answer.destroy();
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => takePlace(admission, answer)).not.toThrow();
  }
});

/**
 * What somebody may not see cannot change what they see: records out of their sight are changed, added and taken away at
 * random, and every byte of everything that they can read stays the same. QUARTERDECK_WORLDS sets how many rounds.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seededRandom } from "#base/kernel";
import { permissionsOf, writeAs } from "#base/platform";
import { eyesOf, type Principal } from "./oracle.ts";
import { type Caller, clock, type Seated, seatedServer } from "./seated.ts";
import { forgotten, surface } from "./surface.ts";
import { changeUnseen } from "./unseen.ts";
import { type Who, workspaceId } from "./world.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });
const rounds = Number(process.env.QUARTERDECK_WORLDS ?? 1);

let server: Seated;
beforeAll(async () => {
  server = await seatedServer();
});
afterAll(() => server.close());

const principals: readonly (readonly [string, Caller, Principal["reach"]])[] = [
  ["a rep with whom a colleague shares", { role: "rep", who: "r2" }, "own"],
  ["a manager", { role: "manager", who: "m1" }, "line"],
  ["a rep who is nobody in the records", { role: "rep", who: null }, "own"],
];
const actor = ({ role, who }: Caller) => ({ workspaceId, personId: null, name: who ?? "", role });

/** All that a caller can read, by question: status, version tag and every byte. */
async function readAll(caller: Caller): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const url of surface(server.routes, permissionsOf(actor(caller)))) {
    const answer = await server.call(caller, "GET", url);
    const body = answer.rawPayload.toString("latin1").replaceAll(/"request":"[^"]*"/g, "");
    answers.set(url, `${answer.statusCode} ${answer.headers.etag ?? ""} ${body}`);
  }
  return answers;
}

test("every route that a rep or a manager can read is part of it", () => {
  const rights = permissionsOf({ ...actor({ role: "manager", who: null }) });
  expect(forgotten(server.routes, rights)).toEqual([]);
});

test("the questions are understood: only records out of sight are not found, and nothing fails", async () => {
  const owner: Caller = { role: "owner", who: null };
  const rights = permissionsOf(actor({ role: "manager", who: null }));
  const odd: string[] = [];
  for (const url of surface(server.routes, rights)) {
    const { statusCode } = await server.call(owner, "GET", url);
    // Some measures cannot be cut by everything, or have no records: they say so with 422.
    if (statusCode !== 200 && !(statusCode === 422 && url.startsWith("/api/measures/")))
      odd.push(`${statusCode} ${url}`);
  }
  expect(odd).toEqual([]);
});

describe.each(principals)("%s", (_, caller, reach) => {
  test("reads the same bytes whatever happens out of their sight", async () => {
    const before = await readAll(caller);
    expect(before.size).toBeGreaterThan(300);
    const eyes = eyesOf({ who: caller.who as Who | null, reach });
    for (let round = 0; round < rounds; round += 1) {
      const author = { workspaceId, authorId: null, author: "Somebody else", source: "app" };
      const changed = await writeAs(server.services.database.db, author, clock, (db) =>
        changeUnseen(db, eyes, seededRandom(`${caller.role} ${caller.who} ${round}`)),
      );
      expect(changed).toBeGreaterThan(20);
      const after = await readAll(caller);
      const differing = [...before].filter(([url, answer]) => after.get(url) !== answer).map(([url]) => url);
      expect(differing).toEqual([]);
    }
  });
});

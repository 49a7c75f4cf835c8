/** Why somebody sees a record is told for exactly those records that they see: the words agree with the rules in force. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { waysToSee } from "#crm";
import { peopleReached, whySeen } from "#people";
import { eyesOf, type Principal, reached } from "./oracle.ts";
import { reachedOf } from "./reached.ts";
import { clock, type Seated, seatedServer } from "./seated.ts";
import {
  accounts,
  activities,
  contacts,
  idOf,
  opportunities,
  people,
  personId,
  today,
  type Who,
  workspaceId,
} from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let server: Seated;
beforeAll(async () => {
  server = await seatedServer();
});
afterAll(() => server.close());

const principals = people.flatMap((who) =>
  (["line", "team", "own"] as const).map((reach) => ({ who, reach })),
);
type Narrow = Principal & { readonly who: Who; readonly reach: "line" | "team" | "own" };

test.each(principals)(
  "$who with the reach “$reach” reaches the same people with and without reasons",
  async (principal) => {
    const { db } = server.services.database;
    const args = [
      db,
      workspaceId,
      personId(principal.who),
      principal.reach,
      Temporal.PlainDate.from(today),
    ] as const;
    const plain = await peopleReached(...args);
    const withReasons = await reachedOf(...args);
    expect([...withReasons.keys()].toSorted()).toEqual(plain.toSorted());
    expect(plain.toSorted()).toEqual([...reached(principal)].map(personId).toSorted());
  },
);

const nouns = {
  opportunity: opportunities,
  account: accounts,
  contact: contacts,
  activity: activities,
} as const;
const some: readonly Narrow[] = [
  { who: "west", reach: "line" },
  { who: "m1", reach: "line" },
  { who: "r1", reach: "own" },
  { who: "r2", reach: "own" },
  { who: "overlay", reach: "team" },
];

describe.each(Object.keys(nouns) as (keyof typeof nouns)[])("of each %s", (noun) => {
  test("a reason is told to those who see it, and to nobody else", async () => {
    const { db } = server.services.database;
    const day = Temporal.PlainDate.from(today);
    for (const principal of some) {
      const by = await reachedOf(db, workspaceId, personId(principal.who), principal.reach, day);
      const eyes = eyesOf(principal)[noun === "opportunity" ? "anyOpportunity" : noun];
      for (const { number } of nouns[noun]) {
        const ways = await waysToSee(db, { workspaceId, id: idOf(noun, number), instant: clock.now() }, noun);
        const reason = whySeen(ways, by);
        expect(reason !== null, `${principal.who} ${noun} ${number}: ${reason}`).toBe(eyes.includes(number));
      }
    }
  });
});

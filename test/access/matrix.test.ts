/** Every principal and every record: lists, totals, exports, single records and figures show what the oracle says. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { eyesOf, type Reach } from "./oracle.ts";
import { type Caller, type Seated, seatedServer } from "./seated.ts";
import { contacts, idOf, opportunities, people, personId, type Who } from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let server: Seated;
beforeAll(async () => {
  server = await seatedServer();
});
afterAll(() => server.close());

const reads = ["workspace.read", "people.read", "records.read", "plan.read", "analytics.read"] as const;
const teamLead: Caller["bundle"] = { rights: reads, reach: "team" };

/** Who asks, and what reach the oracle is told. */
const principals: readonly (readonly [string, Caller, Reach])[] = [
  ["the owner", { role: "owner", who: null }, "company"],
  ["an auditor", { role: "auditor", who: "overlay" }, "company"],
  ["finance", { role: "finance", who: "r3" }, "company"],
  [
    "a program with the owner's key",
    { role: "owner", who: null, key: { id: personId("r1"), rights: "read" } },
    "company",
  ],
  ...(["cro", "west", "m1", "m2", "east", "m3", "ex", "future"] as const).map(
    (who) => [`the manager ${who}`, { role: "manager", who }, "line"] as const,
  ),
  ...(["r1", "r2", "r3", "r4", "gone"] as const).map(
    (who) => [`the rep ${who}`, { role: "rep", who }, "own"] as const,
  ),
  ...(["overlay", "m3"] as const).map(
    (who) => [`${who} with the team's reach`, { role: "lead", who, bundle: teamLead }, "team"] as const,
  ),
  [
    "a program with a rep's key",
    { role: "rep", who: "r2", key: { id: personId("r1"), rights: "read" } },
    "own",
  ],
  ["a rep who is nobody in the records", { role: "rep", who: null }, "own"],
];

const nouns = {
  account: "accounts",
  contact: "contacts",
  opportunity: "opportunities",
  activity: "activities",
} as const;
type Noun = keyof typeof nouns;
const everyNumber = (noun: Noun) =>
  noun === "contact"
    ? contacts.map(({ number }) => number)
    : noun === "opportunity"
      ? opportunities.map(({ number }) => number)
      : [
          1,
          4,
          7,
          10,
          90,
          ...(noun === "account" ? [91] : []),
          ...(noun === "activity" ? [101, 102, 103, 104, 105, 106, 107] : []),
        ];

const idsIn = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).toSorted();
const idsOf = (kind: Parameters<typeof idOf>[0], numbers: readonly number[]) =>
  numbers.map((number) => idOf(kind, number)).toSorted();

async function read(caller: Caller, url: string) {
  const answer = await server.call(caller, "GET", url);
  expect(answer.statusCode, `${url} ${answer.body}`).toBe(200);
  return answer.json();
}

describe.each(principals)("%s", (_, caller, reach) => {
  const eyes = eyesOf({ who: caller.who as Who | null, reach });

  test.each(Object.keys(nouns) as Noun[])(
    "finds in the list of each %s what may be seen, and its count",
    async (noun) => {
      const page = await read(caller, `/api/${nouns[noun]}?limit=200`);
      expect(idsIn(page.items)).toEqual(idsOf(noun, eyes[noun]));
      expect((await read(caller, `/api/lists/${noun}/outline`)).count).toBe(eyes[noun].length);
    },
  );

  test("exports exactly the opportunities of the list", async () => {
    const answer = await server.call(caller, "GET", "/api/lists/opportunity/export.csv");
    expect(answer.statusCode).toBe(200);
    const named = [...answer.body.matchAll(/Opportunity (\d+)/g)].map(([, number]) => Number(number));
    expect(named.toSorted((a, b) => a - b)).toEqual(eyes.opportunity.toSorted((a, b) => a - b));
  });

  test.each(Object.keys(nouns) as Noun[])(
    "opens each %s that may be seen; the others are answered like one that is not there",
    async (noun) => {
      const missing = await server.call(caller, "GET", `/api/${nouns[noun]}/${idOf(noun, 9999)}`);
      expect(missing.statusCode).toBe(404);
      const withoutId = (body: string, number: number) =>
        body.replaceAll(idOf(noun, number), "").replaceAll(/"request":"[^"]*"/g, "");
      for (const number of everyNumber(noun)) {
        const answer = await server.call(caller, "GET", `/api/${nouns[noun]}/${idOf(noun, number)}`);
        const bin = noun === "opportunity" && number === 103;
        const seen =
          eyes[noun].includes(number) || (bin && (reach === "company" || eyes.opportunity.includes(4)));
        expect(answer.statusCode, `${noun} ${number}`).toBe(seen ? 200 : 404);
        if (!seen) expect(withoutId(answer.body, number)).toBe(withoutId(missing.body, 9999));
      }
    },
  );

  test("adds up in figures what it sees in lists", async () => {
    const pipeline = await read(caller, "/api/pipeline?by=stage");
    const seen = opportunities.filter(({ number }) => eyes.opportunity.includes(number));
    expect(pipeline.total).toMatchObject({ count: seen.length });
    const behind = await read(caller, "/api/pipeline/records?limit=200");
    expect(idsIn(behind.rows)).toEqual(idsOf("opportunity", eyes.opportunity));
  });

  test("searches among what it sees", async () => {
    const { items } = await read(caller, "/api/search?query=opportunity&limit=50");
    const found = items.filter(({ noun }: { noun: string }) => noun === "opportunity");
    expect(idsIn(found)).toEqual(idsOf("opportunity", eyes.opportunity));
  });

  test("reads the history of what it sees, and of nothing else", async () => {
    for (const { number } of opportunities.filter(({ removed }) => !removed)) {
      const answer = await server.call(
        caller,
        "GET",
        `/api/history/opportunity/${idOf("opportunity", number)}`,
      );
      expect(answer.statusCode, String(number)).toBe(eyes.opportunity.includes(number) ? 200 : 404);
    }
  });

  test("sees the targets of those whom it reaches", async () => {
    const { items } = await read(caller, "/api/targets");
    expect(idsIn(items)).toEqual(idsOf("target", eyes.target));
  });
});

test("everybody knows who works here", async () => {
  const { people: placed } = await read({ role: "rep", who: "r1" }, "/api/organization");
  expect(placed).toHaveLength(people.length - 1);
});

import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { startingAccessRoles } from "#base/platform";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { type SeatedCaller, seatedCaller } from "../../../test/seated.ts";
import * as organization from "../organization/contract.ts";
import { organizationRoutes } from "../organization/routes.ts";
import { roleRoutes } from "../roles/routes.ts";
import * as contract from "./contract.ts";
import { candidateRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const routes = [...organizationRoutes, ...roleRoutes, ...candidateRoutes];
const refused = (status: number, more: object = {}) => ({ problem: { status, ...more } });
const roleKey = "director-sales-operations";
const asked = ["technical.1", "duties.1"];
const person = {
  roleKey,
  requirements: asked,
  name: "Ada Quist",
  email: "ada@quist.example",
  notes: "By referral",
};
let desk: Client;
let daniel: SeatedCaller;
let priya: SeatedCaller;

beforeAll(async () => {
  desk = await signedInClient(routes, { clock });
  const seat = async (name: string, role: string) => {
    const { id } = await desk.call(organization.createPerson, { body: { name } });
    return seatedCaller(desk, routes, { role, name, personId: id });
  };
  daniel = await seat("Daniel", "director");
  priya = await seat("Priya", "vp");
});
afterAll(async () => {
  await daniel.close();
  await priya.close();
  await desk.close();
});

type Caller = Pick<SeatedCaller, "call">;
const add = async (more: object = {}) =>
  (await desk.call(contract.addCandidate, { body: { ...person, ...more } })).id;
const fill = (who: Caller, id: string, scores: contract.ScoreOut[]) =>
  who.call(contract.fillSheet, { params: { id }, body: { scores } });
const handIn = (who: Caller, id: string) => who.call(contract.handInSheet, { params: { id } });
const see = (who: Caller, id: string) => who.call(contract.getCandidate, { params: { id } });
const close = (who: Caller, id: string) => who.call(contract.closeScoring, { params: { id } });
const decide = (who: Caller, id: string, reason: string) =>
  who.call(contract.decideOnCandidate, { params: { id }, body: { outcome: "offer", reason } });
const purge = async (who: Caller, id: string) =>
  who.call(contract.purgeCandidate, { params: { id }, ifMatch: (await see(desk, id)).version });
const scored = (level: 0 | 1 | 2 | 3, evidence: string): contract.ScoreOut[] => [
  { requirement: "technical.1", level, evidence },
];

describe("a candidate", () => {
  test("is added for a role with its requirements as the sheet, and changed as of a version", async () => {
    const id = await add();
    const before = await see(desk, id);
    expect(before).toMatchObject({
      ...{ version: 1, name: "Ada Quist", email: "ada@quist.example", notes: "By referral" },
      ...{ stage: "interviewing", handedIn: 0, begun: 0, ownSheet: "none", keepUntil: null, due: false },
      addedOn: "2026-03-10",
      requirements: [
        { key: "technical.1", section: "Technical skills", text: "CRM and tools of sales" },
        { key: "duties.1", section: "Duties" },
      ],
    });
    const body = { name: "Ada Quist-Holm", notes: "", keepUntil: "2026-12-31" };
    const { version } = await desk.call(contract.changeCandidate, { params: { id }, ifMatch: 1, body });
    expect(await see(desk, id)).toMatchObject({
      ...{ version, name: "Ada Quist-Holm", notes: null, keepUntil: "2026-12-31", email: before.email },
    });
    await expect(
      desk.call(contract.changeCandidate, { params: { id }, ifMatch: 1, body: { name: "X" } }),
    ).rejects.toMatchObject(refused(412, { currentVersion: 2 }));
  });

  test("has every requirement of the role where nobody chooses", async () => {
    const { requirements: _, ...all } = person;
    const { id } = await desk.call(contract.addCandidate, { body: all });
    const sections = (await see(desk, id)).requirements.map(({ section }) => section);
    expect([...new Set(sections)]).toEqual([
      ...["Experience", "Education", "Technical skills", "Soft skills", "Duties"],
    ]);
  });

  test.each([
    ["a role that is not there", { roleKey: "deal-desk" }, 404, null],
    ["a requirement that the role has not", { requirements: ["duties.99"] }, 422, "requirements"],
    ["no name", { name: " " }, 400, "name"],
  ])("with %s is refused", async (_, more, status, field) => {
    await expect(add(more)).rejects.toMatchObject(
      refused(status, field === null ? {} : { fields: [{ field }] }),
    );
  });

  test("belongs to its workspace", async () => {
    const id = await add();
    const workspaceId = await foundTestWorkspace(desk.database, clock, "Other");
    const elsewhere = { params: { id }, workspaceId };
    await expect(desk.call(contract.getCandidate, elsewhere)).rejects.toMatchObject(refused(404));
    await expect(desk.call(contract.closeScoring, elsewhere)).rejects.toMatchObject(refused(404));
    await expect(desk.call(contract.purgeCandidate, { ...elsewhere, ifMatch: 1 })).rejects.toMatchObject(
      refused(404),
    );
    expect((await desk.call(contract.getCandidates, { workspaceId })).items).toEqual([]);
  });
});

describe("interviewers", () => {
  test("are blind to each other until they have handed in their own sheet", async () => {
    const id = await add();
    await fill(daniel, id, scored(3, "Rebuilt the stages of our CRM"));
    expect((await see(priya, id)).sheets).toEqual([
      { interviewer: "Daniel", own: false, handedInAt: null, scores: null },
    ]);
    await handIn(daniel, id);
    await fill(priya, id, scored(1, "Knows it from the outside"));
    const blind = await see(priya, id);
    expect(blind.hidden).toMatch("once you have handed in your own sheet");
    expect(blind.agreement).toBeNull();
    expect(blind.sheets.map(({ interviewer, scores }) => [interviewer, scores?.length ?? null])).toEqual([
      ["Daniel", null],
      ["Priya", 1],
    ]);
    // Daniel has handed in, and still does not see a draft.
    expect((await see(daniel, id)).sheets[1]).toMatchObject({ interviewer: "Priya", scores: null });
    await handIn(priya, id);
    const seen = await see(priya, id);
    expect(seen.hidden).toBeNull();
    expect(seen.sheets.flatMap(({ scores }) => scores?.map(({ evidence }) => evidence))).toEqual([
      ...["Rebuilt the stages of our CRM", "Knows it from the outside"],
    ]);
    expect(seen.agreement).toMatchObject([
      { requirement: "technical.1", n: 2, low: 1, high: 3, spread: 2, pairs: 1, agreeing: 0, share: 0 },
      { requirement: "duties.1", n: 0, share: null, reason: "Nobody has scored it; agreement needs two." },
    ]);
    // The owner has no sheet of their own and sees none.
    expect((await see(desk, id)).sheets.map(({ scores }) => scores)).toEqual([null, null]);
    expect(
      JSON.stringify(await desk.call(contract.compareCandidates, { params: { key: roleKey } })),
    ).not.toContain("Rebuilt the stages");
  });

  test("cannot change a sheet that was handed in, nor score once scoring has ended", async () => {
    const id = await add();
    await expect(handIn(daniel, id)).rejects.toMatchObject(refused(404));
    await expect(close(desk, id)).rejects.toMatchObject(refused(422));
    await fill(daniel, id, scored(2, "Did it twice"));
    await handIn(daniel, id);
    await expect(fill(daniel, id, scored(0, "On reflection"))).rejects.toMatchObject(
      refused(422, { detail: expect.stringContaining("it stays as it is") }),
    );
    await close(desk, id);
    await expect(fill(priya, id, scored(0, "Late"))).rejects.toMatchObject(
      refused(422, { detail: "Scoring has ended for this candidate." }),
    );
    // From then on whoever may read candidates sees what was handed in.
    expect((await see(desk, id)).sheets).toMatchObject([{ scores: [{ evidence: "Did it twice" }] }]);
  });

  test("give evidence with every level, at requirements of the role", async () => {
    const id = await add();
    await fill(daniel, id, scored(2, ""));
    await expect(handIn(daniel, id)).rejects.toMatchObject(
      refused(422, { fields: [{ field: "technical.1" }] }),
    );
    await expect(
      fill(daniel, id, [{ requirement: "soft.1", level: 1, evidence: "Spoke well" }]),
    ).rejects.toMatchObject(refused(422, { fields: [{ field: "scores" }] }));
    await expect(fill(daniel, id, [...scored(1, "a"), ...scored(2, "b")])).rejects.toMatchObject(
      refused(422),
    );
    await fill(daniel, id, []);
    await expect(handIn(daniel, id)).rejects.toMatchObject(refused(422, { fields: [{ field: "scores" }] }));
    await expect(
      fill(daniel, id, [{ requirement: "technical.1", level: 4 as never, evidence: "Beyond" }]),
    ).rejects.toMatchObject(refused(400));
  });

  const steps = fc.array(
    fc.record({ who: fc.nat(2), what: fc.constantFrom("fill", "fill", "hand in", "close") }),
    { maxLength: 9 },
  );
  test("see, whatever happens, their own words, and those of others only once they may", async () => {
    const callers: readonly Caller[] = [desk, daniel, priya];
    await fc.assert(
      fc.asyncProperty(steps, async (happened) => {
        const id = await add();
        const state = callers.map(() => ({ filled: false, handedIn: false }));
        let ended = false;
        for (const { who, what } of happened) {
          const [caller, own] = [callers[who] ?? desk, state[who]];
          if (own === undefined) continue;
          const may = !own.handedIn && !ended;
          const words = `evidence of ${who}`;
          if (what === "fill" && may)
            await fill(caller, id, scored(2, words)).then(() => (own.filled = true));
          if (what === "hand in" && may && own.filled)
            await handIn(caller, id).then(() => (own.handedIn = true));
          if (what === "close" && !ended && state.some(({ handedIn }) => handedIn))
            await close(caller, id).then(() => (ended = true));
        }
        for (const [asker, caller] of callers.entries()) {
          const text = JSON.stringify([
            await see(caller, id),
            (await caller.call(contract.compareCandidates, { params: { key: roleKey } })).rows
              .flatMap(({ cells }) => cells)
              .filter((cell) => cell?.candidateId === id),
          ]);
          for (const [other, { filled, handedIn }] of state.entries()) {
            const may = ended || state[asker]?.handedIn === true;
            const shown = other === asker ? filled : handedIn && may;
            expect(text.includes(`evidence of ${other}`), `${asker} of ${other}`).toBe(shown);
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe("candidates for a role", () => {
  test("stand side by side with the evidence behind each level, and without a number over all", async () => {
    const key = "sales-manager";
    const first = await add({ roleKey: key, requirements: ["duties.1", "duties.3"], name: "First" });
    const second = await add({ roleKey: key, requirements: ["duties.1"], name: "Second" });
    const duty = (level: 0 | 3, evidence: string) => [{ requirement: "duties.1", level, evidence } as const];
    await fill(daniel, first, duty(3, "Showed us last quarter's"));
    await handIn(daniel, first);
    await fill(daniel, second, duty(0, "Had not seen a pipeline"));
    const { candidates, rows, roleName } = await daniel.call(contract.compareCandidates, { params: { key } });
    expect(roleName).toBe("Sales manager");
    expect(candidates.map(({ id, hidden }) => [id, hidden === null]).toSorted()).toEqual(
      [
        [first, true],
        [second, false],
      ].toSorted(),
    );
    const cellOf = (row: number, id: string) => rows[row]?.cells.find((cell) => cell?.candidateId === id);
    expect(rows.map(({ text }) => text)).toEqual([
      "Goes through the team's pipeline, opportunity by opportunity",
      "Coaches sellers",
    ]);
    expect(cellOf(0, first)?.scores).toEqual([
      { interviewer: "Daniel", level: 3, evidence: "Showed us last quarter's" },
    ]);
    expect(cellOf(0, second)?.scores).toBeNull();
    expect(cellOf(1, second)).toBeUndefined();
    await expect(
      desk.call(contract.compareCandidates, { params: { key: "crm-administrator" } }),
    ).rejects.toMatchObject(refused(404));
  });
});

describe("a decision", () => {
  test("says who, when and why, ends scoring, and sets the day until which what is personal is kept", async () => {
    const id = await add();
    await decide(priya, id, "Has done it twice");
    expect(await see(desk, id)).toMatchObject({
      ...{ stage: "decided", outcome: "offer", keepUntil: "2026-09-06", due: false },
      noScoring: "Scoring has ended for this candidate.",
      decisions: [
        {
          outcome: "offer",
          decidedBy: "Priya",
          decidedAt: "2026-03-10T15:00:00Z",
          reason: "Has done it twice",
        },
      ],
    });
    await expect(decide(priya, id, " ")).rejects.toMatchObject(
      refused(400, { fields: [{ field: "reason" }] }),
    );
  });

  test("leaves a day that somebody has set, and a candidate whose day has come is due", async () => {
    const id = await add();
    const body = { keepUntil: "2026-03-10" };
    await desk.call(contract.changeCandidate, { params: { id }, ifMatch: 1, body });
    await decide(priya, id, "Not now");
    const { items } = await desk.call(contract.getCandidates, {});
    expect(items.filter(({ due }) => due).map((one) => one.id)).toEqual([id]);
    await purge(desk, id);
    expect((await desk.call(contract.getCandidates, {})).items.filter(({ due }) => due)).toEqual([]);
  });
});

describe("removing what is personal", () => {
  const canary = "Wilhelmina-Canary-8431";

  /** Tables that hold a text anywhere, in any column of any type. */
  async function tablesWith(text: string): Promise<string[]> {
    const { db } = desk.database;
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      db,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.raw(name)} as t where strpos(t::text, ${text}) > 0`.execute(db);
      if (rows[0]?.n !== 0) found.push(name);
    }
    expect(tables.rows.length).toBeGreaterThan(30);
    return found.toSorted();
  }

  test("leaves no word of it in any table, history and kept answers included, and a stub with counts", async () => {
    const id = await add({ name: canary, email: `${canary}@quist.example`, notes: `${canary} by referral` });
    const change = { name: `${canary} II`, notes: `${canary} called back` };
    await desk.call(contract.changeCandidate, { params: { id }, ifMatch: 1, body: change });
    await fill(daniel, id, scored(3, `${canary} rebuilt it`));
    await handIn(daniel, id);
    await fill(priya, id, scored(1, `${canary} in a draft`));
    await decide(priya, id, `${canary} was best`);
    expect(await tablesWith(canary)).toEqual(["people.candidate_words", "people.score"]);
    await purge(priya, id);
    expect(await tablesWith(canary)).toEqual([]);
    const left = await see(desk, id);
    expect(left).toMatchObject({
      ...{ name: null, email: null, notes: null, stage: "removed", outcome: "offer", agreement: null },
      removed: { at: "2026-03-10T15:00:00Z", by: "Priya", sheets: 2, scores: 2 },
      decisions: [{ reason: null, decidedBy: "Priya" }],
    });
    expect(left.sheets.map(({ scores }) => scores)).toEqual([null, null]);
  });

  test("is done once, as of a version, and nothing can be said of the candidate afterwards", async () => {
    const id = await add();
    await expect(desk.call(contract.purgeCandidate, { params: { id }, ifMatch: 7 })).rejects.toMatchObject(
      refused(412),
    );
    await purge(desk, id);
    const { version } = await see(desk, id);
    const again = { params: { id }, ifMatch: version };
    for (const late of [
      () => desk.call(contract.purgeCandidate, again),
      () => desk.call(contract.changeCandidate, { ...again, body: { name: "Ada" } }),
      () => fill(daniel, id, scored(1, "Late")),
      () => close(desk, id),
      () => decide(desk, id, "Late"),
    ])
      await expect(late()).rejects.toMatchObject(
        refused(422, { detail: expect.stringContaining("was removed") }),
      );
  });
});

describe("who may see candidates", () => {
  const may = (right: string) =>
    startingAccessRoles.filter(({ rights }) => rights.some((one) => one === right)).map(({ key }) => key);

  test.each(startingAccessRoles.map(({ key }) => [key] as const))(
    "the role %s gets what its rights say",
    async (role) => {
      const id = await add();
      const seat = await seatedCaller(desk, routes, { role });
      const denied = refused(403, { detail: expect.stringContaining('the right "candidates.') });
      const reads = seat.call(contract.getCandidates, {});
      if (may("candidates.read").includes(role)) await reads;
      else await expect(reads).rejects.toMatchObject(denied);
      const writes = fill(seat, id, scored(1, "Heard of it"));
      if (may("candidates.write").includes(role)) await writes;
      else await expect(writes).rejects.toMatchObject(denied);
      await seat.close();
    },
  );

  test("is owner, VP and director in full; executives and auditors read", () => {
    expect(may("candidates.write")).toEqual(["owner", "vp", "director"]);
    expect(may("candidates.read")).toEqual(["owner", "executive", "vp", "director", "auditor"]);
  });
});

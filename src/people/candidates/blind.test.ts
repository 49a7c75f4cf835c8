import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ada, type Caller, type HiringDesk, openHiringDesk, refused, scored } from "../../../test/hiring.ts";
import * as contract from "./contract.ts";

let house: HiringDesk;
beforeAll(async () => {
  house = await openHiringDesk();
});
afterAll(() => house.leave());

describe("interviewers", () => {
  test("are blind to each other until they have handed in their own sheet", async () => {
    const { desk, daniel, priya, add, fill, handIn, see } = house;
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
      JSON.stringify(await desk.call(contract.compareCandidates, { params: { key: ada.roleKey } })),
    ).not.toContain("Rebuilt the stages");
  });

  test("cannot change a sheet that was handed in, nor score once scoring has ended", async () => {
    const { desk, daniel, priya, add, fill, handIn, see, close } = house;
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
    const { daniel, add, fill, handIn } = house;
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
    const { desk, daniel, priya, add, fill, handIn, see, close } = house;
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
            (await caller.call(contract.compareCandidates, { params: { key: ada.roleKey } })).rows
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

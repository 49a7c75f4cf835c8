/** A desk that hires, for tests: an owner, a director and a VP, and what they do about candidates. */
import { fixedClock } from "#base/kernel";
import { candidateRoutes, organizationRoutes, roleRoutes } from "#people";
import * as contract from "#people/contract";
import { signedInClient } from "./client.ts";
import { type SeatedCaller, seatedCaller } from "./seated.ts";

export type Caller = Pick<SeatedCaller, "call">;
export const hiringRoutes = [...organizationRoutes, ...roleRoutes, ...candidateRoutes];
export const refused = (status: number, more: object = {}) => ({ problem: { status, ...more } });

/** A candidate for the Director, of whom two requirements are scored. */
export const ada = {
  roleKey: "director-sales-operations",
  requirements: ["technical.1", "duties.1"],
  name: "Ada Quist",
  email: "ada@quist.example",
  notes: "By referral",
};

/** One score of a sheet. */
export const scored = (level: 0 | 1 | 2 | 3, evidence: string): contract.ScoreOut[] => [
  { requirement: "technical.1", level, evidence },
];

/** The desk on 10 March 2026; `desk` is the owner's own client. */
export async function openHiringDesk() {
  const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
  const desk = await signedInClient(hiringRoutes, { clock });
  const seat = async (name: string, role: string) => {
    const { id } = await desk.call(contract.createPerson, { body: { name } });
    return seatedCaller(desk, hiringRoutes, { role, name, personId: id });
  };
  const [daniel, priya] = [await seat("Daniel", "director"), await seat("Priya", "vp")];
  const see = (who: Caller, id: string) => who.call(contract.getCandidate, { params: { id } });
  return {
    ...{ clock, desk, daniel, priya, see },
    add: async (more: object = {}) =>
      (await desk.call(contract.addCandidate, { body: { ...ada, ...more } })).id,
    fill: (who: Caller, id: string, scores: contract.ScoreOut[]) =>
      who.call(contract.fillSheet, { params: { id }, body: { scores } }),
    handIn: (who: Caller, id: string) => who.call(contract.handInSheet, { params: { id } }),
    close: (who: Caller, id: string) => who.call(contract.closeScoring, { params: { id } }),
    decide: (who: Caller, id: string, reason: string) =>
      who.call(contract.decideOnCandidate, { params: { id }, body: { outcome: "offer", reason } }),
    purge: async (who: Caller, id: string) =>
      who.call(contract.purgeCandidate, { params: { id }, ifMatch: (await see(desk, id)).version }),
    async leave() {
      await daniel.close();
      await priya.close();
      await desk.close();
    },
  };
}
export type HiringDesk = Awaited<ReturnType<typeof openHiringDesk>>;

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { seatedCaller } from "../../../test/seated.ts";
import { createPerson } from "../organization/contract.ts";
import { organizationRoutes } from "../organization/routes.ts";
import * as contract from "./contract.ts";
import { careerRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
const routes = [...organizationRoutes, ...careerRoutes];
const refused = (status: number, more: object = {}) => ({ problem: { status, ...more } });
const params = { key: "leading" };
let desk: Client;
let daniel: { id: string };

beforeAll(async () => {
  desk = await signedInClient(routes, { clock });
  daniel = await desk.call(createPerson, { body: { name: "Daniel" } });
});
afterAll(() => desk.close());

const shown = (competence: string, level: string, more: object = {}) => ({
  ...{ personId: daniel.id, competence, level, evidence: `Did ${competence}`, seenOn: "2026-02-01" },
  ...more,
});
const record = (body: ReturnType<typeof shown>) => desk.call(contract.recordEvidence, { params, body });

describe("a career", () => {
  test("is what was seen, and says what is missing for the next level", async () => {
    for (const competence of ["planning", "analytics", "systems", "pay", "leadership"])
      await record(shown(competence, "director"));
    const higher = await record(shown("planning", "vp", { seenOn: "2026-03-01" }));
    expect(higher).toMatchObject({ version: 1, statedBy: "Owner", seenOn: "2026-03-01" });
    const { items } = await desk.call(contract.getLadderStandings, { params });
    expect(items).toMatchObject([
      {
        person: { name: "Daniel" },
        reached: { key: "director" },
        next: { key: "vp" },
        sentence:
          "Daniel has shown all that Director of Sales Operations asks for, and 1 of 5 competences that VP of Sales Operations asks for.",
        best: [
          { competence: "planning", level: "vp" },
          { competence: "analytics", level: "director" },
          { competence: "systems", level: "director" },
          { competence: "pay", level: "director" },
          { competence: "leadership", level: "director" },
        ],
      },
    ]);
    expect(items[0]?.missing).toHaveLength(4);
    expect(items[0]?.records).toHaveLength(6);
    const own = await desk.call(contract.getCareer, { params: { id: daniel.id } });
    expect(own.items).toEqual(items);
    await desk.call(contract.takeEvidenceBack, { params: { id: higher.id }, ifMatch: 1 });
    const after = await desk.call(contract.getLadderStandings, { params });
    expect(after.items[0]?.missing).toHaveLength(5);
  });

  test.each([
    ["a competence that the ladder has not", { competence: "juggling" }, 422, "competence"],
    ["a level that the ladder has not", { level: "analyst" }, 422, "level"],
    ["no evidence", { evidence: " " }, 400, "evidence"],
    ["nobody", { personId: crypto.randomUUID() }, 422, "personId"],
  ])("with %s is refused", async (_, more, status, field) => {
    await expect(record(shown("planning", "vp", more))).rejects.toMatchObject(
      refused(status, { fields: [{ field }] }),
    );
  });

  test("is refused on a ladder that is not there, as of a stale version, and in another workspace", async () => {
    const nowhere = { key: "climbing" };
    await expect(desk.call(contract.getLadderStandings, { params: nowhere })).rejects.toMatchObject(
      refused(404),
    );
    const { id } = await record(shown("systems", "vp"));
    await expect(desk.call(contract.takeEvidenceBack, { params: { id }, ifMatch: 9 })).rejects.toMatchObject(
      refused(412),
    );
    const workspaceId = await foundTestWorkspace(desk.database, clock, "Other");
    await expect(
      desk.call(contract.takeEvidenceBack, { params: { id }, ifMatch: 1, workspaceId }),
    ).rejects.toMatchObject(refused(404));
    expect((await desk.call(contract.getLadderStandings, { params, workspaceId })).items).toEqual([]);
  });
});

describe("who may see a career", () => {
  test("everybody sees the ladders and their own, and only who hires sees those of others", async () => {
    const rep = await seatedCaller(desk, routes, { role: "rep", personId: daniel.id });
    const leila = await desk.call(createPerson, { body: { name: "Leila" } });
    const other = await seatedCaller(desk, routes, { role: "rep", personId: leila.id });
    expect((await rep.call(contract.getLadders, {})).items).toHaveLength(3);
    expect((await rep.call(contract.getOwnCareer, {})).items[0]?.person.name).toBe("Daniel");
    expect((await other.call(contract.getOwnCareer, {})).items).toEqual([]);
    expect((await desk.call(contract.getOwnCareer, {})).items).toEqual([]);
    const denied = refused(403);
    await expect(other.call(contract.getCareer, { params: { id: daniel.id } })).rejects.toMatchObject(denied);
    await expect(other.call(contract.getLadderStandings, { params })).rejects.toMatchObject(denied);
    const body = shown("planning", "cro");
    await expect(rep.call(contract.recordEvidence, { params, body })).rejects.toMatchObject(denied);
    const auditor = await seatedCaller(desk, routes, { role: "auditor" });
    await auditor.call(contract.getLadderStandings, { params });
    await expect(auditor.call(contract.recordEvidence, { params, body })).rejects.toMatchObject(denied);
    for (const seat of [rep, other, auditor]) await seat.close();
  });
});

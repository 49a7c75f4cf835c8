import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startingAccessRoles } from "#base/platform";
import { foundTestWorkspace } from "../../../test/client.ts";
import {
  ada,
  type HiringDesk,
  openHiringDesk,
  refused,
  hiringRoutes as routes,
  scored,
} from "../../../test/hiring.ts";
import { seatedCaller } from "../../../test/seated.ts";
import * as contract from "./contract.ts";

let house: HiringDesk;
beforeAll(async () => {
  house = await openHiringDesk();
});
afterAll(() => house.leave());

describe("a candidate", () => {
  test("is added for a role with its requirements as the sheet, and changed as of a version", async () => {
    const { desk, add, see } = house;
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
    const { desk, see } = house;
    const { requirements: _, ...all } = ada;
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
    const { add } = house;
    await expect(add(more)).rejects.toMatchObject(
      refused(status, field === null ? {} : { fields: [{ field }] }),
    );
  });

  test("belongs to its workspace", async () => {
    const { desk, add, clock } = house;
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

describe("candidates for a role", () => {
  test("stand side by side with the evidence behind each level, and without a number over all", async () => {
    const { desk, daniel, add, fill, handIn } = house;
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
    const none = await desk.call(contract.compareCandidates, { params: { key: "crm-administrator" } });
    expect(none).toEqual({ roleName: "CRM administrator", candidates: [], rows: [] });
    await expect(
      desk.call(contract.compareCandidates, { params: { key: "deal-desk" } }),
    ).rejects.toMatchObject(refused(404));
  });
});

describe("a decision", () => {
  test("says who, when and why, ends scoring, and sets the day until which what is personal is kept", async () => {
    const { desk, priya, add, see, decide } = house;
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
    const { desk, priya, add, decide, purge } = house;
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

describe("who may see candidates", () => {
  const may = (right: string) =>
    startingAccessRoles.filter(({ rights }) => rights.some((one) => one === right)).map(({ key }) => key);

  test.each(startingAccessRoles.map(({ key }) => [key] as const))(
    "the role %s gets what its rights say",
    async (role) => {
      const { desk, add, fill } = house;
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

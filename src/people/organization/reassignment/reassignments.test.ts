import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../../test/client.ts";
import * as organization from "../contract.ts";
import { organizationRoutes } from "../routes.ts";
import * as contract from "./contract.ts";
import { reassignmentRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;
let workspaceId: string;
/** Vera leads Tom and Mia; Tom leads Ines and Jon. Tom, Ines and Jon are in North, Mia is in South. */
let ids: Record<string, string>;
let teams: Record<string, string>;

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...reassignmentRoutes], { clock });
});
afterAll(() => desk.close());

beforeEach(async () => {
  workspaceId = await foundTestWorkspace(desk.database, clock, "Brightwater");
  ids = {};
  teams = {};
  for (const name of ["Vera", "Tom", "Mia", "Ines", "Jon"]) {
    ids[name] = (await desk.call(organization.createPerson, { body: { name }, workspaceId })).id;
  }
  for (const name of ["North", "South"]) {
    teams[name] = (await desk.call(organization.createTeam, { body: { name }, workspaceId })).id;
  }
  const lines = [
    ["Tom", "Vera"],
    ["Mia", "Vera"],
    ["Ines", "Tom"],
    ["Jon", "Tom"],
  ] as const;
  for (const [person, manager] of lines) {
    const body = { managerId: id(manager), startsOn: null };
    await desk.call(organization.assignManager, { params: { id: id(person) }, body, workspaceId });
  }
  for (const person of ["Tom", "Ines", "Jon"]) await inTeam(person, "North");
  await inTeam("Mia", "South");
});

const id = (name: string) => ids[name] ?? "";
const inTeam = (person: string, team: string) =>
  desk.call(organization.assignTeam, {
    params: { id: id(person) },
    body: { teamId: teams[team] ?? "", startsOn: null },
    workspaceId,
  });
const move = (people: readonly string[], manager: string | null, startsOn: string, team?: object) =>
  desk.call(contract.reassign, {
    body: {
      personIds: people.map(id),
      managerId: manager === null ? null : id(manager),
      startsOn,
      ...(team as object),
    },
    workspaceId,
  });
const leave = (person: string, leftOn: string, manager: string | null = null) =>
  desk.call(contract.leave, {
    params: { id: id(person) },
    body: { leftOn, managerId: manager === null ? null : id(manager) },
    workspaceId,
  });
const undo = (reassignment: string) =>
  desk.call(contract.undoReassignment, { params: { id: reassignment }, workspaceId });
/** "Ines: Tom, North" for everybody of a day. */
const placed = async (asOf: string) => {
  const { people } = await desk.call(organization.getOrganization, { query: { asOf }, workspaceId });
  return people.map((one) => `${one.name}: ${one.manager?.name ?? "–"}, ${one.team?.name ?? "–"}`);
};
const before = ["Ines: Tom, North", "Jon: Tom, North", "Mia: Vera, South", "Tom: Vera, North", "Vera: –, –"];

describe("moving people", () => {
  test("moves several at once from a day on; the day before stays as it was", async () => {
    const done = await move(["Ines", "Jon"], "Mia", "2026-04-01");
    expect(done).toMatchObject({
      kind: "move",
      manager: { name: "Mia" },
      teams: 0,
      undoneAt: null,
      stays: null,
    });
    expect(done.people.map(({ name }) => name)).toEqual(["Ines", "Jon"]);
    expect(await placed("2026-03-31")).toEqual(before);
    expect((await placed("2026-04-01")).slice(0, 2)).toEqual(["Ines: Mia, North", "Jon: Mia, North"]);
  });

  test("takes the team along for everybody below where that is wanted", async () => {
    const done = await move(["Tom"], "Mia", "2026-04-01", { team: { id: teams.South, of: "all" } });
    expect(done.teams).toBe(3);
    expect(await placed("2026-04-01")).toEqual([
      "Ines: Tom, South",
      "Jon: Tom, South",
      "Mia: Vera, South",
      "Tom: Mia, South",
      "Vera: –, –",
    ]);
  });

  test("moves all or none: with one who cannot be moved nobody is", async () => {
    await expect(move(["Ines", "Vera"], "Mia", "2026-04-01")).rejects.toMatchObject({
      problem: {
        status: 422,
        detail: "Mia reports to Vera, directly or through others, from 2026-04-01.",
        fields: [{ field: "managerId" }],
      },
    });
    expect(await placed("2026-04-01")).toEqual(before);
  });

  test("refuses a day before a planned change, by the field of the day", async () => {
    await move(["Ines"], "Mia", "2026-06-01");
    await expect(move(["Ines"], "Vera", "2026-05-01")).rejects.toMatchObject({
      problem: {
        detail: "Ines has another manager planned from 2026-06-01: choose that day or a later one.",
        fields: [{ field: "startsOn" }],
      },
    });
  });

  test("refuses a team, a manager and people of another workspace", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other");
    const stranger = await desk.call(organization.createPerson, {
      body: { name: "Zed" },
      workspaceId: other,
    });
    const foreign = await desk.call(organization.createTeam, { body: { name: "East" }, workspaceId: other });
    ids.Zed = stranger.id;
    const field = (name: string) => ({ problem: { status: 422, fields: [{ field: name }] } });
    await expect(move(["Zed"], "Mia", "2026-04-01")).rejects.toMatchObject(field("personIds"));
    await expect(move(["Ines"], "Zed", "2026-04-01")).rejects.toMatchObject(field("managerId"));
    await expect(
      move(["Ines"], "Mia", "2026-04-01", { team: { id: foreign.id, of: "moved" } }),
    ).rejects.toMatchObject(field("team"));
    const { id: made } = await move(["Ines"], "Mia", "2026-04-01");
    await expect(
      desk.call(contract.undoReassignment, { params: { id: made }, workspaceId: other }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
    expect((await desk.call(contract.getReassignments, { workspaceId: other })).items).toEqual([]);
  });

  test("two moves at once that together would close a circle: one of them is refused", async () => {
    await move(["Mia"], null, "2026-04-01");
    const both = await Promise.allSettled([
      move(["Mia"], "Tom", "2026-04-01"),
      move(["Tom"], "Mia", "2026-04-01"),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("taking it back", () => {
  test("restores managers and teams as they were, and is said among the last", async () => {
    const made = await move(["Ines", "Jon"], "Mia", "2026-04-01", { team: { id: teams.South, of: "moved" } });
    const undone = await undo(made.id);
    expect(undone.undoneAt).toBe("2026-03-10T15:00:00Z");
    expect(await placed("2026-04-01")).toEqual(before);
    const ines = await desk.call(organization.getPerson, { params: { id: id("Ines") }, workspaceId });
    expect(ines.managers.map((line) => [line.manager.name, line.startsOn, line.endsOn])).toEqual([
      ["Tom", null, null],
    ]);
    const { items } = await desk.call(contract.getReassignments, { workspaceId });
    expect(items.map((one) => one.stays)).toEqual(["This was taken back already."]);
    await expect(undo(made.id)).rejects.toMatchObject({
      problem: { detail: "This was taken back already." },
    });
  });

  test("restores also a line whose whole days the move took", async () => {
    await move(["Ines"], "Vera", "2026-04-01");
    const second = await move(["Ines"], "Mia", "2026-04-01");
    expect((await placed("2026-04-01"))[0]).toBe("Ines: Mia, North");
    await undo(second.id);
    expect((await placed("2026-04-01"))[0]).toBe("Ines: Vera, North");
  });

  test("is refused while something came after it, and possible again once that is taken back", async () => {
    const first = await move(["Ines"], "Mia", "2026-04-01");
    const second = await move(["Ines"], "Vera", "2026-05-01");
    await expect(undo(first.id)).rejects.toMatchObject({
      problem: { status: 422, detail: "Ines got another manager since: take that back first." },
    });
    await undo(second.id);
    await undo(first.id);
    expect(await placed("2026-05-01")).toEqual(before);
  });
});

describe("somebody who leaves", () => {
  test("is there on their last day and gone on the next, and their reports go to whoever takes over", async () => {
    const done = await leave("Tom", "2026-03-31", "Mia");
    expect(done).toMatchObject({ kind: "leave", leaver: { name: "Tom" }, startsOn: "2026-04-01", teams: 0 });
    expect(done.people.map(({ name }) => name)).toEqual(["Ines", "Jon"]);
    expect(await placed("2026-03-31")).toEqual(before);
    expect(await placed("2026-04-01")).toEqual([
      "Ines: Mia, North",
      "Jon: Mia, North",
      "Mia: Vera, South",
      "Vera: –, –",
    ]);
    const tom = await desk.call(organization.getPerson, { params: { id: id("Tom") }, workspaceId });
    expect(tom.leftOn).toBe("2026-03-31");
    expect(tom.managers.map(({ endsOn }) => endsOn)).toEqual(["2026-04-01"]);
    expect(tom.teams.map(({ endsOn }) => endsOn)).toEqual(["2026-04-01"]);
  });

  test("stays after all when that is taken back, with everybody who reported to them", async () => {
    const { id: made } = await leave("Tom", "2026-03-31", "Ines");
    expect((await placed("2026-04-01")).slice(0, 2)).toEqual(["Ines: Vera, North", "Jon: Ines, North"]);
    await undo(made);
    expect(await placed("2026-04-01")).toEqual(before);
  });

  test("leaves once: another day is refused", async () => {
    await leave("Tom", "2026-03-31");
    await expect(leave("Tom", "2026-04-30")).rejects.toMatchObject({
      problem: { status: 422, detail: "Tom already leaves on 2026-03-31.", fields: [{ field: "leftOn" }] },
    });
    expect((await placed("2026-04-01")).slice(0, 2)).toEqual(["Ines: Tom, North", "Jon: Tom, North"]);
  });

  test("is not taken back once the day was changed on their page", async () => {
    const { id: made } = await leave("Tom", "2026-03-31");
    const { version } = await desk.call(organization.getPerson, { params: { id: id("Tom") }, workspaceId });
    const change = {
      params: { id: id("Tom") },
      body: { leftOn: "2026-04-15" },
      ifMatch: version,
      workspaceId,
    };
    await desk.call(organization.changePerson, change);
    await expect(undo(made)).rejects.toMatchObject({
      problem: { detail: "The day on which Tom leaves was changed since." },
    });
  });
});

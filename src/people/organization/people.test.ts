import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixedClock, newId } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import * as contract from "./contract.ts";
import { organizationRoutes } from "./routes.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient(organizationRoutes, { clock });
});
afterAll(() => desk.close());

const person = (name: string, more: object = {}) =>
  desk.call(contract.createPerson, { body: { name, ...more } });
const reportsTo = (personId: string, managerId: string | null, startsOn: string | null) =>
  desk.call(contract.assignManager, { params: { id: personId }, body: { managerId, startsOn } });

describe("people", () => {
  test("a person is added, changed as of the version that was seen, and found by part of the name", async () => {
    const ines = await person("Ines Albrecht", { email: "ines@example.com", startedOn: "2024-02-01" });
    expect(ines).toMatchObject({ version: 1, title: null, startedOn: "2024-02-01", managers: [], teams: [] });
    const changed = await desk.call(contract.changePerson, {
      params: { id: ines.id },
      body: { title: "Account executive", email: null },
      ifMatch: 1,
    });
    expect(changed).toMatchObject({
      version: 2,
      name: "Ines Albrecht",
      title: "Account executive",
      email: null,
    });
    const { items } = await desk.call(contract.getPeople, { query: { search: "albr" } });
    expect(items.map((one) => one.id)).toEqual([ines.id]);
  });

  test("a stale version is refused with the present one", async () => {
    const tom = await person("Tom Stale");
    const change = { params: { id: tom.id }, body: { title: "AE" } };
    await desk.call(contract.changePerson, { ...change, ifMatch: 1 });
    await expect(desk.call(contract.changePerson, { ...change, ifMatch: 1 })).rejects.toMatchObject({
      problem: { status: 412, currentVersion: 2 },
    });
  });

  test("nobody leaves before they start", async () => {
    await expect(person("Uma", { startedOn: "2026-01-01", leftOn: "2025-12-31" })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "leftOn" }] },
    });
  });

  test("a person of another workspace is not there", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Other company");
    const stranger = await desk.call(contract.createPerson, {
      body: { name: "Stranger" },
      workspaceId: other,
    });
    await expect(desk.call(contract.getPerson, { params: { id: stranger.id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const change = { params: { id: stranger.id }, body: { name: "Mine now" }, ifMatch: 1 };
    await expect(desk.call(contract.changePerson, change)).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const ours = await person("Ours");
    await expect(reportsTo(ours.id, stranger.id, null)).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "managerId" }] },
    });
    const { items } = await desk.call(contract.getPeople, { query: { search: "Stranger" } });
    expect(items).toEqual([]);
  });

  test("pages by name neither miss nor repeat anybody, also among people of one name", async () => {
    const made = [];
    for (const name of ["page b", "Page A", "Page B", "page a", "Page C"]) made.push((await person(name)).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { search: "page ", limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await desk.call(contract.getPeople, { query });
      seen.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(made.toSorted());
    await expect(desk.call(contract.getPeople, { query: { cursor: "tomorrow" } })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "cursor" }] },
    });
  });
});

describe("reporting lines", () => {
  test("a new manager from a day on ends the line that held until then", async () => {
    const [kim, lea, max] = [await person("Kim"), await person("Lea"), await person("Max")];
    await reportsTo(kim.id, lea.id, null);
    const moved = await reportsTo(kim.id, max.id, "2026-02-01");
    expect(moved.managers.map((line) => [line.manager.name, line.startsOn, line.endsOn])).toEqual([
      ["Lea", null, "2026-02-01"],
      ["Max", "2026-02-01", null],
    ]);
    const placed = async (asOf: string) => {
      const { people } = await desk.call(contract.getOrganization, { query: { asOf } });
      return people.find((one) => one.id === kim.id)?.manager?.name;
    };
    expect(await placed("2026-01-31")).toBe("Lea");
    expect(await placed("2026-02-01")).toBe("Max");
  });

  test("a correction between two lines holds until the next one, and the same day again replaces", async () => {
    const [nia, otto, pia] = [await person("Nia"), await person("Otto"), await person("Pia")];
    await reportsTo(nia.id, otto.id, "2026-01-01");
    await reportsTo(nia.id, pia.id, "2026-06-01");
    await reportsTo(nia.id, pia.id, "2026-03-01");
    const { managers } = await reportsTo(nia.id, null, "2026-06-01");
    expect(managers.map((line) => [line.manager.name, line.startsOn, line.endsOn])).toEqual([
      ["Otto", "2026-01-01", "2026-03-01"],
      ["Pia", "2026-03-01", "2026-06-01"],
    ]);
  });

  test("nobody reports to themselves, not even through others", async () => {
    const [ann, ben, cas] = [await person("Ann"), await person("Ben"), await person("Cas")];
    await reportsTo(ann.id, ben.id, null);
    await reportsTo(ben.id, cas.id, "2026-01-01");
    const circle = { problem: { status: 422, fields: [{ field: "managerId" }] } };
    await expect(reportsTo(ann.id, ann.id, null)).rejects.toMatchObject(circle);
    await expect(reportsTo(cas.id, ann.id, "2025-01-01")).rejects.toMatchObject(circle);
    await reportsTo(ben.id, null, "2026-03-01");
    expect((await reportsTo(cas.id, ann.id, "2026-03-01")).managers).toHaveLength(1);
  });
});

describe("teams", () => {
  test("a team belongs to a region, never to itself", async () => {
    const emea = await desk.call(contract.createTeam, { body: { name: "EMEA", kind: "region" } });
    const dach = await desk.call(contract.createTeam, { body: { name: "DACH", parentId: emea.id } });
    expect(dach).toMatchObject({ kind: "team", parent: { id: emea.id, name: "EMEA" } });
    const under = { params: { id: emea.id }, body: { parentId: dach.id }, ifMatch: emea.version };
    await expect(desk.call(contract.changeTeam, under)).rejects.toMatchObject({
      problem: { status: 422, detail: "EMEA would be part of itself." },
    });
    const quinn = await person("Quinn");
    const inTeam = (teamId: string | null, startsOn: string | null) =>
      desk.call(contract.assignTeam, { params: { id: quinn.id }, body: { teamId, startsOn } });
    await inTeam(dach.id, null);
    const { teams } = await inTeam(emea.id, "2026-03-01");
    expect(teams.map((one) => [one.team.name, one.endsOn])).toEqual([
      ["DACH", "2026-03-01"],
      ["EMEA", null],
    ]);
    await expect(inTeam(newId(clock), "2026-04-01")).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "teamId" }] },
    });
  });

  test("the organization of a day has who worked here on it", async () => {
    const rosa = await person("Rosa", { startedOn: "2026-01-15", leftOn: "2026-02-15" });
    const here = async (asOf: string) => {
      const { people } = await desk.call(contract.getOrganization, { query: { asOf } });
      return people.some((one) => one.id === rosa.id);
    };
    expect([
      await here("2026-01-14"),
      await here("2026-01-15"),
      await here("2026-02-15"),
      await here("2026-02-16"),
    ]).toEqual([false, true, true, false]);
    const now = await desk.call(contract.getOrganization, {});
    expect(now.asOf).toBe("2026-03-10");
  });
});

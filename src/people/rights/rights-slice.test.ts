/** Access roles, shares of access and reach through HTTP: what is adjusted holds from the next request on. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fixedClock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import { as, person, seated } from "../../../test/seats.ts";
import { organizationRoutes } from "../organization/routes.ts";
import * as contract from "./contract.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const clock = fixedClock("2026-03-10T15:00:00Z");
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient(organizationRoutes, { clock });
});
afterAll(() => desk.close());

const teamLead = {
  key: "team-lead",
  name: "Team lead",
  summary: "Leads a team.",
  rights: ["workspace.read", "people.read", "records.read", "people.write"],
  reach: "team" as const,
};

describe("an access role", () => {
  test("of the company's own is given, changed and taken away, and seats feel it at once", async () => {
    const made = await desk.call(contract.writeAccessRole, { body: teamLead });
    expect(made).toMatchObject({
      key: "team-lead",
      comesAlong: false,
      seats: 0,
      version: 1,
      outOfReach: null,
    });
    const lead = await seated(desk, { name: "Lena Ode", role: "team-lead" });
    const rename = () => as(desk, lead.cookie, "POST", "/api/teams", { name: `Team ${Math.random()}` });
    expect((await as(desk, lead.cookie, "GET", "/api/people")).statusCode).toBe(200);
    const id = made.id ?? "";
    await desk.call(contract.rewriteAccessRole, {
      params: { id },
      ifMatch: 1,
      body: { rights: ["workspace.read"], reach: "company" },
    });
    expect((await as(desk, lead.cookie, "GET", "/api/people")).statusCode).toBe(403);
    expect((await rename()).statusCode).toBe(403);
    await expect(desk.call(contract.dropAccessRole, { params: { id }, ifMatch: 2 })).rejects.toMatchObject({
      problem: { status: 409, detail: "One open seat has this role. Give them another one first." },
    });
  });

  test("that comes along is adjusted, and is as it came again when the edition is taken away", async () => {
    const rep = await seated(desk, { name: "Ravi Rao", role: "rep" });
    expect((await as(desk, rep.cookie, "GET", "/api/people")).statusCode).toBe(200);
    const { id, version } = await desk.call(contract.writeAccessRole, {
      body: { key: "rep", name: "Seller", summary: "", rights: ["workspace.read"], reach: "own" },
    });
    expect((await as(desk, rep.cookie, "GET", "/api/people")).statusCode).toBe(403);
    const { items } = await desk.call(contract.getAccessRoles, {});
    expect(items.find(({ key }) => key === "rep")).toMatchObject({
      name: "Seller",
      comesAlong: true,
      seats: 1,
    });
    await desk.call(contract.dropAccessRole, { params: { id: id ?? "" }, ifMatch: version ?? 0 });
    expect((await as(desk, rep.cookie, "GET", "/api/people")).statusCode).toBe(200);
  });

  test.each<readonly [string, object, number, string]>([
    ["of the owner", { key: "owner" }, 422, "nobody can lock everybody out"],
    ["with a right that there is not", { rights: ["records.burn"] }, 422, "There is no right"],
    ["with a right that needs the whole company", { rights: ["audit.read"] }, 422, "whole company"],
    ["twice", { key: "twice" }, 409, "already"],
  ])("is refused %s, with the reason", async (_, change, status, words) => {
    const body = { ...teamLead, key: "other-lead", ...change };
    if (status === 409) await desk.call(contract.writeAccessRole, { body });
    await expect(desk.call(contract.writeAccessRole, { body })).rejects.toMatchObject({
      problem: { status, detail: expect.stringContaining(words) },
    });
  });

  test("gives no right that its giver lacks, and nobody adjusts their own", async () => {
    const admin = await seated(desk, { name: "Ada Min", role: "administrator" });
    const write = (body: object) =>
      as(desk, admin.cookie, "POST", "/api/access-roles", { ...teamLead, ...body });
    const payer = await write({ key: "payer", rights: ["pay.read"], reach: "company" });
    expect([payer.statusCode, payer.json().detail]).toEqual([403, expect.stringContaining('"pay.read"')]);
    const own = await write({ key: "administrator", rights: ["workspace.read"], reach: "company" });
    expect([own.statusCode, own.json().detail]).toEqual([403, expect.stringContaining("yourself")]);
    const fewer = await write({ key: "finance", rights: ["workspace.read"], reach: "company" });
    expect([fewer.statusCode, fewer.json().detail]).toEqual([403, expect.stringContaining("plan.read")]);
    expect((await write({ key: "reader", rights: ["records.read"] })).statusCode).toBe(201);
  });

  test("is nothing that a rep sees or changes", async () => {
    const rep = await seated(desk, { name: "Rita Poe", role: "rep" });
    for (const path of ["/api/access-roles", "/api/shared-access"]) {
      expect((await as(desk, rep.cookie, "GET", path)).statusCode).toBe(403);
      expect((await as(desk, rep.cookie, "POST", path, {})).statusCode).toBe(403);
    }
  });
});

describe("reach", () => {
  test("is told with the reasons, and a share of access widens it until it is ended", async () => {
    const manager = await seated(desk, { name: "Mona Dell", role: "manager" });
    const ines = await person(desk, desk.workspaceId, "Ines Vale", null);
    const away = await person(desk, desk.workspaceId, "Otto Way", null);
    await desk.inject({
      method: "POST",
      url: `/api/people/${ines}/manager`,
      headers: { "idempotency-key": "line-of-ines" },
      payload: { managerId: manager.personId, startsOn: "2026-03-01" },
    });
    const params = { id: manager.personId };
    const told = await desk.call(contract.getReach, { params, query: {} });
    expect(told).toMatchObject({
      sentence:
        "As Sales manager, Mona Dell sees their own records and those of the people who report to them.",
      people: [{ name: "Mona Dell" }, { name: "Ines Vale", because: "Ines Vale reports to them." }],
    });
    const share = await desk.call(contract.shareAccess, {
      body: {
        ownerId: away,
        personId: manager.personId,
        startsOn: "2026-03-10",
        endsOn: null,
        reason: "Leave",
      },
    });
    expect(share.holds).toBe(true);
    const wider = await desk.call(contract.getReach, { params, query: {} });
    expect(wider.people?.at(-1)).toMatchObject({
      because: "Otto Way's records are shared with them (Leave).",
    });
    expect((await desk.call(contract.getReach, { params, query: { asOf: "2026-03-09" } })).people).toEqual(
      [],
    );
    await desk.call(contract.endSharedAccess, { params: { id: share.id } });
    expect((await desk.call(contract.getReach, { params, query: {} })).people).toHaveLength(2);
    expect((await desk.call(contract.getSharedAccess, {})).items).toEqual([]);
  });

  test("of somebody without a seat is nothing, of a Director everybody", async () => {
    const id = await person(desk, desk.workspaceId, "Nell Nott", null);
    const none = await desk.call(contract.getReach, { params: { id }, query: {} });
    expect(none).toMatchObject({
      role: null,
      reach: null,
      people: [],
      sentence: expect.stringContaining("no seat"),
    });
    const director = await seated(desk, { name: "Dora Rec", role: "director" });
    const all = await desk.call(contract.getReach, { params: { id: director.personId }, query: {} });
    expect(all).toMatchObject({ reach: "company", people: null });
    expect(all.rights.map(({ right }) => right)).not.toContain("pay.read");
  });
});

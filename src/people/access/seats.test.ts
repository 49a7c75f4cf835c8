import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient, testHost } from "../../../test/client.ts";
import { as, goodPassword, invite, join, post, seated, statusOf, tokenIn } from "../../../test/seats.ts";
import { organizationRoutes } from "../organization/routes.ts";
import { workspaceRoutes } from "../workspace/routes.ts";
import * as contract from "./seat-contract.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
const now = start;
const clock: Clock = { now: () => now };
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([...organizationRoutes, ...workspaceRoutes], {
    clock,
    ownOrigin: "https://sales.example.com",
  });
});
afterAll(() => desk.close());

const unknownId = "01890000-0000-7000-8000-00000000ffff";
const refused = async (work: Promise<{ statusCode: number; json(): { detail: string } }>) => {
  const answer = await work;
  return [answer.statusCode, answer.json().detail] as const;
};
const call = (key: string) =>
  desk.server.inject({
    method: "GET",
    url: "/api/session",
    headers: { host: testHost, authorization: `Bearer ${key}` },
  });
const seatsOf = async () => (await desk.call(contract.getSeats, {})).items;

describe("a seat", () => {
  test("is invited by a link, taken up with a password, and opens its workspace with its role", async () => {
    const { seat, link, personId } = await invite(desk, { name: "Dana Reyes", role: "director" });
    expect(seat).toMatchObject({
      person: { id: personId, name: "Dana Reyes" },
      email: "dana.reyes@example.com",
      role: { key: "director", name: "Director of Sales Operations" },
      state: "invited",
      twoFactor: false,
      seenAt: null,
      linkUntil: start.add({ hours: 168 }).toString(),
      fixed: null,
    });
    const looked = await post(desk, "/api/invitations/look", { token: tokenIn(link) });
    expect(looked.json()).toEqual({
      name: "Dana Reyes",
      email: "dana.reyes@example.com",
      workspace: "Test workspace",
      isNew: true,
      twoFactor: false,
    });
    const cookie = await join(desk, link);
    const session = (await as(desk, cookie, "GET", "/api/session")).json();
    expect(session.actor).toMatchObject({ personId, name: "Dana Reyes", role: "director" });
    expect(session.actor.permissions).toContain("imports.run");
    expect(session.actor.permissions).not.toContain("access.manage");
    const [held] = (await seatsOf()).filter(({ id }) => id === seat.id);
    expect(held).toMatchObject({ state: "active", seenAt: start.toString(), linkUntil: null });
  });

  test("signs what its holder does with their name", async () => {
    const { cookie, personId } = await seated(desk, { name: "Sam Signer", role: "director" });
    const made = await as(desk, cookie, "POST", "/api/people", { name: "Signed For" });
    const [change] = await desk.database.db
      .selectFrom("base.change")
      .where("record_id", "=", made.json().id)
      .select(["author", "author_id", "source"])
      .execute();
    expect(change).toEqual({ author: "Sam Signer", author_id: personId, source: "app" });
  });

  test("opens its own workspace and learns of no other, and nothing of the installation", async () => {
    const other = await foundTestWorkspace(desk.database, clock, "Twin");
    const { cookie } = await seated(desk, { name: "Olga Owner", role: "owner" });
    const session = (await as(desk, cookie, "GET", "/api/session")).json();
    expect(session.workspaces).toHaveLength(1);
    expect((await as(desk, cookie, "GET", "/api/workspaces")).json().items).toHaveLength(1);
    const inOther = (id: string) =>
      desk.inject({ method: "GET", url: "/api/people", headers: { cookie, "quarterdeck-workspace": id } });
    const [there, nowhere] = [await inOther(other), await inOther(unknownId)];
    expect([there.statusCode, there.body]).toEqual([404, nowhere.body]);
    const body = { name: "Mine", currency: "USD", timeZone: "UTC" };
    expect(await refused(as(desk, cookie, "POST", "/api/workspaces", body))).toEqual([
      403,
      "This is about the whole installation, and your way in opens one workspace of it.",
    ]);
    expect((await as(desk, cookie, "POST", "/api/sign-in-links", {})).statusCode).toBe(403);
  });

  test("ends at once, with its sessions, keys and links, and a new one has none of them", async () => {
    const ada = await seated(desk, { name: "Ada Stone", role: "administrator" });
    const key = (
      await as(desk, ada.cookie, "POST", "/api/keys", { name: "Sync", rights: "write", days: 9 })
    ).json();
    const withKey = () => call(key.secret);
    expect((await withKey()).json().actor).toMatchObject({ name: "Sync", role: "administrator" });
    expect((await withKey()).json().actor.permissions).not.toContain("plan.write");
    const { path } = await desk.call(contract.renewSeatLink, { params: { id: ada.seat.id } });
    const gone = await desk.call(contract.endSeat, { params: { id: ada.seat.id } });
    expect(gone).toMatchObject({
      state: "ended",
      fixed: expect.stringContaining("was ended"),
      linkUntil: null,
    });
    const survivors = async () => [
      await statusOf(desk, ada.cookie),
      (await withKey()).statusCode,
      (await post(desk, "/api/invitations/accept", { token: tokenIn(path), password: goodPassword }))
        .statusCode,
      (await post(desk, "/api/sign-in", { email: ada.email, password: goodPassword })).statusCode,
    ];
    expect(await survivors()).toEqual([401, 401, 404, 401]);
    const again = await desk.call(contract.invitePerson, {
      body: { personId: ada.personId, accessRole: "administrator" },
    });
    const other = "another lantern of the harbour";
    const cookie = await join(desk, again.path, other);
    expect(await statusOf(desk, cookie)).toBe(200);
    expect(await survivors()).toEqual([401, 401, 404, 401]);
    const secrets = await desk.database.db
      .selectFrom("people.seat_secret")
      .where("seat_id", "=", ada.seat.id)
      .selectAll()
      .execute();
    expect(secrets).toEqual([]);
  });

  test("whose role is changed has the new rights on the next request, and not the old ones", async () => {
    const { seat, cookie } = await seated(desk, { name: "Rita Mover", role: "director" });
    const make = () => as(desk, cookie, "POST", "/api/people", { name: "Made" });
    expect((await make()).statusCode).toBe(201);
    const params = { id: seat.id };
    const changed = await desk.call(contract.changeSeat, {
      params,
      body: { accessRole: "executive" },
      ifMatch: seat.version,
    });
    expect(changed.role).toEqual({ key: "executive", name: "Executive" });
    expect((await make()).statusCode).toBe(403);
    await expect(
      desk.call(contract.changeSeat, { params, body: { accessRole: "owner" }, ifMatch: seat.version }),
    ).rejects.toMatchObject({ problem: { status: 412 } });
  });

  test("of who left or was removed opens nothing from then on, and cannot be handed out", async () => {
    const { db } = desk.database;
    for (const [name, said, reason] of [
      ["Lee Leaver", { left_on: Temporal.PlainDate.from("2026-03-01") }, "Lee Leaver left on 2026-03-01."],
      ["Remy Removed", { removed_at: start }, "Remy Removed was removed from the records."],
    ] as const) {
      const { seat, cookie, personId, email } = await seated(desk, { name, role: "administrator" });
      const asked = { name: "Sync", rights: "read", days: 9 };
      const key = (await as(desk, cookie, "POST", "/api/keys", asked)).json().secret as string;
      const withKey = async () => (await call(key)).statusCode;
      expect([await statusOf(desk, cookie), await withKey()]).toEqual([200, 200]);
      await db.updateTable("people.person").set(said).where("id", "=", personId).execute();
      expect([await statusOf(desk, cookie), await withKey()]).toEqual([401, 401]);
      expect((await post(desk, "/api/sign-in", { email, password: goodPassword })).statusCode).toBe(401);
      const [held] = (await seatsOf()).filter(({ id }) => id === seat.id);
      expect(held?.noWayIn).toBe(reason);
      await expect(desk.call(contract.renewSeatLink, { params: { id: seat.id } })).rejects.toMatchObject({
        problem: { status: 422, detail: reason },
      });
    }
  });

  test("whose last day is today still opens", async () => {
    const { cookie, personId } = await seated(desk, { name: "Last Day", role: "analyst" });
    const said = { left_on: Temporal.PlainDate.from("2026-03-02") };
    await desk.database.db.updateTable("people.person").set(said).where("id", "=", personId).execute();
    expect(await statusOf(desk, cookie)).toBe(200);
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { addressOf, as, person, seated } from "../../../test/seats.ts";
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
const seatsOf = async () => (await desk.call(contract.getSeats, {})).items;

type Seated = Awaited<ReturnType<typeof seated>>;
interface Scene {
  readonly ada: Seated;
  readonly sue: Seated;
  readonly olga: Seated;
  readonly vera: Seated;
  readonly elsewhere: Seated;
  readonly free: string;
  readonly bare: string;
  readonly left: string;
  readonly stranger: string;
}

/** As whom, what is asked, and how it is refused. */
function refusals({ ada, sue, olga, vera, elsewhere, free, bare, left, stranger }: Scene) {
  const body = (personId: string, accessRole: string, email?: string) => ({
    personId,
    accessRole,
    ...(email ? { email } : {}),
  });
  const { cookie } = ada;
  const cases: [string, string, string, object | undefined, number, string][] = [
    [cookie, "POST", "/api/seats", body(free, "owner"), 403, 'right "candidates.read", which you lack'],
    [cookie, "POST", "/api/seats", body(free, "vp"), 403, "nobody gives what they do not have"],
    [cookie, "POST", "/api/seats", body(free, "command-line"), 403, "no such access role"],
    [cookie, "POST", "/api/seats", body(free, "constructor"), 403, "no such access role"],
    [cookie, "POST", "/api/seats", body(ada.personId, "analyst"), 403, "which you lack"],
    [desk.cookie, "POST", "/api/seats", body(ada.personId, "analyst"), 409, "has a seat already"],
    [desk.cookie, "POST", "/api/seats", body(left, "analyst"), 422, "left on 2026-02-01"],
    [desk.cookie, "POST", "/api/seats", body(bare, "analyst"), 422, "An address to sign in with"],
    [desk.cookie, "POST", "/api/seats", body(bare, "analyst", ada.email), 409, "Somebody else signs in"],
    [desk.cookie, "POST", "/api/seats", body(bare, "analyst", ada.email.toUpperCase()), 409, "Somebody else"],
    [desk.cookie, "POST", "/api/seats", body(bare, "analyst", "b＠example.com"), 422, "plain letters"],
    [desk.cookie, "POST", "/api/seats", body(unknownId, "analyst"), 422, "There is no such person"],
    [desk.cookie, "POST", "/api/seats", body(stranger, "analyst"), 422, "There is no such person"],
    [vera.cookie, "POST", "/api/seats", body(free, "analyst"), 403, '"access.manage"'],
    [vera.cookie, "GET", "/api/seats", undefined, 403, '"access.manage"'],
    [vera.cookie, "GET", "/api/access-roles", undefined, 403, '"access.manage"'],
    [vera.cookie, "GET", "/api/keys", undefined, 403, '"access.manage"'],
    [vera.cookie, "GET", "/api/sessions", undefined, 403, '"access.manage"'],
    [cookie, "PATCH", `/api/seats/${ada.seat.id}`, { accessRole: "owner" }, 403, "your own seat"],
    [cookie, "PATCH", `/api/seats/${sue.seat.id}`, { accessRole: "owner" }, 403, "nobody gives"],
    [cookie, "PATCH", `/api/seats/${sue.seat.id}`, { accessRole: "nothing" }, 403, "no such access role"],
    [cookie, "PATCH", `/api/seats/${sue.seat.id}`, { email: olga.email }, 409, "Somebody else signs in"],
    [cookie, "POST", `/api/seats/${ada.seat.id}/end`, undefined, 403, "your own seat"],
    [cookie, "POST", `/api/seats/${ada.seat.id}/links`, undefined, 403, "your own seat"],
    [cookie, "POST", `/api/seats/${ada.seat.id}/end-two-factor`, undefined, 403, "your own seat"],
    [cookie, "PATCH", `/api/seats/${olga.seat.id}`, { accessRole: "analyst" }, 403, "could not give"],
    [cookie, "POST", `/api/seats/${olga.seat.id}/end`, undefined, 403, "could not give"],
    [cookie, "POST", `/api/seats/${olga.seat.id}/links`, undefined, 403, "could not give"],
    [cookie, "POST", `/api/seats/${olga.seat.id}/end-two-factor`, undefined, 403, "could not give"],
    [desk.cookie, "POST", `/api/seats/${olga.seat.id}/end-two-factor`, undefined, 409, "Two-factor is off"],
    [desk.cookie, "POST", `/api/seats/${unknownId}/end`, undefined, 404, "no such seat"],
    [desk.cookie, "POST", `/api/seats/${elsewhere.seat.id}/end`, undefined, 404, "no such seat"],
    [desk.cookie, "POST", `/api/seats/${elsewhere.seat.id}/links`, undefined, 404, "no such seat"],
  ];
  return cases;
}

describe("who may give and take seats", () => {
  test("every refusal says why, and nothing changes by it", async () => {
    const ada = await seated(desk, { name: "Adam Keeper", role: "administrator" });
    const sue = await seated(desk, { name: "Sue Porter", role: "support" });
    const olga = await seated(desk, { name: "Olive Head", role: "owner" });
    const vera = await seated(desk, { name: "Vera Plan", role: "vp" });
    const free = await person(desk, desk.workspaceId, "Free Hand", "free.hand@example.com");
    const bare = await person(desk, desk.workspaceId, "Bare Hand", null);
    const left = await person(desk, desk.workspaceId, "Left Hand", "left.hand@example.com");
    await desk.database.db
      .updateTable("people.person")
      .set({ left_on: Temporal.PlainDate.from("2026-02-01") })
      .where("id", "=", left)
      .execute();
    const twin = await foundTestWorkspace(desk.database, clock, "Twin of seats");
    const stranger = await person(desk, twin, "Strange Hand", "strange.hand@example.com");
    const elsewhere = await seated(desk, { name: "Else Where", role: "analyst", workspaceId: twin });
    const before = JSON.stringify(await seatsOf());
    for (const [asWhom, method, url, payload, status, words] of refusals({
      ada,
      sue,
      olga,
      vera,
      elsewhere,
      free,
      bare,
      left,
      stranger,
    })) {
      const answer = await desk.inject({
        method: method as "GET",
        url,
        headers: {
          cookie: asWhom,
          ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
          ...(method === "PATCH" ? { "if-match": '"1"' } : {}),
        },
        ...(payload ? { payload } : {}),
      });
      expect([method, url, answer.statusCode, answer.json().detail]).toEqual([
        method,
        url,
        status,
        expect.stringContaining(words),
      ]);
    }
    // Who was seen when is the one thing that a refused request may leave.
    const after = JSON.stringify(await seatsOf());
    expect(after).toBe(before);
  });

  test("an administrator gives roles within their own rights, and is told which", async () => {
    const { cookie } = await seated(desk, { name: "Abe Admin", role: "administrator" });
    const roles = (await as(desk, cookie, "GET", "/api/access-roles")).json().items as {
      key: string;
      outOfReach: string | null;
    }[];
    const given = roles.filter(({ outOfReach }) => outOfReach === null).map(({ key }) => key);
    expect(given).toEqual(["administrator", "enablement", "support"]);
    const personId = await person(desk, desk.workspaceId, "Sue Port", addressOf("Sue Port"));
    const made = await as(desk, cookie, "POST", "/api/seats", { personId, accessRole: "support" });
    expect([made.statusCode, made.json().seat.role.key]).toEqual([201, "support"]);
  });
});

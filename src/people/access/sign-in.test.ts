import crypto from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Clock } from "#base/kernel";
import {
  type Client,
  foundTestWorkspace,
  type RawRequest,
  signedInClient,
  testHost,
} from "../../../test/client.ts";
import { as, cookieOf, goodPassword, invite, join, post, seated, statusOf } from "../../../test/seats.ts";
import { renewSeatLink } from "./seat-contract.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
let now = start;
const clock: Clock = { now: () => now };
let desk: Client;
const own = "https://sales.example.com";

beforeAll(async () => {
  desk = await signedInClient([], { clock, ownOrigin: own, proxies: "10.0.0.5" });
});
afterEach(() => {
  // Attempts of one test are over before the next begins.
  now = now.add({ minutes: 16 });
  vi.restoreAllMocks();
});
afterAll(() => desk.close());

const signIn = (email: string, password: string, more: Partial<RawRequest> & { body?: object } = {}) => {
  const { body, ...request } = more;
  return post(desk, "/api/sign-in", { email, password, ...body }, request);
};
const far = (address: string) => ({ remoteAddress: address });

describe("signing in with a password", () => {
  test("opens a session of the seat, whatever the case of the address", async () => {
    const { email, personId } = await seated(desk, { name: "Dana Reyes", role: "director" });
    for (const typed of [email, email.toUpperCase(), ` ${email} `]) {
      const answer = await signIn(typed, goodPassword);
      expect([answer.statusCode, answer.json()]).toEqual([200, { state: "signed-in" }]);
      const cookie = cookieOf(answer) ?? "";
      expect((await as(desk, cookie, "GET", "/api/session")).json().actor).toMatchObject({
        personId,
        role: "director",
      });
    }
    expect((await signIn(email, `${goodPassword} `)).statusCode).toBe(401);
    expect((await signIn(email, goodPassword.toUpperCase())).statusCode).toBe(401);
  });

  test("answers an address that nobody has and a wrong password alike, after the same work", async () => {
    const { email } = await seated(desk, { name: "Kim Known", role: "analyst" });
    const invited = await invite(desk, { name: "Ivo Invited", role: "analyst" });
    const hashes = vi.spyOn(crypto, "argon2");
    const answerTo = async (address: string) => {
      hashes.mockClear();
      const { statusCode, body, headers } = await signIn(address, "not the lantern");
      const work = hashes.mock.calls.map(([kind, { memory, passes, parallelism, tagLength }]) =>
        JSON.stringify([kind, memory, passes, parallelism, tagLength]),
      );
      const kept = Object.keys(headers).filter((name) => name !== "quarterdeck-request");
      return { statusCode, body, kept, cookie: headers["set-cookie"], work };
    };
    const known = await answerTo(email);
    expect([known.statusCode, known.cookie, known.work]).toEqual([
      401,
      undefined,
      ['["argon2id",65536,2,1,32]'],
    ]);
    for (const address of ["nobody@example.com", invited.email, "no address", "", "x".repeat(254)]) {
      expect(await answerTo(address), address).toEqual(known);
    }
  });

  test("must come from our own pages, and say so", async () => {
    const { email } = await seated(desk, { name: "Orla Origin", role: "analyst" });
    const from = (headers: Record<string, string | undefined>, payload?: string) =>
      desk.inject({
        method: "POST",
        url: "/api/sign-in",
        headers: { cookie: undefined, "content-type": "application/json", ...headers },
        payload: payload ?? JSON.stringify({ email, password: goodPassword }),
      });
    for (const [headers, status] of [
      [{ origin: undefined }, 403],
      [{ origin: "https://evil.example" }, 403],
      [{ origin: "null" }, 403],
      [{ "sec-fetch-site": "cross-site" }, 403],
      [{ "sec-fetch-site": "same-site" }, 403],
      [{ "content-type": "text/plain" }, 415],
      [{ "content-type": "application/x-www-form-urlencoded" }, 415],
      [{}, 200],
    ] as const) {
      const answer = await from(headers);
      expect([headers, answer.statusCode]).toEqual([headers, status]);
      expect(cookieOf(answer) === undefined).toBe(status !== 200);
    }
    const doubled = `{"email":"${email}","password":"${goodPassword}","password":"x"}`;
    expect((await from({}, doubled)).statusCode).toBe(400);
    const more = JSON.stringify({ email, password: goodPassword, role: "owner" });
    expect((await from({}, more)).statusCode).toBe(400);
  });

  test("under https has a cookie that is bound to that address, and each address knows its own alone", async () => {
    const { email } = await seated(desk, { name: "Sia Secure", role: "analyst" });
    const there = { host: "sales.example.com", origin: own };
    const answer = await signIn(email, goodPassword, { headers: there });
    expect(answer.cookies[0]).toMatchObject({
      name: "__Host-quarterdeck_session",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
    });
    expect(answer.cookies[0]).not.toHaveProperty("domain");
    expect(answer.headers["strict-transport-security"]).toContain("max-age=31536000");
    const cookie = cookieOf(answer) ?? "";
    const at = async (host: string, shown: string) =>
      (await desk.server.inject({ method: "GET", url: "/api/session", headers: { host, cookie: shown } }))
        .statusCode;
    const plain = cookie.replace("__Host-", "");
    expect([await at("sales.example.com", cookie), await at("sales.example.com", plain)]).toEqual([200, 401]);
    expect([await at(testHost, plain), await at(testHost, cookie)]).toEqual([200, 401]);
    expect(await at("sales.example.com", desk.cookie.replace("quarterdeck", "__Host-quarterdeck"))).toBe(401);
  });

  test("asks which workspace where address and password open several, and opens that one", async () => {
    const twin = await foundTestWorkspace(desk.database, clock, "Twin");
    const here = await seated(desk, { name: "Tom Twice", role: "analyst" });
    now = now.add({ seconds: 1 });
    await seated(desk, { name: "Tom Twice", role: "director", workspaceId: twin });
    const asked = (await signIn(here.email, goodPassword)).json();
    expect(asked).toEqual({
      state: "workspace-needed",
      workspaces: [
        { id: desk.workspaceId, name: "Test workspace" },
        { id: twin, name: "Twin" },
      ],
    });
    const opened = await signIn(here.email, goodPassword, { body: { workspaceId: twin } });
    const session = (await as(desk, cookieOf(opened) ?? "", "GET", "/api/session")).json();
    expect([session.workspace.id, session.actor.role]).toEqual([twin, "director"]);
    const { path } = await desk.call(renewSeatLink, { params: { id: here.seat.id } });
    await join(desk, path, "another lantern of the harbour");
    const one = await signIn(here.email, "another lantern of the harbour");
    expect((await as(desk, cookieOf(one) ?? "", "GET", "/api/session")).json().workspace.id).toBe(
      desk.workspaceId,
    );
    const nowhere = { workspaceId: "01890000-0000-7000-8000-00000000ffff" };
    expect((await signIn(here.email, goodPassword, { body: nowhere })).statusCode).toBe(401);
  });

  test("makes a hash anew that was made with less work", async () => {
    const { email, seat } = await seated(desk, { name: "Wes Weaker", role: "analyst" });
    const secret = () =>
      desk.database.db
        .selectFrom("people.seat_secret")
        .where("seat_id", "=", seat.id)
        .select("password_hash");
    const salt = Buffer.alloc(16, 7);
    const hash = crypto.argon2Sync("argon2id", {
      message: Buffer.from(goodPassword),
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    });
    const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    const weak = `$argon2id$v=19$m=8192,t=1,p=1$${text(salt)}$${text(hash)}`;
    await desk.database.db
      .updateTable("people.seat_secret")
      .set({ password_hash: weak })
      .where("seat_id", "=", seat.id)
      .execute();
    expect((await signIn(email, "wrong lantern")).statusCode).toBe(401);
    expect((await secret().executeTakeFirstOrThrow()).password_hash).toBe(weak);
    expect((await signIn(email, goodPassword)).statusCode).toBe(200);
    expect((await secret().executeTakeFirstOrThrow()).password_hash).toContain("$m=65536,t=2,p=1$");
    expect((await signIn(email, goodPassword)).statusCode).toBe(200);
  });
});

describe("too many attempts", () => {
  test("the eleventh for an account is refused, from whatever address and however it is written", async () => {
    const { email, cookie } = await seated(desk, { name: "Vic Tim", role: "analyst" });
    const statuses: number[] = [];
    for (let at = 0; at < 10; at += 1)
      statuses.push((await signIn(email, "wrong lantern", far(`2001:db8:0:${at}::1`))).statusCode);
    expect(statuses).toEqual(Array(10).fill(401));
    const hashes = vi.spyOn(crypto, "argon2");
    for (const [typed, request] of [
      [email, far("2001:db8:0:99::1")],
      [email.toUpperCase(), far("198.51.100.77")],
      [
        email,
        { ...far("198.51.100.78"), headers: { "x-forwarded-for": "192.0.2.1", "x-real-ip": "192.0.2.1" } },
      ],
      [email, { ...far("198.51.100.79"), headers: { forwarded: "for=192.0.2.1" } }],
    ] as const) {
      const eleventh = await signIn(typed, goodPassword, request);
      expect([eleventh.statusCode, eleventh.headers["retry-after"]]).toEqual([429, "900"]);
    }
    expect(hashes).not.toHaveBeenCalled();
    for (const url of [
      "//api/sign-in",
      "/api/sign-in/",
      "/api/%73ign-in",
      "/API/sign-in",
      "/api/sign-in;x",
      "/api/./sign-in",
    ]) {
      const answer = await post(desk, url, { email, password: "wrong lantern" }, far("198.51.100.80"));
      expect([404, 405, 429].includes(answer.statusCode), `${url} ${answer.statusCode}`).toBe(true);
    }
    expect(hashes).not.toHaveBeenCalled();
    // The holder stays signed in, and gets in where they have signed in before.
    expect(await statusOf(desk, cookie)).toBe(200);
    expect((await signIn(email, goodPassword)).statusCode).toBe(200);
    now = now.add({ minutes: 15 });
    expect((await signIn(email, goodPassword, far("2001:db8:0:99::1"))).statusCode).toBe(200);
  });

  test("of an address that nobody has are refused alike", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1)
      statuses.push((await signIn("ghost@example.com", "wrong lantern", far(`203.0.113.${at}`))).statusCode);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  test("a network's fifty-first is refused, also when it changes its address within", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 51 }, async (_, at) => {
        const answer = await post(
          desk,
          "/api/invitations/look",
          { token: `${at}` },
          far(`2001:db8:5:5:${at}::${at}`),
        );
        return answer.statusCode;
      }),
    );
    expect(statuses.sort()).toEqual([...Array(50).fill(404), 429]);
    const other = await post(desk, "/api/invitations/look", { token: "x" }, far("2001:db8:5:6::1"));
    expect(other.statusCode).toBe(404);
  });

  test("are counted for whom a listed proxy names, and for nobody whom it does not", async () => {
    const through = (forwarded: string) => ({
      ...far("10.0.0.5"),
      headers: { "x-forwarded-for": forwarded },
    });
    const look = async (request: object) =>
      (await post(desk, "/api/invitations/look", { token: "x" }, request)).statusCode;
    for (let at = 0; at < 50; at += 1) await look(through("192.0.2.44"));
    expect(await look(through("192.0.2.44"))).toBe(429);
    expect(await look(through("198.18.0.1, 192.0.2.44"))).toBe(429);
    expect(await look(through("192.0.2.45"))).toBe(404);
    expect(await look(far("192.0.2.44"))).toBe(429);
  });
});

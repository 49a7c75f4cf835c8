import { rmSync } from "node:fs";
import { join as pathOf } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Clock } from "#base/kernel";
import { type Client, signedInClient } from "../../../test/client.ts";
import {
  as,
  codeAt,
  cookieOf,
  goodPassword,
  join,
  post,
  seated,
  statusOf,
  tokenIn,
} from "../../../test/seats.ts";
import { SEALING_FILE } from "./sealing-actions.ts";
import { endSeatFactor, getSeats, renewSeatLink } from "./seat-contract.ts";

const start = Temporal.Instant.from("2026-03-02T08:00:00Z");
let now = start;
const clock: Clock = { now: () => now };
let desk: Client;

beforeAll(async () => {
  desk = await signedInClient([], { clock });
});
afterEach(() => {
  now = now.add({ minutes: 16 });
});
afterAll(() => desk.close());

const path = "/api/own-sign-in/two-factor";
const signIn = (email: string, code?: string, password = goodPassword) =>
  post(desk, "/api/sign-in", { email, password, ...(code === undefined ? {} : { code }) });
const nextStep = () => {
  now = now.add({ seconds: 30 });
};
const wrong = "000000";

/** Somebody with a seat, a second factor and recovery codes. */
async function guarded(name: string) {
  const seat = await seated(desk, { name, role: "analyst" });
  const offered = await as(desk, seat.cookie, "POST", path, { password: goodPassword });
  const { secret } = offered.json() as { secret: string };
  const confirmed = await as(desk, seat.cookie, "POST", `${path}/confirm`, { code: codeAt(secret, now) });
  const { recoveryCodes } = confirmed.json() as { recoveryCodes: string[] };
  nextStep();
  return { ...seat, secret, recoveryCodes };
}

describe("two-factor", () => {
  test("is set up with the password and a code of the app, and gives ten recovery codes", async () => {
    const { cookie, email, seat } = await seated(desk, { name: "Fay Factor", role: "analyst" });
    const offer = (password: string) => as(desk, cookie, "POST", path, { password });
    expect([(await offer("wrong lantern")).statusCode, (await offer(goodPassword)).statusCode]).toEqual([
      403, 200,
    ]);
    const { secret, link } = (await offer(goodPassword)).json();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(link).toBe(
      `otpauth://totp/Quarterdeck%3A${encodeURIComponent(email)}?secret=${secret}&issuer=Quarterdeck&algorithm=SHA1&digits=6&period=30`,
    );
    // Offered is not on.
    expect((await signIn(email)).json()).toEqual({ state: "signed-in" });
    const confirm = (code: string) => as(desk, cookie, "POST", `${path}/confirm`, { code });
    expect((await confirm(wrong)).statusCode).toBe(403);
    const { recoveryCodes } = (await confirm(codeAt(secret, now))).json();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
    const own = (await as(desk, cookie, "GET", "/api/own-sign-in")).json().seat;
    expect(own).toMatchObject({ twoFactor: true, recoveryCodesLeft: 10 });
    expect(own.sessions).toHaveLength(1);
    const [held] = (await desk.call(getSeats, {})).items.filter(({ id }) => id === seat.id);
    expect(held?.twoFactor).toBe(true);
    expect((await offer(goodPassword)).statusCode).toBe(409);
    expect((await confirm(codeAt(secret, now))).statusCode).toBe(409);
  });

  test("that is offered is gone after a quarter of an hour", async () => {
    const { cookie } = await seated(desk, { name: "Sloan Slow", role: "analyst" });
    const { secret } = (await as(desk, cookie, "POST", path, { password: goodPassword })).json();
    now = now.add({ minutes: 15 });
    const late = await as(desk, cookie, "POST", `${path}/confirm`, { code: codeAt(secret, now) });
    expect(late.statusCode).toBe(409);
  });

  test("asks for a code after the password, and a code without the password opens nothing", async () => {
    const { email, secret, recoveryCodes } = await guarded("Cody Code");
    const half = await signIn(email);
    expect([half.statusCode, half.json(), cookieOf(half)]).toEqual([
      200,
      { state: "code-needed" },
      undefined,
    ]);
    const noPassword = await signIn("nobody@example.com", wrong, "wrong lantern");
    for (const code of [codeAt(secret, now), recoveryCodes[0]]) {
      const answer = await signIn(email, code, "wrong lantern");
      expect([answer.statusCode, answer.body, cookieOf(answer)]).toEqual([401, noPassword.body, undefined]);
    }
    for (const code of [wrong, "", " ", "12345", "constructor", "null"]) {
      const answer = await signIn(email, code);
      expect([answer.statusCode, cookieOf(answer)]).toEqual([401, undefined]);
    }
    const right = await signIn(email, codeAt(secret, now));
    expect([right.json(), await statusOf(desk, cookieOf(right) ?? "")]).toEqual([
      { state: "signed-in" },
      200,
    ]);
  });

  test("takes a code once, also from two at the same time, and none before it afterwards", async () => {
    const { email, secret } = await guarded("Rea Peat");
    const code = codeAt(secret, now);
    const before = codeAt(secret, now.subtract({ seconds: 30 }));
    const both = await Promise.all([signIn(email, code), signIn(email, code)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    expect((await signIn(email, code)).statusCode).toBe(401);
    expect((await signIn(email, before)).statusCode).toBe(401);
    nextStep();
    expect((await signIn(email, code)).statusCode).toBe(401);
    expect((await signIn(email, codeAt(secret, now))).statusCode).toBe(200);
  });

  test("takes each recovery code once, however it is written, and of its own seat alone", async () => {
    const { email, recoveryCodes, cookie } = await guarded("Recca Verer");
    const other = await guarded("Otha Recca");
    const [one = "", two = "", three = ""] = recoveryCodes;
    expect((await signIn(email, one)).statusCode).toBe(200);
    expect((await signIn(email, one)).statusCode).toBe(401);
    expect((await signIn(email, two.toLowerCase().replaceAll("-", " "))).statusCode).toBe(200);
    expect((await signIn(email, other.recoveryCodes[0])).statusCode).toBe(401);
    const own = (await as(desk, cookie, "GET", "/api/own-sign-in")).json().seat;
    expect(own.recoveryCodesLeft).toBe(8);
    const body = { password: goodPassword, code: three };
    const renewed = await as(desk, cookie, "POST", "/api/own-sign-in/recovery-codes", body);
    expect(renewed.json().recoveryCodes).toHaveLength(10);
    expect((await signIn(email, recoveryCodes[3])).statusCode).toBe(401);
    expect((await signIn(email, renewed.json().recoveryCodes[9])).statusCode).toBe(200);
  });

  test("is throttled after ten wrong codes, with the right password", async () => {
    const { email, secret } = await guarded("Tess Trier");
    const from = (address: string, code: string) =>
      post(desk, "/api/sign-in", { email, password: goodPassword, code }, { remoteAddress: address });
    for (let at = 0; at < 10; at += 1) expect((await from(`203.0.113.${at}`, wrong)).statusCode).toBe(401);
    const eleventh = await from("203.0.113.99", codeAt(secret, now));
    expect([eleventh.statusCode, Number(eleventh.headers["retry-after"]) > 0]).toEqual([429, true]);
  });

  test("ends other sessions when it is switched on and off, and asks for password and code to go", async () => {
    const { email, cookie, secret } = await guarded("Otis Off");
    const second = cookieOf(await signIn(email, codeAt(secret, now))) ?? "";
    nextStep();
    const end = (password: string, code: string) =>
      as(desk, cookie, "POST", `${path}/end`, { password, code });
    expect((await end("wrong lantern", codeAt(secret, now))).statusCode).toBe(403);
    expect((await end(goodPassword, wrong)).statusCode).toBe(403);
    expect(await statusOf(desk, second)).toBe(200);
    expect((await end(goodPassword, codeAt(secret, now))).json()).toEqual({ ended: 1 });
    expect([await statusOf(desk, cookie), await statusOf(desk, second)]).toEqual([200, 401]);
    expect((await signIn(email)).json()).toEqual({ state: "signed-in" });
    const third = cookieOf(await signIn(email)) ?? "";
    const offered = (await as(desk, cookie, "POST", path, { password: goodPassword })).json();
    await as(desk, cookie, "POST", `${path}/confirm`, { code: codeAt(offered.secret, now) });
    expect([await statusOf(desk, cookie), await statusOf(desk, third)]).toEqual([200, 401]);
  });

  test("stays on when a link sets a new password, which asks for a code as well", async () => {
    const { seat, secret, cookie } = await guarded("Lin Link");
    const { path: link } = await desk.call(renewSeatLink, { params: { id: seat.id } });
    const accept = (code?: string) =>
      post(desk, "/api/invitations/accept", {
        token: tokenIn(link),
        password: "another lantern of the harbour",
        ...(code ? { code } : {}),
      });
    expect((await post(desk, "/api/invitations/look", { token: tokenIn(link) })).json().twoFactor).toBe(true);
    expect([(await accept()).statusCode, (await accept(wrong)).statusCode]).toEqual([403, 403]);
    expect(await statusOf(desk, cookie)).toBe(200);
    const answer = await accept(codeAt(secret, now));
    expect([answer.statusCode, await statusOf(desk, cookie)]).toEqual([200, 401]);
    const asked = await signIn("lin.link@example.com", undefined, "another lantern of the harbour");
    expect(asked.json()).toEqual({ state: "code-needed" });
  });

  test("is taken away by those who manage access, with the seat's sessions and recovery codes", async () => {
    const { seat, email, cookie, recoveryCodes } = await guarded("Los Phone");
    const shown = await desk.call(endSeatFactor, { params: { id: seat.id } });
    expect([shown.twoFactor, await statusOf(desk, cookie)]).toEqual([false, 401]);
    expect((await signIn(email, recoveryCodes[0])).json()).toEqual({ state: "signed-in" });
    const left = await desk.database.db
      .selectFrom("people.recovery_code")
      .where("seat_id", "=", seat.id)
      .selectAll()
      .execute();
    expect(left).toEqual([]);
  });

  test("whose key is lost lets in by recovery codes alone", async () => {
    const { email, secret, recoveryCodes } = await guarded("Kay Lost");
    rmSync(pathOf(desk.services.directory ?? "", SEALING_FILE));
    expect((await signIn(email, codeAt(secret, now))).statusCode).toBe(401);
    expect((await signIn(email, recoveryCodes[0])).statusCode).toBe(200);
  });
});

describe("one's own password", () => {
  const change = (cookie: string, password: string, newPassword: string) =>
    as(desk, cookie, "POST", "/api/own-sign-in/password", { password, newPassword });

  test("is changed with the present one, and ends the other sessions and every link", async () => {
    const { cookie, email, seat } = await seated(desk, { name: "Pat Word", role: "analyst" });
    const second = cookieOf(await signIn(email)) ?? "";
    const { path: link } = await desk.call(renewSeatLink, { params: { id: seat.id } });
    const newer = "another lantern of the harbour";
    expect((await change(cookie, "wrong lantern", newer)).statusCode).toBe(403);
    const unfit = await change(cookie, goodPassword, "1qaz2wsx");
    expect([unfit.statusCode, unfit.json().fields[0].field]).toEqual([422, "newPassword"]);
    expect((await change(cookie, goodPassword, newer)).json()).toEqual({ ended: 1 });
    expect([await statusOf(desk, cookie), await statusOf(desk, second)]).toEqual([200, 401]);
    expect([(await signIn(email)).statusCode, (await signIn(email, undefined, newer)).statusCode]).toEqual([
      401, 200,
    ]);
    await expect(join(desk, link)).rejects.toThrow("404");
  });

  test("cannot be tried by who found a session open: the eleventh wrong one is refused", async () => {
    const { cookie } = await seated(desk, { name: "Opal Open", role: "analyst" });
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) statuses.push((await change(cookie, "wrong lantern", "x")).statusCode);
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
  });

  test("can be shown as often as it is right", async () => {
    const { cookie } = await seated(desk, { name: "Ray Right", role: "analyst" });
    for (let at = 0; at < 11; at += 1)
      expect((await as(desk, cookie, "POST", path, { password: goodPassword })).statusCode).toBe(200);
  });

  test("is nothing that the owner on the machine has", async () => {
    expect((await as(desk, desk.cookie, "GET", "/api/own-sign-in")).json()).toEqual({ seat: null });
    expect((await change(desk.cookie, "x", "y")).statusCode).toBe(409);
  });

  test("stands beside one's own sessions, of which each can be ended, and nobody else's", async () => {
    const { cookie, email } = await seated(desk, { name: "Sess Ion", role: "analyst" });
    const other = await seated(desk, { name: "Not Mine", role: "analyst" });
    const second = cookieOf(await signIn(email)) ?? "";
    const sessionsOf = async (of: string) =>
      (await as(desk, of, "GET", "/api/own-sign-in")).json().seat.sessions as { id: string; own: boolean }[];
    const mine = await sessionsOf(cookie);
    expect(mine.map(({ own }) => own).sort()).toEqual([false, true]);
    const end = (id: string) => as(desk, cookie, "POST", `/api/own-sign-in/sessions/${id}/end`);
    const theirs = (await sessionsOf(other.cookie))[0]?.id ?? "";
    expect((await end(theirs)).statusCode).toBe(404);
    expect((await end(mine.find(({ own }) => !own)?.id ?? "")).json()).toEqual({ ended: 1 });
    expect([
      await statusOf(desk, cookie),
      await statusOf(desk, second),
      await statusOf(desk, other.cookie),
    ]).toEqual([200, 401, 200]);
  });
});

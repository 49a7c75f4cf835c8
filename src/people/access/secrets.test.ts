/** What proves who somebody is stays where it belongs: in no table but as a hash, in no line of the log, in no kept answer. */
import { readFileSync, statSync } from "node:fs";
import { join as pathOf } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, signedInClient } from "../../../test/client.ts";
import { as, codeAt, cookieOf, goodPassword, invite, post, seated, tokenIn } from "../../../test/seats.ts";
import { SEALING_FILE } from "./sealing-actions.ts";
import { renewSeatLink } from "./seat-contract.ts";

const logged: string[] = [];
let desk: Client;
beforeAll(async () => {
  desk = await signedInClient([], { log: (line) => logged.push(line) });
});
afterAll(() => desk.close());

/** Every row of every table of the record, as text. */
async function everything(): Promise<string> {
  const { db } = desk.database;
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('base', 'people', 'crm', 'plan', 'improve') and table_type = 'BASE TABLE'`.execute(
    db,
  );
  expect(rows.length).toBeGreaterThan(20);
  const texts = await Promise.all(
    rows.map(({ name }) => sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)),
  );
  return texts.flatMap((table) => table.rows.map(({ row }) => row)).join("\n");
}

test("passwords, links, sessions, second factors and recovery codes are found nowhere", async () => {
  const first = "canary lantern of the harbour";
  const second = "canary anchor of the harbour";
  const { link, email, seat } = await invite(desk, { name: "Xena Ruiz", role: "analyst" });
  const accepted = await post(desk, "/api/invitations/accept", { token: tokenIn(link), password: first });
  const cookie = cookieOf(accepted) ?? "";
  const change = { password: first, newPassword: second };
  expect((await as(desk, cookie, "POST", "/api/own-sign-in/password", change)).statusCode).toBe(200);
  const path = "/api/own-sign-in/two-factor";
  const { secret } = (await as(desk, cookie, "POST", path, { password: second })).json();
  const code = codeAt(secret, desk.services.clock.now());
  const { recoveryCodes } = (await as(desk, cookie, "POST", `${path}/confirm`, { code })).json();
  for (const body of [
    { email, password: first },
    { email, password: second, code: "000000" },
    { email, password: second, code: recoveryCodes[0] },
  ])
    await post(desk, "/api/sign-in", body);
  const fresh = await desk.call(renewSeatLink, { params: { id: seat.id } });
  const signedIn = cookieOf(
    await post(desk, "/api/sign-in", { email, password: second, code: recoveryCodes[1] }),
  );
  const bytes = secretBytesOf(secret);
  const canaries = [
    ...[first, second, "canary lantern", "canary anchor", tokenIn(link), tokenIn(fresh.path)],
    ...[cookie, signedIn ?? "none"].map((one) => one.split("=")[1] ?? ""),
    ...[secret, bytes.toString("hex"), bytes.toString("base64"), bytes.toString("base64url")],
    ...recoveryCodes,
    ...recoveryCodes.map((one: string) => one.replaceAll("-", "")),
  ];
  const record = await everything();
  const log = logged.join("");
  expect(record).toContain("$argon2id$");
  expect(record).toContain(email);
  expect(log).toContain("Signed in.");
  for (const canary of canaries) {
    expect(canary.length).toBeGreaterThan(9);
    expect([canary, record.includes(canary), log.includes(canary)]).toEqual([canary, false, false]);
  }
  const key = pathOf(desk.services.directory ?? "", SEALING_FILE);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(record).not.toContain(readFileSync(key, "utf8").split(" ")[1]?.trim());
});

test("what was posted with a password leaves nothing behind by which it could be tried", async () => {
  const kept = await desk.database.db.selectFrom("base.idempotency").select(["principal", "key"]).execute();
  const { cookie } = await seated(desk, { name: "Nora Nokey", role: "analyst" });
  const unkeyed = await desk.inject({
    method: "POST",
    url: "/api/own-sign-in/password",
    headers: { cookie },
    payload: { password: goodPassword, newPassword: "another lantern of the harbour" },
  });
  expect(unkeyed.statusCode).toBe(200);
  // Two by the owner: the seat, and the second link. None of the eight with a password or a code.
  expect(kept.map(({ principal }) => principal)).toEqual(["owner:", "owner:"]);
});

function secretBytesOf(text: string): Buffer {
  const bits = [...text]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** People with seats for tests: invited, joined and signed in through HTTP, as browsers do. */
import { createHmac, randomUUID } from "node:crypto";
import { newId } from "#base/kernel";
import { invitePerson } from "#people/contract";
import { type Client, type RawRequest, testHost } from "./client.ts";

export const goodPassword = "tall lantern of the harbour";

/** Records a person. Gives the id. */
export async function person(
  { database, services }: Client,
  workspaceId: string,
  name: string,
  email: string | null,
): Promise<string> {
  const id = newId(services.clock);
  await database.db
    .insertInto("people.person")
    .values({ workspace_id: workspaceId, id, name, email })
    .execute();
  return id;
}

/** "Dana Reyes" signs in as dana.reyes@example.com. */
export const addressOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;

/** A new person with an invited seat; the link is its path. */
export async function invite(
  client: Client,
  { name, role, workspaceId = client.workspaceId }: { name: string; role: string; workspaceId?: string },
) {
  const personId = await person(client, workspaceId, name, addressOf(name));
  const { seat, path } = await client.call(invitePerson, {
    body: { personId, accessRole: role },
    workspaceId,
  });
  return { seat, personId, link: path, email: addressOf(name) };
}

/** A POST as a signed-out browser sends it. */
export function post(client: Client, url: string, payload: object, more: Partial<RawRequest> = {}) {
  return client.inject({
    method: "POST",
    url,
    payload,
    ...more,
    headers: { cookie: undefined, ...more.headers },
  });
}

/** The session's cookie that an answer hands over, or undefined. */
export function cookieOf(answer: { cookies: { name: string; value: string }[] }): string | undefined {
  const cookie = answer.cookies.find(
    ({ name, value }) => name.endsWith("quarterdeck_session") && value !== "",
  );
  return cookie && `${cookie.name}=${cookie.value}`;
}

export const tokenIn = (link: string) => link.split("token=")[1] ?? "";

/** Takes a seat up with a link. Gives the session's cookie; throws when it was refused. */
export async function join(client: Client, link: string, password = goodPassword): Promise<string> {
  const answer = await post(client, "/api/invitations/accept", { token: tokenIn(link), password });
  const cookie = cookieOf(answer);
  if (!cookie) throw new Error(`Joining failed: ${answer.statusCode} ${answer.body}`);
  return cookie;
}

/** Somebody with a seat, signed in. */
export async function seated(client: Client, given: { name: string; role: string; workspaceId?: string }) {
  const invited = await invite(client, given);
  return { ...invited, cookie: await join(client, invited.link) };
}

/** A call with a session's cookie; a POST gets a key of its own. */
export function as(
  client: Client,
  cookie: string,
  method: "GET" | "POST" | "PATCH",
  url: string,
  payload?: object,
) {
  return client.inject({
    method,
    url,
    headers: { cookie, ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}) },
    ...(payload ? { payload } : {}),
  });
}

/** What a session of this cookie is answered with: 200, or 401. */
export const statusOf = async (client: Client, cookie: string) =>
  (await client.server.inject({ method: "GET", url: "/api/session", headers: { host: testHost, cookie } }))
    .statusCode;

/** The code that an authenticator app shows for a secret at a moment: RFC 6238 written down once more, as an oracle. */
export function codeAt(secret: string, at: Temporal.Instant): string {
  const bits = [...secret]
    .map((letter) => base32Letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(at.epochMilliseconds / 30_000), 4);
  const hash = createHmac("sha1", key).update(counter).digest();
  const from = (hash[19] ?? 0) % 16;
  return String((hash.readUInt32BE(from) % 2 ** 31) % 1_000_000).padStart(6, "0");
}
const base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

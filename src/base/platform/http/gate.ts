/** Who is asking, in which workspace, and whether they may: decided before anything of a request is read. */
import type { FastifyRequest } from "fastify";
import type { EndpointShape } from "../../contract.ts";
import type { Author } from "../db/index.ts";
import { type Actor, type Sight, sightOf } from "../policy/index.ts";
import { HttpProblem } from "./problem.ts";

export const sessionCookie = "quarterdeck_session";
export const workspaceHeader = "quarterdeck-workspace";

/** What a caller showed: a browser its session's token, the command line its own. */
export interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
}

/** Somebody who was recognised. */
export interface Seat {
  readonly personId: string | null;
  readonly name: string;
  readonly role: Actor["role"];
  /** The key that a program showed; it opens its own workspace and no other. */
  readonly key?: NonNullable<Actor["key"]>;
  /** The workspace that they are in when they name none; null: there is more than one to choose from. */
  readonly workspaceId: string | null;
  /** Where they read when neither they nor their seat says which workspace; writes must then name one. */
  readonly usualWorkspaceId?: string;
  /** The hash of the session's token; null without a session. */
  readonly session: string | null;
  /** What history says about where their writes come from. */
  readonly source: string;
}

/** Stands for a workspace while there is none yet: nothing can be read there, and only a workspace be opened. */
export const noWorkspace = "00000000-0000-0000-0000-000000000000";

/** Recognises callers and knows the workspaces. Asked on every request, so that what was revoked ends at once. */
export interface Gate {
  seatOf(credentials: Credentials): Promise<Seat | null>;
  hasWorkspace(workspaceId: string): Promise<boolean>;
}

/** What an admitted request carries on. */
export interface Admission {
  readonly actor: Actor;
  readonly sight: Sight;
  readonly author: Author;
  readonly session: string | null;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set once the policy has admitted the caller; null on what is public. */
    admission: Admission | null;
  }
}

/** Admits a caller to an endpoint, or refuses: 401 unknown, 404 no such workspace, 403 without the right. */
export async function admit(
  request: FastifyRequest,
  shape: EndpointShape,
  gate: Gate,
): Promise<Admission | null> {
  if (shape.permission === "public") return null;
  const seat = await gate.seatOf(credentialsOf(request));
  if (!seat && request.headers.authorization !== undefined) {
    throw new HttpProblem(401, "There is no such key or token, or it works no more.", {
      fix: "Make a key under Settings, Keys and sessions. The command line's token is another one after each start.",
      headers: { "www-authenticate": 'Bearer realm="quarterdeck"' },
    });
  }
  if (!seat) {
    throw new HttpProblem(401, "You are not signed in, or your session has ended.", {
      fix: "Open the sign-in link that Quarterdeck prints when it starts. Each link works once.",
      headers: { "www-authenticate": 'Bearer realm="quarterdeck"' },
    });
  }
  request.caller = { seat, workspaceId: seat.workspaceId };
  const workspaceId = await workspaceOf(request, seat, gate);
  request.caller = { seat, workspaceId };
  const { personId, name, role, key } = seat;
  const actor: Actor = { workspaceId, personId, name, role, ...(key ? { key } : {}) };
  const sight = sightOf(actor, shape.permission);
  const author = { workspaceId, authorId: seat.personId, author: seat.name, source: seat.source };
  return { actor, sight, author, session: seat.session };
}

export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    return { sessionToken: request.cookies[sessionCookie] ?? null, bearerToken: null };
  }
  // A wrong token is refused, not made up for by a cookie that happens to be there as well.
  return { sessionToken: null, bearerToken: /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1] ?? "" };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function workspaceOf(request: FastifyRequest, seat: Seat, gate: Gate): Promise<string> {
  const named = request.headers[workspaceHeader];
  if (named === undefined) {
    const reads = request.method === "GET" ? (seat.usualWorkspaceId ?? null) : null;
    const chosen = seat.workspaceId ?? reads;
    if (chosen) return chosen;
    throw new HttpProblem(400, "It is not clear which workspace is meant.", {
      fix: `Name it in the header ${workspaceHeader}.`,
    });
  }
  // To a key the other workspaces do not exist.
  const there = (id: string) => (seat.key ? id === seat.workspaceId : gate.hasWorkspace(id));
  if (typeof named === "string" && uuid.test(named) && (await there(named.toLowerCase()))) {
    return named.toLowerCase();
  }
  throw new HttpProblem(404, "There is no such workspace.", {
    fix: `Check the id in the header ${workspaceHeader}.`,
  });
}

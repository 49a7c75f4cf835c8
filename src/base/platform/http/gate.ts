/** Who is asking, in which workspace, and whether they may: decided before anything of a request is read. */
import type { FastifyRequest } from "fastify";
import type { EndpointShape } from "../../contract.ts";
import type { Author } from "../db/index.ts";
import { type Actor, type Bundle, type Reach, reachOf, type Sight, sightOf } from "../policy/index.ts";
import { approachOf, sessionCookieOf } from "./approach.ts";
import { HttpProblem } from "./problem.ts";

export const workspaceHeader = "quarterdeck-workspace";

/** What a caller showed: a browser its session's token, the command line its own. */
export interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
  /** Whether they came straight from this machine. */
  readonly onMachine: boolean;
}

/** Somebody who was recognised. */
export interface Seat {
  readonly personId: string | null;
  readonly name: string;
  readonly role: Actor["role"];
  /** The role's bundle as the company has adjusted it; left out: as it comes along. */
  readonly bundle?: Bundle;
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
  /** The people whose records somebody reaches today: themselves, those who report to them, who has shared with them. */
  peopleReached(workspaceId: string, personId: string | null, reach: Reach): Promise<readonly string[]>;
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
      fix: "Sign in, or open the sign-in link that Quarterdeck prints when it starts. Each link works once.",
      headers: { "www-authenticate": 'Bearer realm="quarterdeck"' },
    });
  }
  request.caller = { seat, workspaceId: seat.workspaceId };
  const workspaceId = await workspaceOf(request, seat, gate);
  if (shape.everyWorkspace && opensOne(seat)) throw new HttpProblem(403, aboutAll, { fix: howForAll });
  request.caller = { seat, workspaceId };
  const actor = await actorOf(seat, workspaceId, gate);
  const sight = sightOf(actor, shape.permission);
  const author = { workspaceId, authorId: seat.personId, author: seat.name, source: seat.source };
  return { actor, sight, author, session: seat.session };
}

/** The caller with the people whose records they reach, where that is not the whole company. */
async function actorOf(seat: Seat, workspaceId: string, gate: Gate): Promise<Actor> {
  const { personId, name, role, key, bundle } = seat;
  const known: Actor = {
    workspaceId,
    personId,
    name,
    role,
    ...(key ? { key } : {}),
    ...(bundle ? { bundle } : {}),
  };
  const reach = reachOf(known);
  if (reach === "company") return known;
  return { ...known, people: await gate.peopleReached(workspaceId, personId, reach) };
}

const aboutAll = "This is about the whole installation, and your way in opens one workspace of it.";
const howForAll = "Do it on the machine itself, with the link or the command line of Quarterdeck.";

/** Whether a way in opens its own workspace alone, as a person's seat and a key do. */
const opensOne = (seat: Seat) => seat.key !== undefined || seat.personId !== null;

export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  const approach = approachOf(request);
  const { onMachine } = approach;
  if (authorization === undefined) {
    const sessionToken = request.cookies[sessionCookieOf(approach)] ?? null;
    return { sessionToken, bearerToken: null, onMachine };
  }
  // A wrong token is refused, not made up for by a cookie that happens to be there as well.
  return {
    sessionToken: null,
    onMachine,
    bearerToken: /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1] ?? "",
  };
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
  // To a key and to a person's seat the other workspaces do not exist.
  const there = (id: string) => (opensOne(seat) ? id === seat.workspaceId : gate.hasWorkspace(id));
  if (typeof named === "string" && uuid.test(named) && (await there(named.toLowerCase()))) {
    return named.toLowerCase();
  }
  throw new HttpProblem(404, "There is no such workspace.", {
    fix: `Check the id in the header ${workspaceHeader}.`,
  });
}

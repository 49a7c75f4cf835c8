import { randomBytes } from "node:crypto";
import { refuse, today } from "#base/kernel";
import { bind, type Gate, type Page, type Route, type Services, sessionCookieLine } from "#base/platform";
import { tellSignIn } from "../audit/sign-in-actions.ts";
import { adjustedBundle } from "../rights/access-role-actions.ts";
import { peopleReached } from "../rights/reached-store.ts";
import { rightRoutes } from "../rights/routes.ts";
import { workspaceOf } from "../workspace/actions.ts";
import { findWorkspace } from "../workspace/store.ts";
import {
  describeSession,
  forgetOldSignIns,
  makeSignInLink,
  openSession,
  recognise,
  refuseListening,
} from "./actions.ts";
import * as contract from "./contract.ts";
import { makeKey, showKeys, showSessions, stopKey, stopOtherSessions, stopSession } from "./key-actions.ts";
import { whyNoOwnerLink } from "./seat.ts";
import { seatRoutes } from "./seat-routes.ts";
import { SESSION_DAYS } from "./session.ts";
import { endSession } from "./store.ts";

export const accessRoutes: Route[] = [
  bind(contract.getSession, ({ db, actor, services }) => describeSession(db, actor, services.clock)),
  bind(contract.offerSignIn, async ({ db, actor, services }) => {
    const reason = whyNoOwnerLink(actor);
    if (reason) refuse("denied", reason, { fix: "On the machine, run `quarterdeck link`." });
    return { path: await makeSignInLink(db, actor.workspaceId, services.clock, randomBytes) };
  }),
  bind(contract.signOut, async ({ db, session, services, approach, setHeader }) => {
    setHeader("clear-site-data", '"cache", "storage"');
    setHeader("set-cookie", sessionCookieLine(approach, "", 0));
    return { signedOut: session !== null && (await endSession(db, session, services.clock.now())) };
  }),
  bind(contract.getKeys, ({ db, sight, services }) => showKeys(db, sight, services.clock)),
  bind(contract.createKey, ({ db, actor, services, session, body }) =>
    makeKey(db, actor, services.clock, randomBytes, session, body),
  ),
  bind(contract.endKey, ({ db, actor, services, params }) =>
    stopKey(db, actor.workspaceId, services.clock, params.id),
  ),
  bind(contract.getSessions, ({ db, sight, session, services }) =>
    showSessions(db, sight, services.clock, session),
  ),
  bind(contract.endOneSession, ({ db, actor, services, params }) =>
    stopSession(db, actor.workspaceId, services.clock, params.id),
  ),
  bind(contract.endOtherSessions, ({ db, sight, session, services }) =>
    stopOtherSessions(db, sight, services.clock, session),
  ),
  ...seatRoutes,
  ...rightRoutes,
];

/** The gate of this installation, with what belongs to it besides recognising callers. */
export interface AccessGate extends Gate {
  /** The pages by which one comes in. */
  readonly pages: readonly Page[];
  /** Why Quarterdeck does not listen on an address, as a sentence, or null. */
  readonly refuseListening: (host: string, ownOrigin: string | null) => Promise<string | null>;
  /** Forgets sign-in links and sessions that ended long ago. */
  readonly tidy: () => Promise<void>;
}

/** Sessions for browsers, and one token for the command line of this machine (null: it is not recognised). */
export function accessGate(services: Services, commandLineToken: string | null): AccessGate {
  const { database, clock } = services;
  return {
    seatOf: async (credentials) => {
      const seat = await recognise(database.db, credentials, clock, commandLineToken);
      // The owner of the machine and its command line hold no role that could be adjusted.
      if (seat === null || seat.personId === null || seat.workspaceId === null) return seat;
      const bundle = await adjustedBundle(database.db, seat.workspaceId, seat.role);
      return bundle ? { ...seat, bundle } : seat;
    },
    hasWorkspace: async (workspaceId) => (await findWorkspace(database.db, workspaceId)) !== undefined,
    peopleReached: async (workspaceId, personId, reach) => {
      if (personId === null || reach === "company") return [];
      const { timeZone } = await workspaceOf(database.db, workspaceId);
      return peopleReached(database.db, workspaceId, personId, reach, today(clock, timeZone));
    },
    pages: [signInPage(services)],
    refuseListening: (host, ownOrigin) => refuseListening(database.db, host, ownOrigin),
    tidy: () => forgetOldSignIns(database.db, clock),
  };
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
const linkIsNoGood =
  "This sign-in link was used before, or it is older than 15 minutes.\n" +
  "Each link works once. Restart Quarterdeck to get a new one, or go on in the window where you are signed in.\n";
/** Who comes in by the link of the machine. */
const owner = { personId: null, name: "Owner", accessRole: "owner" };

const linkIsForTheMachine =
  "This sign-in link is the owner's and works on the machine on which Quarterdeck runs.\n" +
  "From elsewhere, sign in with your address and password.\n";

/**
 * The page behind the owner's sign-in link: it uses the link up, opens a session and goes on to the app. Only straight from
 * this machine. Without a token the app asks for address and password.
 */
function signInPage(services: Services): Page {
  return {
    path: "/sign-in",
    answer: async (query, approach) => {
      if (!("token" in query)) return null;
      if (!approach.onMachine) return { status: 403, headers: plainText, text: linkIsForTheMachine };
      const { database, clock } = services;
      const { token = "" } = query;
      const session = await openSession(database.db, token, clock, randomBytes, (trx, workspaceId) =>
        tellSignIn(trx, clock, { workspaceId, ...owner, endpoint: "GET /sign-in" }, approach),
      );
      if (session === null) {
        const refused = token === "" ? {} : ({ refused: "sign-in refused" } as const);
        return { status: 410, headers: plainText, text: linkIsNoGood, ...refused };
      }
      const seconds = SESSION_DAYS * 24 * 60 * 60;
      const cookie = sessionCookieLine(approach, session, seconds);
      return { status: 303, headers: { location: "/", "set-cookie": cookie }, text: "" };
    },
  };
}

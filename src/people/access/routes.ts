import { randomBytes } from "node:crypto";
import { bind, type Gate, type Page, type Route, type Services, sessionCookie } from "#base/platform";
import { tellSignIn } from "../audit/sign-in-actions.ts";
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
import { SESSION_DAYS } from "./session.ts";
import { endSession } from "./store.ts";

export const accessRoutes: Route[] = [
  bind(contract.getSession, ({ db, actor, services }) => describeSession(db, actor, services.clock)),
  bind(contract.offerSignIn, async ({ db, actor, services }) => ({
    path: await makeSignInLink(db, actor.workspaceId, services.clock, randomBytes),
  })),
  bind(contract.signOut, async ({ db, session, services, setHeader }) => {
    setHeader("clear-site-data", '"cache", "storage"');
    setHeader("set-cookie", `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
    return { signedOut: session !== null && (await endSession(db, session, services.clock.now())) };
  }),
  bind(contract.getKeys, ({ db, sight, services }) => showKeys(db, sight, services.clock)),
  bind(contract.createKey, ({ db, actor, services, body }) =>
    makeKey(db, actor, services.clock, randomBytes, body),
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
];

/** The gate of this installation, with what belongs to it besides recognising callers. */
export interface AccessGate extends Gate {
  /** The pages by which one comes in. */
  readonly pages: readonly Page[];
  /** Why Quarterdeck does not listen on an address, as a sentence, or null. */
  readonly refuseListening: (host: string) => string | null;
  /** Forgets sign-in links and sessions that ended long ago. */
  readonly tidy: () => Promise<void>;
}

/** Sessions for browsers, and one token for the command line of this machine (null: it is not recognised). */
export function accessGate(services: Services, commandLineToken: string | null): AccessGate {
  const { database, clock } = services;
  return {
    seatOf: (credentials) => recognise(database.db, credentials, clock, commandLineToken),
    hasWorkspace: async (workspaceId) => (await findWorkspace(database.db, workspaceId)) !== undefined,
    pages: [signInPage(services)],
    refuseListening,
    tidy: () => forgetOldSignIns(database.db, clock),
  };
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
const linkIsNoGood =
  "This sign-in link was used before, or it is older than 15 minutes.\n" +
  "Each link works once. Restart Quarterdeck to get a new one, or go on in the window where you are signed in.\n";

/** The page behind a sign-in link: it uses the link up, opens a session and goes on to the app. */
function signInPage(services: Services): Page {
  return {
    path: "/sign-in",
    answer: async ({ token = "" }, visit) => {
      const { database, clock } = services;
      const session = await openSession(database.db, token, clock, randomBytes, (trx, workspaceId) =>
        tellSignIn(trx, clock, workspaceId, visit),
      );
      if (session === null) {
        const refused = token === "" ? {} : ({ refused: "sign-in refused" } as const);
        return { status: 410, headers: plainText, text: linkIsNoGood, ...refused };
      }
      const seconds = SESSION_DAYS * 24 * 60 * 60;
      const cookie = `${sessionCookie}=${session}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
      return { status: 303, headers: { location: "/", "set-cookie": cookie }, text: "" };
    },
  };
}

import { bind, type Route, sessionCookieLine } from "#base/platform";
import * as own from "./own-actions.ts";
import * as actions from "./seat-actions.ts";
import * as contract from "./seat-contract.ts";
import { anybodySignsIn } from "./seat-store.ts";
import { SESSION_DAYS } from "./session.ts";
import { acceptBy, lookAt, signInWith } from "./sign-in-actions.ts";
import * as signIn from "./sign-in-contract.ts";

const sessionSeconds = SESSION_DAYS * 24 * 60 * 60;

/** What those who manage access do. */
const seatsOfOthers: Route[] = [
  bind(contract.getSeats, ({ db, actor, sight, services: { clock } }) =>
    actions.showSeats({ db, actor, clock }, sight),
  ),
  bind(contract.invitePerson, ({ db, actor, sight, services: { clock }, approach, body }) =>
    actions.inviteTo({ db, actor, clock }, sight, approach, body),
  ),
  bind(contract.changeSeat, ({ db, actor, sight, services: { clock }, params, expectedVersion, body }) =>
    actions.changeSeatOf({ db, actor, clock }, sight, params.id, expectedVersion, body),
  ),
  bind(contract.renewSeatLink, ({ db, actor, sight, services: { clock }, approach, params }) =>
    actions.renewLinkTo({ db, actor, clock }, sight, approach, params.id),
  ),
  bind(contract.endSeat, ({ db, actor, sight, services: { clock }, params }) =>
    actions.stopSeat({ db, actor, clock }, sight, params.id),
  ),
  bind(contract.endSeatFactor, ({ db, actor, sight, services: { clock }, params }) =>
    actions.stopFactor({ db, actor, clock }, sight, params.id),
  ),
];

/** The ways in, which are for everybody. */
const waysIn: Route[] = [
  bind(signIn.askSignIn, async ({ db }) => ({ password: await anybodySignsIn(db) })),
  bind(signIn.signIn, async ({ body, setHeader, ...comer }) => {
    const signedIn = await signInWith(comer, body);
    if (signedIn.state !== "signed-in") return signedIn;
    setHeader("set-cookie", sessionCookieLine(comer.approach, signedIn.token, sessionSeconds));
    return { state: "signed-in" };
  }),
  bind(signIn.lookAtInvitation, ({ body, ...comer }) => lookAt(comer, body.token)),
  bind(signIn.acceptInvitation, async ({ body, setHeader, ...comer }) => {
    const token = await acceptBy(comer, body);
    setHeader("set-cookie", sessionCookieLine(comer.approach, token, sessionSeconds));
    return { state: "signed-in" };
  }),
];

/** What somebody does about their own way in. */
const ownSignIn: Route[] = [
  bind(signIn.getOwnSignIn, ({ sight, ...call }) => own.showOwn(call, sight)),
  bind(signIn.changePassword, ({ body, ...call }) => own.changeOwnPassword(call, body)),
  bind(signIn.offerFactor, ({ body, ...call }) => own.offerOwnFactor(call, body.password)),
  bind(signIn.confirmFactor, ({ body, ...call }) => own.confirmOwnFactor(call, body.code)),
  bind(signIn.endFactor, ({ body, ...call }) => own.endOwnFactor(call, body)),
  bind(signIn.renewRecoveryCodes, ({ body, ...call }) => own.renewOwnRecoveryCodes(call, body)),
  bind(signIn.endMySession, ({ params, ...call }) => own.endOwnSession(call, params.id)),
];

export const seatRoutes: readonly Route[] = [...seatsOfOthers, ...waysIn, ...ownSignIn];

/** Coming in with a password on the wire, taking a seat up, and what somebody does about their own sign-in. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idText, instantText } from "#base/wire";

/** Long enough for any password there is; how long one may be is said by the rule, in words. */
const password = z.string().max(1000);
const code = z.string().max(60).describe("Of the second factor, or a recovery code");
const token = z.string().max(100);

export const askSignIn = endpoint({
  method: "GET",
  path: "/api/sign-in",
  permission: "public",
  summary: "Whether anybody signs in with a password here",
  output: z.strictObject({ password: z.boolean() }),
});

export const signIn = endpoint({
  method: "POST",
  path: "/api/sign-in",
  permission: "public",
  summary: "Signs in with address and password, and with a code where the seat has a second factor",
  body: z.strictObject({
    email: z.string().max(254),
    password,
    code: code.optional(),
    workspaceId: idText.optional().describe("Which one, where address and password open several"),
  }),
  output: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("signed-in") }),
    z.strictObject({ state: z.literal("code-needed") }),
    z.strictObject({
      state: z.literal("workspace-needed"),
      workspaces: z.array(z.strictObject({ id: idText, name: z.string() })),
    }),
  ]),
  signsIn: true,
});

export const lookAtInvitation = endpoint({
  method: "POST",
  path: "/api/invitations/look",
  permission: "public",
  summary: "What a link to a seat is for, without using it up",
  body: z.strictObject({ token }),
  output: z.strictObject({
    name: z.string(),
    email: z.string(),
    workspace: z.string(),
    isNew: z.boolean().describe("The seat has no password yet"),
    twoFactor: z.boolean(),
  }),
  signsIn: true,
});

export const acceptInvitation = endpoint({
  method: "POST",
  path: "/api/invitations/accept",
  permission: "public",
  summary: "Uses a link to a seat: sets the password and opens a session; earlier sessions end",
  body: z.strictObject({ token, password, code: code.optional() }),
  output: z.strictObject({ state: z.literal("signed-in") }),
  signsIn: true,
});

export const getOwnSignIn = endpoint({
  method: "GET",
  path: "/api/own-sign-in",
  permission: "workspace.read",
  own: true,
  summary:
    "How you sign in, and where you are signed in; null: you came by the link on the machine, without a seat",
  output: z.strictObject({
    seat: z
      .strictObject({
        email: z.string(),
        passwordSetAt: instantText.nullable(),
        twoFactor: z.boolean(),
        recoveryCodesLeft: z.int(),
        sessions: z.array(
          z.strictObject({
            id: z.string(),
            network: z.string().nullable().describe("From where it was opened"),
            openedAt: instantText,
            seenAt: instantText,
            own: z.boolean().describe("Whether it is the session that asks"),
          }),
        ),
      })
      .nullable(),
  }),
});
export type OwnSignInOut = NonNullable<z.infer<(typeof getOwnSignIn)["shape"]["output"]>["seat"]>;

const ended = z.strictObject({ ended: z.int().describe("How many other sessions were ended") });
const recoveryCodes = z.array(z.string()).describe("Each works once; they are never shown again");

export const changePassword = endpoint({
  method: "POST",
  path: "/api/own-sign-in/password",
  permission: "workspace.read",
  audit: "password set",
  own: true,
  summary: "Changes your password; your other sessions end",
  body: z.strictObject({ password, newPassword: password }),
  output: ended,
  takesSecret: true,
});

export const offerFactor = endpoint({
  method: "POST",
  path: "/api/own-sign-in/two-factor",
  permission: "workspace.read",
  audit: "two-factor offered",
  own: true,
  summary:
    "A secret for an authenticator app; it holds once you confirmed a code of it, within a quarter of an hour",
  body: z.strictObject({ password }),
  output: z.strictObject({ secret: z.string(), link: z.string() }),
  takesSecret: true,
});

export const confirmFactor = endpoint({
  method: "POST",
  path: "/api/own-sign-in/two-factor/confirm",
  permission: "workspace.read",
  audit: "two-factor set up",
  own: true,
  summary: "Switches two-factor on with a code of the app; gives ten recovery codes; your other sessions end",
  body: z.strictObject({ code }),
  output: z.strictObject({ recoveryCodes }),
  takesSecret: true,
});

export const endFactor = endpoint({
  method: "POST",
  path: "/api/own-sign-in/two-factor/end",
  permission: "workspace.read",
  audit: "two-factor removed",
  own: true,
  summary: "Switches two-factor off; your other sessions end",
  body: z.strictObject({ password, code }),
  output: ended,
  takesSecret: true,
});

export const renewRecoveryCodes = endpoint({
  method: "POST",
  path: "/api/own-sign-in/recovery-codes",
  permission: "workspace.read",
  audit: "recovery codes made",
  own: true,
  summary: "Ten new recovery codes in place of those before",
  body: z.strictObject({ password, code }),
  output: z.strictObject({ recoveryCodes }),
  takesSecret: true,
});

export const endMySession = endpoint({
  method: "POST",
  path: "/api/own-sign-in/sessions/:id/end",
  permission: "workspace.read",
  audit: "session ended",
  own: true,
  summary: "Ends one of your sessions at once",
  params: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{64}$/, "A session's id has 64 digits from 0 to f."),
  }),
  output: ended,
});

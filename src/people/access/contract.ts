/** Signing in on the wire: who is here, in which workspace, and the way out. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, instantText, nameText } from "#base/wire";
import { workspaceOut } from "../workspace/contract.ts";

export const sessionOut = z.strictObject({
  actor: z.strictObject({
    personId: idText.nullable(),
    name: z.string(),
    role: z.string(),
    permissions: z.array(z.string()),
  }),
  workspaces: z.array(z.strictObject({ id: idText, name: z.string(), origin: z.enum(["own", "sample"]) })),
  workspace: workspaceOut,
  today: dateText.describe("The day in the workspace's time zone"),
});
export type SessionOut = z.infer<typeof sessionOut>;

export const getSession = endpoint({
  method: "GET",
  path: "/api/session",
  permission: "workspace.read",
  summary: "Who is signed in, what they may do, and the workspaces that they can choose from",
  output: sessionOut,
});

export const offerSignIn = endpoint({
  method: "POST",
  path: "/api/sign-in-links",
  permission: "access.manage",
  audit: "sign-in link made",
  summary: "A link that signs in once, within 15 minutes, on this machine",
  body: z.strictObject({}),
  output: z.strictObject({ path: z.string() }),
  secret: true,
  status: 201,
});

export const signOut = endpoint({
  method: "POST",
  path: "/api/sign-out",
  permission: "workspace.read",
  own: true,
  audit: "signed out",
  summary: "Ends this session at once",
  output: z.strictObject({ signedOut: z.boolean() }),
});

const keyOut = z.strictObject({
  id: idText,
  name: z.string(),
  rights: z.enum(["read", "write"]).describe("Read only, or read and write records and plans"),
  prefix: z.string().describe("How the key begins"),
  madeBy: z.string(),
  madeAt: instantText,
  expiresAt: instantText,
  usedAt: instantText.nullable().describe("When it was used last, to the minute; null: never"),
  over: z.string().nullable().describe("Why it works no more; null while it does"),
});
export type KeyOut = z.infer<typeof keyOut>;
const endedOut = z.strictObject({ ended: z.int().describe("How many were ended") });

export const getKeys = endpoint({
  method: "GET",
  path: "/api/keys",
  permission: "access.manage",
  summary: "The keys by which programs call, those that work first",
  output: z.strictObject({ items: z.array(keyOut) }),
});

export const createKey = endpoint({
  method: "POST",
  path: "/api/keys",
  permission: "access.manage",
  audit: "key made",
  summary: "Makes a key for a program; its secret is in this answer and is never shown again",
  body: z.strictObject({
    name: nameText.describe("What the key is for"),
    rights: z.enum(["read", "write"]),
    days: z.int().min(1).max(365).describe("For how many days it works"),
  }),
  output: keyOut.extend({ secret: z.string() }),
  secret: true,
  status: 201,
});

export const endKey = endpoint({
  method: "POST",
  path: "/api/keys/:id/end",
  permission: "access.manage",
  audit: "key ended",
  summary: "Ends a key at once",
  params: idParams,
  output: endedOut,
});

export const getSessions = endpoint({
  method: "GET",
  path: "/api/sessions",
  permission: "access.manage",
  summary: "The sessions that are open in this workspace, the one used last first",
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().describe("Who is signed in"),
        openedAt: instantText,
        seenAt: instantText.describe("When it was used last, to the minute"),
        endsAt: instantText.describe("When it ends if nobody uses it any more"),
        own: z.boolean().describe("Whether it is the session that asks"),
      }),
    ),
  }),
});

export const endOneSession = endpoint({
  method: "POST",
  path: "/api/sessions/:id/end",
  permission: "access.manage",
  audit: "session ended",
  summary: "Ends a session at once",
  params: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{64}$/, "A session's id has 64 digits from 0 to f."),
  }),
  output: endedOut,
});

export const endOtherSessions = endpoint({
  method: "POST",
  path: "/api/sessions/end-others",
  permission: "access.manage",
  audit: "session ended",
  summary: "Ends every open session of this workspace but the one that asks",
  output: endedOut,
});

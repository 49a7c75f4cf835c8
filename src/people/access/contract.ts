/** Signing in on the wire: who is here, in which workspace, and the way out. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idText } from "#base/wire";
import { workspaceOut } from "../workspace/contract.ts";

export const sessionOut = z.strictObject({
  actor: z.strictObject({
    personId: idText.nullable(),
    name: z.string(),
    role: z.enum(["owner", "command-line"]),
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
  permission: "workspace.configure",
  summary: "A link that signs in once, within 15 minutes, on this machine",
  body: z.strictObject({}),
  output: z.strictObject({ path: z.string() }),
  status: 201,
});

export const signOut = endpoint({
  method: "POST",
  path: "/api/sign-out",
  permission: "workspace.read",
  summary: "Ends this session at once",
  output: z.strictObject({ signedOut: z.boolean() }),
});

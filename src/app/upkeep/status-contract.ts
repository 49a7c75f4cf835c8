/** How the installation stands, in sentences that an administrator understands. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { instantText } from "#base/wire";

const count = z.int().min(0);
const verdict = z
  .enum(["good", "worth", "bad"])
  .describe("good; worth: works, but worth a look; bad: does not work, or will lose something");

export const statusOut = z.strictObject({
  verdict,
  words: z.string().describe("The whole in one sentence"),
  version: z.string(),
  since: instantText.describe("When this program was started"),
  findings: z.array(
    z.strictObject({ about: z.string(), verdict, words: z.string(), fix: z.string().nullable() }),
  ),
  jobs: z
    .array(
      z.strictObject({
        id: z.string(),
        what: z.enum(["import", "undoing"]),
        name: z.string(),
        state: z.string(),
        startedAt: instantText.nullable(),
        finishedAt: instantText.nullable(),
        rowsDone: count,
        rowsTotal: count.nullable(),
      }),
    )
    .describe("The latest imports of this company, and what undoes one, the latest first"),
  requests: z.strictObject({
    answered: count,
    failed: count.describe("Answered with 500 and above"),
    p50Ms: z.number().nullable().describe("Of the latest thousand"),
    p95Ms: z.number().nullable().describe("Of the latest thousand"),
  }),
  slow: z
    .array(z.strictObject({ at: instantText, ms: count, sql: z.string() }))
    .describe("The slowest statements of the last day, without their values"),
});
export type StatusOut = z.infer<typeof statusOut>;

export const getStatus = endpoint({
  method: "GET",
  path: "/api/status",
  permission: "workspace.configure",
  everyWorkspace: true,
  summary:
    "How the installation stands: record, copy for figures, disk, backups, jobs, requests, slow statements",
  output: statusOut,
});

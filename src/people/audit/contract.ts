/** The audit log on the wire: events with filters, the whole as a file, and whether the chain is whole. */
import { z } from "zod";
import { endpoint, flowing } from "#base/contract";
import { type AuditGroup, type AuditKind, auditGroups, auditKinds, auditOutcomes } from "#base/kernel";
import { dateText, idText, instantText, pageOf, pageQuery } from "#base/wire";

const kindNames = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
export const auditChains = ["workspace", "installation"] as const;

export const auditEventOut = z.strictObject({
  chain: z.enum(auditChains).describe("Whose chain it stands in: this workspace's, or the installation's"),
  no: z.string().describe("Its number in the chain"),
  at: instantText,
  recordedAt: instantText.describe("When the database wrote it, by its own clock"),
  actor: z.string(),
  personId: idText.nullable(),
  accessRole: z.string().nullable(),
  keyId: idText.nullable(),
  source: z.string().describe("Through what: app, key, command line, schedule, network, sql"),
  address: z.string().nullable().describe("Where it came from, as the server saw it"),
  requestId: idText.nullable().describe("By which the program's log tells of it too"),
  kind: z.string(),
  endpoint: z.string().nullable(),
  subject: z
    .strictObject({ noun: z.string(), id: z.string().nullable(), name: z.string().nullable() })
    .nullable(),
  outcome: z.enum(auditOutcomes),
  detail: z.record(z.string(), z.unknown()),
  words: z.string().describe("The event as a sentence"),
  hash: z.string(),
  previousHash: z.string(),
});
export type AuditEventOut = z.infer<typeof auditEventOut>;

const filters = {
  from: dateText.optional().describe("The first day, in the workspace's time zone"),
  to: dateText.optional().describe("The last day"),
  kind: z.enum(kindNames).optional(),
  group: z.enum(auditGroups as unknown as [AuditGroup, ...AuditGroup[]]).optional(),
  person: idText.optional().describe("Who did it, by their id in the records"),
  outcome: z.enum(auditOutcomes).optional(),
  text: z.string().max(200).optional().describe("A part of an actor, an address, an endpoint or an id"),
};

export const getAuditEvents = endpoint({
  method: "GET",
  path: "/api/audit",
  permission: "audit.read",
  summary: "Events of the audit log, the latest first: of this workspace, and of the installation",
  query: z.strictObject({ ...filters, ...pageQuery }),
  output: pageOf(auditEventOut),
});

export const exportAuditEvents = endpoint({
  method: "GET",
  path: "/api/audit/export",
  permission: "audit.read",
  summary: "Events of the audit log as a CSV file, the latest first; the export itself is an event",
  query: z.strictObject(filters),
  output: flowing,
  answers: "text/csv",
  flows: true,
});

export const auditVerificationOut = z.strictObject({
  whole: z.boolean().describe("No chain is broken, and a head that was given is in one of them"),
  chains: z.array(
    z.strictObject({
      chain: z.enum(auditChains),
      events: z.int().describe("Events that are as they were written"),
      head: z.string().nullable().describe("The hash of the last of them, to be kept elsewhere"),
      keptAt: z.string().nullable().describe("The number of the event that has the head that was given"),
      broken: z
        .strictObject({
          no: z.string(),
          how: z.enum(["changed", "missing", "out of order"]),
          words: z.string(),
        })
        .nullable(),
    }),
  ),
});
export type AuditVerificationOut = z.infer<typeof auditVerificationOut>;

export const verifyAudit = endpoint({
  method: "GET",
  path: "/api/audit/verification",
  permission: "audit.read",
  summary: "Walks the chains of the audit log: how many events, their heads, and the first that is broken",
  query: z.strictObject({
    head: z.string().max(100).optional().describe("A head that was kept elsewhere: it must still be there"),
  }),
  output: auditVerificationOut,
});

export const getAuditChanges = endpoint({
  method: "GET",
  path: "/api/audit/:chain/:no/changes",
  permission: "audit.read",
  summary: "What an event changed of the record that it is about: each field, before and after",
  params: z.strictObject({ chain: z.enum(auditChains), no: z.string().regex(/^\d{1,18}$/) }),
  output: z.strictObject({
    items: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  }),
});

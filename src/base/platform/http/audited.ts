/** What a request leaves in the audit log when it was done: the event that its endpoint declares. */
import type { FastifyRequest } from "fastify";
import type { EndpointShape } from "../../contract.ts";
import { type AuditKind, type AuditOutcome, auditKindFacts } from "../../kernel/index.ts";
import type { Services } from "../at-hand.ts";
import { type AuditDetail, installationChain, type NewAuditEvent, writeAuditEvent } from "../audit/index.ts";
import { type Db, leaveNarrow, writeAs } from "../db/index.ts";
import type { Admission } from "./gate.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What the work has to add to the event, figures and words of ours. */
    noted: AuditDetail | null;
  }
}

/** What the audit log calls a request to an endpoint; null: it stands in the history of records or nowhere. */
export function auditKindOf({ audit, answers }: EndpointShape): AuditKind | null {
  return audit ?? (answers === undefined ? null : "export");
}

const comesIn = /^\/api\/(?:keys|sessions?|sign-|seats|access|own-sign-in|shared-access)/;
const decides: readonly EndpointShape["permission"][] = ["workspace.configure", "access.manage"];

/** Why an endpoint cannot stand without a kind of the audit log, or null. */
export function whyUnaudited(shape: EndpointShape): string | null {
  // What signs somebody in tells of it itself, when it knows who they are.
  if (shape.method === "GET" || shape.signsIn || auditKindOf(shape) !== null) return null;
  return decides.includes(shape.permission) || comesIn.test(shape.path)
    ? "configures the workspace or says who comes in, so it must say what the audit log calls it"
    : null;
}

/** Writes the event of a request in the transaction of its work, which ends with it. `text` is the answer. */
export async function auditInside(
  trx: Db,
  request: FastifyRequest,
  shape: EndpointShape,
  text: string,
): Promise<void> {
  const kind = auditKindOf(shape);
  if (!kind || !request.admission) return;
  // What is left of the transaction is the platform's, whatever the caller may see.
  await leaveNarrow(trx);
  await writeAuditEvent(trx, eventOf(request, request.admission, shape, kind, "done", text));
}

/** Writes the event of a request that has no transaction: what is read, and what opens transactions of its own. */
export async function auditApart(
  { database, clock }: Services,
  request: FastifyRequest,
  shape: EndpointShape,
  outcome: AuditOutcome,
  text = "",
): Promise<void> {
  const { admission } = request;
  const kind = auditKindOf(shape);
  if (!kind || !admission) return;
  const event = eventOf(request, admission, shape, kind, outcome, text);
  await writeAs(database.db, admission.author, clock, (trx) => writeAuditEvent(trx, event));
}

function eventOf(
  request: FastifyRequest,
  { actor }: Admission,
  shape: EndpointShape,
  kind: AuditKind,
  outcome: AuditOutcome,
  text: string,
): NewAuditEvent {
  const subject = subjectOf(request, shape, kind, text);
  const { chain } = auditKindFacts(kind);
  const own = chain === "subject" && subject?.id ? subject.id : actor.workspaceId;
  return {
    ...{ workspaceId: chain === "installation" ? installationChain : own, kind, outcome, subject },
    ...{ accessRole: actor.role, keyId: actor.key?.id ?? null },
    ...{
      address: request.approach?.address ?? request.ip,
      requestId: request.id,
      endpoint: `${shape.method} ${shape.path}`,
    },
    detail: { ...fileOf(shape), ...fieldsOf(request, shape), ...request.noted },
  };
}

const shownIdLength = 12;

/** What a request was about: a record by its id, a list by its noun. Never what was typed, never a secret. */
function subjectOf(
  request: FastifyRequest,
  shape: EndpointShape,
  kind: AuditKind,
  text: string,
): NonNullable<NewAuditEvent["subject"]> | null {
  const params = (request.params ?? {}) as Readonly<Record<string, string | undefined>>;
  const { noun: usual } = auditKindFacts(kind);
  const noun = usual ?? params.noun ?? (shape.answers ? shape.path.split("/")[2] : undefined);
  const given = params.id ?? params.key ?? idIn(text);
  if (noun === undefined) return null;
  // A session's id is the hash of its token: its beginning tells sessions apart.
  const id = given !== undefined && given.length > 36 ? given.slice(0, shownIdLength) : given;
  return { noun, id: id ?? null };
}

/** The id of the record that an answer shows. */
function idIn(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  const { id } = JSON.parse(text) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
}

const formats: Readonly<Record<string, string>> = { "text/csv": "CSV", "application/zip": "ZIP" };

function fileOf({ answers }: EndpointShape): AuditDetail {
  return answers === undefined ? {} : { format: formats[answers] ?? "Excel" };
}

const fieldsTold = 30;

/** The names of the fields that a change gives; what they were and are stands in the history of the record. */
function fieldsOf({ body }: FastifyRequest, { method }: EndpointShape): AuditDetail {
  if (method !== "PATCH" || typeof body !== "object" || body === null) return {};
  return { fields: Object.keys(body).slice(0, fieldsTold) };
}

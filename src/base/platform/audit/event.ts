/** An event of the audit log, and the text that its hash is taken of. */
import { createHash } from "node:crypto";
import type { AuditKind, AuditOutcome } from "../../kernel/index.ts";

/** What an event says besides its columns: figures and words of ours. Never what somebody typed, never a secret. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An event on its way into the log. Who did it is taken from the transaction that it is written in. */
export interface NewAuditEvent {
  /** The workspace in whose chain it stands; {@link installationChain} for what belongs to none. */
  readonly workspaceId: string;
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  /** The key of the access role in which it was done; null: nobody was recognised. */
  readonly accessRole: string | null;
  /** The key that a program showed. */
  readonly keyId?: string | null;
  /** The address that the request came from, as the server saw it. */
  readonly address: string | null;
  /** The number of the request, by which the log of the program tells of it as well. */
  readonly requestId: string | null;
  /** What was called, by its pattern: "POST /api/keys/:id/end", "quarterdeck restore". */
  readonly endpoint: string | null;
  readonly subject?: { readonly noun: string; readonly id: string | null } | null;
  readonly detail?: AuditDetail;
}

/** An event as it stands in the log. */
export interface AuditEvent {
  readonly workspaceId: string;
  readonly eventNo: bigint;
  readonly format: number;
  readonly happenedAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly actor: string;
  readonly personId: string | null;
  readonly accessRole: string | null;
  readonly keyId: string | null;
  readonly source: string;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly kind: string;
  readonly endpoint: string | null;
  readonly subjectNoun: string | null;
  readonly subjectId: string | null;
  readonly outcome: string;
  /** JSON exactly as the database writes it. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The chain of what belongs to no workspace: who showed a wrong key, backups of everything. */
export const installationChain = "00000000-0000-0000-0000-000000000000";

/** What the first event of a chain has for the hash of the one before it. */
export const noHash = "0".repeat(64);

/**
 * The text that the hash of an event is taken of: every field, each with its length in bytes before it, so that no two
 * events have one text. The database has the same in base.audit_text.
 */
export function auditText(event: AuditEvent): string {
  const moment = (at: Temporal.Instant) => at.toString({ fractionalSecondDigits: 6 });
  const fields = [
    event.workspaceId,
    event.eventNo.toString(),
    moment(event.happenedAt),
    moment(event.recordedAt),
    event.actor,
    event.personId,
    event.accessRole,
    event.keyId,
    event.source,
    event.address,
    event.requestId,
    event.kind,
    event.endpoint,
    event.subjectNoun,
    event.subjectId,
    event.outcome,
    event.detail,
    event.previousHash,
  ];
  const said = fields.map((field) => (field === null ? "-" : `${Buffer.byteLength(field)}:${field}`));
  return `quarterdeck audit ${event.format}\n${said.join(",")}`;
}

/** SHA-256 over {@link auditText}, as 64 digits. */
export function auditHash(event: AuditEvent): string {
  return createHash("sha256").update(auditText(event)).digest("hex");
}

/** A hash for people and logs: in eights, "3f2a91bc:77d0e1f2:…". */
export function shownHash(hash: string): string {
  return hash.match(/.{8}/g)?.join(":") ?? hash;
}

/** A hash as somebody typed it, without what stands between its digits; null when it is none. */
export function readHash(text: string): string | null {
  const digits = text.replace(/[\s:]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null;
}

/** Every failure leaves the server as one problem document (RFC 9457): what happened, and what to do about it. */
import { z } from "zod";
import type { Problem } from "../../contract.ts";
import { type FieldProblem, Refusal, type RefusalKind } from "../../kernel/index.ts";
import { refusalOf } from "./database-refusal.ts";
import { StaleVersion } from "./stale.ts";

interface ProblemDetail {
  readonly fix?: string;
  readonly fields?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure that belongs to HTTP itself, with its status. Capabilities throw a Refusal instead. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly detail: ProblemDetail;

  constructor(status: number, message: string, detail: ProblemDetail = {}) {
    super(message);
    this.name = "HttpProblem";
    this.status = status;
    this.detail = detail;
  }
}

export interface Failure {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the program is at fault, so that the log keeps the error itself. */
  readonly unexpected: boolean;
}

const titles: Readonly<Record<number, string>> = {
  400: "Not understood",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Not possible here",
  408: "Too slow",
  409: "In conflict",
  412: "Changed in the meantime",
  413: "Too large",
  414: "Address too long",
  415: "Not JSON",
  422: "Refused",
  428: "Version missing",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not available",
  507: "Storage full",
};

const statusOf: Readonly<Record<RefusalKind, number>> = {
  "not-found": 404,
  invalid: 422,
  conflict: 409,
  denied: 403,
  missing: 428,
  "too-much": 413,
  unavailable: 503,
};

/** Turns anything that was thrown into a problem document. What is not meant for people stays in the log. */
export function failureOf(error: unknown, requestId: string): Failure {
  const expected = expectedFailure(error);
  if (expected) return expected;
  const detail = `Quarterdeck could not finish this request. Its log has the details under ${requestId}.`;
  const fix = "Try again. If it happens again, send the number above to whoever runs this Quarterdeck.";
  return { problem: problemOf(500, detail, { fix }), headers: {}, unexpected: true };
}

function expectedFailure(error: unknown): Failure | null {
  if (error instanceof HttpProblem) return failure(error.status, error.message, error.detail);
  if (error instanceof Refusal) return failureOfRefusal(error);
  const refusal = refusalOf(error);
  if (refusal) {
    if (refusal.kind !== "unavailable") return failureOfRefusal(refusal);
    return failure(refusal.diskFull ? 507 : 503, refusal.message, withRetry(refusal), true);
  }
  return failureOfFramework(error);
}

function failureOfRefusal(refusal: Refusal): Failure {
  const stale = refusal instanceof StaleVersion ? refusal : null;
  const headers: Record<string, string> = {};
  if (refusal.kind === "unavailable") headers["retry-after"] = "1";
  const status = stale ? 412 : statusOf[refusal.kind];
  const answer = failure(status, refusal.message, { fix: refusal.fix, fields: refusal.fields, headers });
  if (!stale) return answer;
  return { ...answer, problem: { ...answer.problem, currentVersion: stale.currentVersion } };
}

function withRetry(refusal: Refusal): ProblemDetail {
  return { fix: refusal.fix, fields: refusal.fields, headers: { "retry-after": "1" } };
}

/** Fastify's own errors carry a status below 500 for what a caller did; their texts name internals, so ours are used. */
function failureOfFramework(error: unknown): Failure | null {
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  if (code === "FST_ERR_HANDLER_TIMEOUT") {
    const fix = "Ask for less at once. A write may still have happened: send it again with the same key.";
    return failure(
      503,
      "This took too long and was given up.",
      { fix, headers: { "retry-after": "5" } },
      true,
    );
  }
  if (typeof code !== "string" || !code.startsWith("FST_") || typeof statusCode !== "number") return null;
  if (statusCode === 413) return failure(413, "The body is larger than this address takes (1 MiB of JSON).");
  if (statusCode === 414) return failure(414, "A part of the address is too long.");
  if (statusCode === 415) return failure(415, "This address takes JSON only.", { fix: jsonOnly });
  if (statusCode >= 400 && statusCode < 500) return failure(statusCode, "The request could not be read.");
  return null;
}

export const jsonOnly = "Send the body as JSON in UTF-8, with the header content-type: application/json.";

function failure(status: number, message: string, detail: ProblemDetail = {}, unexpected = false): Failure {
  return { problem: problemOf(status, message, detail), headers: detail.headers ?? {}, unexpected };
}

function problemOf(status: number, message: string, detail: ProblemDetail): Problem {
  return {
    type: "about:blank",
    title: titles[status] ?? "Refused",
    status,
    detail: message,
    ...(detail.fix ? { fix: detail.fix } : {}),
    ...(detail.fields?.length ? { fields: detail.fields } : {}),
  };
}

/** Input that does not fit its schema, field by field, as a 400. */
export function schemaProblem(
  where: "path" | "query" | "body" | "row",
  error: z.core.$ZodError,
): HttpProblem {
  const fields = error.issues.flatMap((issue) => fieldsOf(issue, where));
  const names = fields.map(({ field }) => field).slice(0, 5);
  return new HttpProblem(400, `The ${where} does not fit: ${names.join(", ")}.`, {
    fix: "Correct the fields named here and send the request again.",
    fields: fields.slice(0, 50),
  });
}

function fieldsOf(issue: z.core.$ZodIssue, where: string): FieldProblem[] {
  const path = z.core.toDotPath(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: path ? `${path}.${key}` : key,
      message: `The ${where} has no such field.`,
    }));
  }
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return [{ field: path || where, message: missing ? "Is missing." : issue.message }];
}

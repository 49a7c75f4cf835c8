/** What was refused, in the audit log: after the answer, in a transaction of its own, and never more than the rule lets. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AuditKind, auditKindFacts } from "../../kernel/index.ts";
import type { Services } from "../at-hand.ts";
import { countRefusals, installationChain, isKnownToHistory, writeAuditEvent } from "../audit/index.ts";
import { writeAs } from "../db/index.ts";
import { sessionCookie, sessionCookieOf } from "./approach.ts";
import { routeOf } from "./failing.ts";
import type { Seat } from "./gate.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who was recognised, whether or not they were let on; the workspace that they asked for, if it is there. */
    caller: { readonly seat: Seat; readonly workspaceId: string | null } | null;
    /** What a page that answers by itself calls its refusal. */
    refusal: AuditKind | null;
  }
}

const settleMs = 60_000;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Writes refusals down for as long as the server runs; on the way down, what was counted until then. */
export function keepRefusals(app: FastifyInstance, services: Services): void {
  const { database, clock, log } = services;
  const count = countRefusals(clock, async ({ author, event }) => {
    await writeAs(database.db, author, clock, (trx) => writeAuditEvent(trx, event));
  });
  const underWay = new Set<Promise<void>>();
  const run = (work: () => Promise<void>): void => {
    const running: Promise<void> = work()
      .catch((error) => log("error", "A refusal could not be written into the audit log.", { error }))
      .finally(() => underWay.delete(running));
    underWay.add(running);
  };
  const timer = setInterval(() => run(count.settle), settleMs).unref();
  app.addHook("onResponse", async (request, reply) => {
    const status = reply.statusCode;
    if (request.refusal === null && ![401, 403, 404, 429].includes(status)) return;
    run(async () => {
      const kind = request.refusal ?? (await kindOf(request, status, services));
      if (kind) await count.hear(refusalOf(request, kind, status));
    });
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    run(count.settle);
    await Promise.all(underWay);
  });
}

/** What a refusal is in the log; null: somebody was not signed in, or mistyped an address. */
async function kindOf(
  request: FastifyRequest,
  status: number,
  { database }: Services,
): Promise<AuditKind | null> {
  const { caller, admission } = request;
  // Somebody who tries to come in shows an address, a code or a link.
  if (request.routeOptions.config.endpoint?.signsIn) return "sign-in refused";
  if (status === 401) return shownBy(request) === null ? null : "credential refused";
  if (status === 429) return null;
  if (status === 403) return caller === null ? "foreign request" : "denied";
  if (caller === null || !request.routeOptions.config.endpoint) return null;
  // Without admission it is the workspace that is not there for them.
  if (admission === null) return "denied";
  const id = idOf(request);
  // An id that exists nowhere is a slip; one that exists, and is not there for them, is out of their sight.
  return id !== null && (await isKnownToHistory(database.db, id)) ? "denied" : null;
}

function shownBy(request: FastifyRequest): string | null {
  if (request.headers.authorization !== undefined) return "key or token";
  return request.cookies?.[sessionCookieName(request)] === undefined ? null : "session";
}

const sessionCookieName = ({ approach }: FastifyRequest) =>
  approach ? sessionCookieOf(approach) : sessionCookie;

function idOf(request: FastifyRequest): string | null {
  const { id } = (request.params ?? {}) as { id?: unknown };
  return typeof id === "string" && uuid.test(id) ? id : null;
}

function refusalOf(request: FastifyRequest, kind: AuditKind, status: number) {
  const { caller } = request;
  const { chain } = auditKindFacts(kind);
  const workspaceId = (chain === "installation" ? null : caller?.workspaceId) ?? installationChain;
  const id = idOf(request);
  const shown = kind === "credential refused" ? shownBy(request) : null;
  const { seat } = caller ?? {};
  const asked = request.routeOptions.config.endpoint?.summary;
  return {
    author: {
      ...{ workspaceId, authorId: seat?.personId ?? null },
      ...{ author: seat?.name ?? "Somebody unknown", source: seat?.source ?? "network" },
    },
    caller: seat
      ? [workspaceId, seat.role, seat.key?.id ?? seat.personId ?? seat.name].join(" ")
      : "somebody unknown",
    event: {
      ...{ workspaceId, kind, outcome: "refused" as const },
      ...{ accessRole: seat?.role ?? null, keyId: seat?.key?.id ?? null },
      ...{
        address: request.approach?.address ?? request.ip,
        requestId: request.id,
        endpoint: `${request.method} ${routeOf(request)}`,
      },
      subject: id === null || kind !== "denied" ? null : { noun: "record", id },
      detail: {
        status,
        ...(asked === undefined || kind !== "denied" ? {} : { asked }),
        ...(shown === null ? {} : { shown }),
      },
    },
  };
}

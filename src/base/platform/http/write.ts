/** Runs a write: one transaction with its author, the answer to a POST kept with its effect. */
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { EndpointShape } from "../../contract.ts";
import type { Services } from "../at-hand.ts";
import { type Db, writeAs } from "../db/index.ts";
import type { Admission } from "./gate.ts";
import { claimKey, type KeptAnswer, keepAnswer, type PostedKey } from "./idempotency-store.ts";
import { HttpProblem } from "./problem.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** In place of the text, where the answer is a file of bytes. */
  readonly bytes?: Buffer;
  readonly replayed: boolean;
  /** The write's position in the change feed, by which a later read can demand to know of it; null for reads. */
  readonly position: string | null;
}

/**
 * Runs `work` in a transaction and gives its answer. For a POST (`posted`) a key that was answered before gives
 * that answer again without running anything.
 */
export async function runWrite(
  services: Services,
  admission: Admission,
  posted: PostedKey | null,
  status: number,
  work: (trx: Db) => Promise<string>,
): Promise<Answer> {
  const { database, clock } = services;
  return writeAs(database.db, admission.author, clock, async (trx) => {
    if (posted) {
      const kept = await claimOrWait(trx, services, posted);
      if (kept) return replay(kept, posted);
    }
    const text = await work(trx);
    if (posted) await keepAnswer(trx, posted, status, posted.secret ? "" : text);
    return { status, text, replayed: false, position: await positionOf(trx) };
  });
}

/** The transaction's id, which is the position of its changes; null where it has changed nothing. */
async function positionOf(trx: Db): Promise<string | null> {
  const { rows } = await sql<{ position: string | null }>`
    select pg_current_xact_id_if_assigned()::text as position`.execute(trx);
  return rows[0]?.position ?? null;
}

async function claimOrWait(trx: Db, services: Services, posted: PostedKey): Promise<KeptAnswer | null> {
  try {
    return await claimKey(trx, services.database.engine, posted, services.clock);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "55P03") throw error;
    throw new HttpProblem(409, "A request with the same Idempotency-Key is still running.", {
      fix: "Send it again in a moment: you will get the answer of the first.",
      headers: { "retry-after": "1" },
    });
  }
}

function replay(kept: KeptAnswer, posted: PostedKey): Answer {
  if (kept.requestHash === posted.requestHash && posted.secret) {
    throw new HttpProblem(409, "This was done before, and its answer held a secret that is not kept.", {
      fix: "Send it again with a new Idempotency-Key, and end what the first one made.",
    });
  }
  if (kept.requestHash === posted.requestHash)
    return { status: kept.status, text: kept.text, replayed: true, position: null };
  throw new HttpProblem(422, "This Idempotency-Key was used before for another request.", {
    fix: "Use a new key for every new request, and the same key only to send the same one again.",
  });
}

/** The key of a POST with the hash of what was sent; null for what is not kept. Refuses a POST without a key. */
export function postedKeyOf(
  request: FastifyRequest,
  shape: EndpointShape,
  admission: Admission,
): PostedKey | null {
  if (shape.method !== "POST" || shape.takesSecret) return null;
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new HttpProblem(400, "A POST needs an Idempotency-Key, so that sending it twice does it once.", {
      fix: "Add the header Idempotency-Key with a new random id (1 to 255 visible characters, no spaces).",
    });
  }
  const { actor } = admission;
  const sent = [
    shape.method,
    shape.path,
    request.params,
    request.query,
    request.headers["if-match"],
    request.body,
  ];
  return {
    workspaceId: actor.workspaceId,
    principal: `${actor.role}:${actor.personId ?? ""}${actor.key ? `:${actor.key.id}` : ""}`,
    secret: shape.secret === true,
    key,
    requestHash: createHash("sha256").update(canonical(sent)).digest("hex"),
  };
}

/** JSON with sorted keys: the same content gives the same text, in whatever order it was sent. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

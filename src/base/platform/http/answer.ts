/** Serves one route: input checked, work done, answer checked and sent. The gate has been passed before. */
import { Readable, Transform } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EndpointShape } from "../../contract.ts";
import type { Services } from "../at-hand.ts";
import type { Db } from "../db/index.ts";
import { approachOf } from "./approach.ts";
import { auditApart, auditInside } from "./audited.ts";
import { type CheckedRoute, checkedInput } from "./checked-route.ts";
import type { TakePlace } from "./exports.ts";
import { type Admission, admit, type Gate } from "./gate.ts";
import { handlerTime, STREAM_BYTES_MAX, socketTime } from "./limits.ts";
import { describeRoute } from "./openapi.ts";
import { refuseUnsaidOrigin } from "./origin.ts";
import { HttpProblem } from "./problem.ts";
import type { AnyCall } from "./route.ts";
import { isKnown, tagOfRead, tagOfWrite, versionOfTag } from "./tag.ts";
import { type Answer, postedKeyOf, runWrite } from "./write.ts";

/** On the answer to a write: its position. */
const positionHeader = "quarterdeck-position";
/** On a read: the position of a write that the answer must know of. */
const afterHeader = "quarterdeck-after";

/** Registers a route behind the gate. */
export function serve(
  app: FastifyInstance,
  route: CheckedRoute,
  services: Services,
  gate: Gate,
  takePlace: TakePlace,
): void {
  const { shape } = route;
  app.route({
    method: shape.method,
    url: shape.path,
    schema: describeRoute(shape),
    config: { endpoint: shape },
    handlerTimeout:
      shape.stream || shape.lengthy || shape.answers ? handlerTime.streamMs : handlerTime.jsonMs,
    onRequest: async (request) => {
      if (shape.signsIn) refuseUnsaidOrigin(request.headers.origin);
      request.admission = await admit(request, shape, gate);
      // While the work takes in what has come, nothing may move on the connection for a while.
      if (shape.stream || shape.lengthy) request.socket.setTimeout?.(socketTime.streamIdleMs);
    },
    handler: async (request, reply) => {
      if (shape.flows && request.admission) takePlace(request.admission, reply.raw);
      if (shape.flows) return sendFlowing(request, reply, route, services);
      const answer = await answerOf(request, reply, route, services);
      if (answer.bytes !== undefined) return reply.code(answer.status).type(typeOf(shape)).send(answer.bytes);
      if (shape.answers !== undefined) return reply.code(answer.status).type(typeOf(shape)).send(answer.text);
      const reads = shape.method === "GET" && request.admission !== null;
      const tag = reads ? tagOfRead(answer.text) : tagOfWrite(answer.text);
      if (tag !== null) reply.header("etag", tag);
      if (reads && tag !== null && isKnown(tag, request.headers["if-none-match"])) {
        return reply.code(304).send();
      }
      if (answer.position !== null) reply.header(positionHeader, answer.position);
      if (answer.replayed) reply.header("idempotency-replayed", "true");
      return reply.code(answer.status).type("application/json; charset=utf-8").send(answer.text);
    },
  });
}

/** Sends a file as it is made. What fails on the way breaks the answer off, so that no half of a file passes for whole. */
async function sendFlowing(
  request: FastifyRequest,
  reply: FastifyReply,
  route: CheckedRoute,
  services: Services,
): Promise<FastifyReply> {
  const call = callOf(request, reply, route, services);
  const bytes = (await route.work(call)) as AsyncIterable<Uint8Array>;
  // Before the first byte leaves, so that no file does without a word of it.
  await auditApart(services, request, route.shape, "done");
  const file = Readable.from(bytes, { objectMode: false });
  file.on("error", (error) => services.log("error", "A file broke off.", { request: request.id, error }));
  return reply.type(typeOf(route.shape)).send(file);
}

const typeOf = ({ answers }: EndpointShape): string =>
  answers === "text/csv" ? "text/csv; charset=utf-8" : (answers ?? "application/octet-stream");

/** What the work of a route is called with: everything that was sent, checked. */
function callOf(
  request: FastifyRequest,
  reply: FastifyReply,
  route: CheckedRoute,
  services: Services,
): AnyCall {
  const { shape } = route;
  const seen = seenServices(services, shape, request.admission);
  const expected = shape.conditional ? { expectedVersion: expectedVersionOf(request) } : {};
  return {
    ...expected,
    params: checkedInput(route, "path", request.params),
    query: checkedInput(route, "query", request.query),
    body: shape.stream ? undefined : checkedInput(route, "body", request.body),
    ...(request.admission ?? {}),
    services: seen,
    approach: approachOf(request),
    db: seen.database.db,
    setHeader: (name, value) => void reply.header(name, value),
    note: (detail) => {
      request.noted = { ...request.noted, ...detail };
    },
    signal: request.signal,
  };
}

/** What the work may use: record and replica as the caller sees them, whatever the work asks of them. */
function seenServices(services: Services, shape: EndpointShape, admission: Admission | null): Services {
  const rows = admission?.sight.rows ?? "all";
  if (admission === null || rows === "all" || shape.own) return services;
  const { database, replica } = services;
  const to = { ...rows, workspaceId: admission.sight.workspaceId };
  return {
    ...services,
    database: { ...database, db: database.narrowed(to), dump: null },
    replica: { ...replica, ...replica.narrowed(to) },
  };
}

async function answerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  route: CheckedRoute,
  services: Services,
): Promise<Answer> {
  const { shape } = route;
  const { admission } = request;
  const posted = admission ? postedKeyOf(request, shape, admission) : null;
  const call = callOf(request, reply, route, services);
  const stream = shape.stream ? { stream: limitedStream(request) } : {};
  const run = (db: Db) => contentOf(route, { ...call, ...stream, db });
  const status = shape.status ?? 200;
  const opensOwn = shape.stream || shape.lengthy || shape.takesSecret;
  if (!admission || shape.method === "GET" || opensOwn) {
    if (admission) await reachPosition(request, admission, services);
    const content = await run(call.db).catch(async (error: unknown) => {
      // Where the log cannot be written either, what went wrong first is what the caller must hear.
      if (shape.method !== "GET") await auditApart(services, request, shape, "failed").catch(() => undefined);
      throw error;
    });
    await auditApart(services, request, shape, "done", typeof content === "string" ? content : "");
    const read = { status, replayed: false, position: null };
    return typeof content === "string" ? { ...read, text: content } : { ...read, text: "", bytes: content };
  }
  return runWrite(call.services, admission as Admission, posted, status, async (trx) => {
    const text = String(await run(trx));
    await auditInside(trx, request, shape, text);
    return text;
  });
}

/** Does the work and gives its answer as JSON, or as a file's text or bytes, checked: only what the endpoint declares leaves the server. */
async function contentOf(route: CheckedRoute, call: AnyCall): Promise<string | Buffer> {
  const output = route.shape.output.safeParse(await route.work(call));
  if (output.success && output.data instanceof File) return Buffer.from(await output.data.arrayBuffer());
  if (output.success && route.shape.answers !== undefined) return String(output.data);
  if (output.success) return JSON.stringify(output.data) ?? "null";
  const { method, path } = route.shape;
  throw new Error(`The answer of ${method} ${path} does not fit its contract: ${output.error.message}`);
}

async function reachPosition(
  request: FastifyRequest,
  admission: Admission,
  services: Services,
): Promise<void> {
  const after = request.headers[afterHeader];
  if (after === undefined) return;
  if (typeof after === "string" && /^\d{1,19}$/.test(after)) {
    return services.replica.reach(admission.actor.workspaceId, after);
  }
  throw new HttpProblem(400, `The header ${afterHeader} is not a position.`, {
    fix: `Send the ${positionHeader} that the write was answered with.`,
  });
}

function expectedVersionOf(request: FastifyRequest): number {
  const given = request.headers["if-match"];
  if (given === undefined) {
    throw new HttpProblem(428, "A change must say which version of the record it was made from.", {
      fix: 'Send the version that you loaded in the header If-Match, for example If-Match: "3".',
    });
  }
  const version = versionOfTag(given);
  if (version !== null) return version;
  throw new HttpProblem(400, "The header If-Match is not a version of a record.", {
    fix: 'Send the version in quotes, for example If-Match: "3".',
  });
}

/** The uploaded bytes, cut off with 413 where they exceed the limit, whatever their announced length was. */
function limitedStream(request: FastifyRequest): Readable {
  const upload = request.body as Readable | undefined;
  if (!upload) throw new HttpProblem(400, "The upload is empty.", { fix: "Send the bytes of the file." });
  const tooLarge = new HttpProblem(413, "The file is larger than 2 GiB.", {
    fix: "Split it into several files.",
  });
  if (Number(request.headers["content-length"] ?? 0) > STREAM_BYTES_MAX) throw tooLarge;
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      if (bytes > STREAM_BYTES_MAX) next(tooLarge);
      else next(null, chunk);
    },
  });
  upload.on("error", () => counted.destroy(new HttpProblem(400, "The upload was broken off.")));
  upload.on("aborted", () => counted.destroy(new HttpProblem(400, "The upload was broken off.")));
  return upload.pipe(counted);
}

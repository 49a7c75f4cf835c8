/** How failures leave the server, down to those that never became a request. */
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../at-hand.ts";
import { bareHeaders } from "./headers.ts";
import { failureOf, HttpProblem } from "./problem.ts";

/** Answers a request that failed with its problem document; what nobody expected goes to the log as it is. */
export function sendFailure(
  services: Services,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { problem, headers, unexpected } = failureOf(inWords(error, request), request.id);
  if (unexpected) {
    const { method } = request;
    services.log("error", "A request failed.", {
      request: request.id,
      method,
      route: routeOf(request),
      error,
    });
  }
  // Whoever is still sending would otherwise go on for nothing.
  if (!request.raw.complete) reply.header("connection", "close");
  return reply
    .code(problem.status)
    .headers(headers)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

/** Time that ran out while the caller was still sending is the caller's. */
function inWords(error: unknown, request: FastifyRequest): unknown {
  const ranOut = (error as { code?: unknown } | null)?.code === "FST_ERR_HANDLER_TIMEOUT";
  if (!ranOut || request.raw.complete) return error;
  return new HttpProblem(408, "The request took too long to arrive.", { fix: "Send it again, faster." });
}

/** Answers what is no HTTP, or came too slowly to be any, and lets go of the connection. */
export function answerUnreadable(error: { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const [line, words] = late
    ? ["408 Request Timeout", "The request took too long to arrive."]
    : ["400 Bad Request", "This is no request that can be read."];
  const { problem } = failureOf(new HttpProblem(late ? 408 : 400, words), "");
  const body = JSON.stringify(problem);
  const headers = {
    ...bareHeaders,
    "content-type": "application/problem+json; charset=utf-8",
    connection: "close",
  };
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) });
  socket.end(
    `HTTP/1.1 ${line}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
}

/** The pattern, not the address itself: addresses can carry names and tokens. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? "(none)";
}

/** The HTTP server: every route generically from its endpoint, everything else refused. */
import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import product from "../../../../package.json" with { type: "json" };
import type { EndpointShape } from "../../contract.ts";
import type { Services } from "../at-hand.ts";
import { serve } from "./answer.ts";
import { approachOf, isOwnHost, markApproaches, type Proxies, sessionCookieOf } from "./approach.ts";
import { checkRoutes } from "./checked-route.ts";
import { placesForFiles } from "./exports.ts";
import { answerUnreadable, routeOf, sendFailure } from "./failing.ts";
import type { Gate } from "./gate.ts";
import { bareHeaders, sendSafeHeaders, yearOfHttps } from "./headers.ts";
import { healthRoute } from "./health.ts";
import * as limits from "./limits.ts";
import { describeApi, openApiRoute } from "./openapi.ts";
import { whyForeign } from "./origin.ts";
import { type Page, servePage } from "./page.ts";
import { HttpProblem, jsonOnly } from "./problem.ts";
import { keepRefusals } from "./refused.ts";
import type { Route } from "./route.ts";
import { turnAwayBeyond } from "./shedding.ts";
import { strictJson } from "./strict-json.ts";
import { serveWeb } from "./web.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    endpoint?: EndpointShape;
  }
}

/** A request that was answered, by its route's pattern; what is in addresses stays out. */
export interface ObservedRequest {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly services: Services;
  readonly gate: Gate;
  /** Addresses outside /api that answer by themselves, like the sign-in link. */
  readonly pages?: readonly Page[];
  /** The folder of the built web app. */
  readonly webRoot?: string;
  /** Hears of every request that was answered. */
  readonly observe?: (request: ObservedRequest) => void;
  /** How many requests may be under way at one time; see limits.ts. */
  readonly requestsAtOnce?: number;
  /** The address under which the installation is known besides loopback, "https://…". */
  readonly ownOrigin?: string;
  /** Whose word counts about whom a request comes from; without it nobody's. */
  readonly proxies?: Proxies;
}

/** Makes the server, ready to listen. Refuses routes that are undecided, doubled or contradict themselves. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = newFastify(parts.services, parts.ownOrigin ?? null);
  app.decorateRequest("admission", null);
  for (const kept of ["caller", "noted", "refusal"] as const) app.decorateRequest(kept, null);
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.setErrorHandler((error, request, reply) => sendFailure(parts.services, error, request, reply));
  // Deny by default: what was not bound to an endpoint with a permission cannot stand below /api.
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith("/api") && !route.config?.endpoint) {
      throw new Error(`The route ${route.url} has no endpoint, so nobody decided who may use it.`);
    }
  });
  markApproaches(app, parts.ownOrigin ?? null, parts.proxies);
  await sendSafeHeaders(app);
  turnAwayBeyond(app, parts.requestsAtOnce ?? limits.REQUESTS_AT_ONCE_MAX);
  await app.register(cookie);
  keepForeignersOut(app, parts.ownOrigin);
  logRequests(app, parts);
  keepRefusals(app, parts.services);
  letConnectionsGo(app);
  await describeApi(app, product.version);
  const routes = checkRoutes([...parts.routes, healthRoute, openApiRoute(app)]);
  takeOnlyJson(app);
  const takePlace = placesForFiles();
  for (const route of routes.filter(({ shape }) => !shape.stream))
    serve(app, route, parts.services, parts.gate, takePlace);
  await app.register(async (uploads) => {
    takeOnlyBytes(uploads);
    for (const route of routes.filter(({ shape }) => shape.stream))
      serve(uploads, route, parts.services, parts.gate, takePlace);
  });
  for (const page of parts.pages ?? []) servePage(app, page);
  await serveWeb(app, parts.webRoot ?? null);
  await app.ready();
  return app;
}

function newFastify(services: Services, ownOrigin: string | null): FastifyInstance {
  const { socketTime } = limits;
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: false,
    exposeHeadRoutes: false,
    bodyLimit: limits.JSON_BYTES_MAX,
    connectionTimeout: socketTime.idleMs,
    requestTimeout: socketTime.requestMs,
    keepAliveTimeout: socketTime.keepAliveMs,
    handlerTimeout: limits.handlerTime.jsonMs,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: limits.PARAMETER_LENGTH_MAX },
    http: { headersTimeout: socketTime.headersMs, connectionsCheckingInterval: socketTime.checkEveryMs },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      reply.headers(bareHeaders);
      if (isOwnHost(request.headers.host, ownOrigin)) reply.header("strict-transport-security", yearOfHttps);
      sendFailure(services, error, request as FastifyRequest, reply as unknown as FastifyReply);
    },
  });
  app.server.maxConnections = limits.CONNECTIONS_MAX;
  return app;
}

function keepForeignersOut(app: FastifyInstance, ownOrigin: string | undefined): void {
  app.addHook("onRequest", async (request) => {
    const { host, origin, "sec-fetch-site": fetchSite } = request.headers;
    const reason = whyForeign(
      {
        method: request.method,
        url: request.url,
        host,
        origin,
        fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
        hasCookie: request.cookies[sessionCookieOf(approachOf(request))] !== undefined,
      },
      ownOrigin,
    );
    if (reason)
      throw new HttpProblem(403, reason, { fix: "Open Quarterdeck under the address that it prints." });
  });
}

/** Once the server is closing, a connection ends with the answer that runs on it, instead of waiting for another one. */
function letConnectionsGo(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (closing) reply.header("connection", "close");
  });
  app.addHook("onResponse", async () => {
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });
}

const jsonType = /^application\/json(?:; ?charset=(?:utf-8|"utf-8"))?$/i;

function takeOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => {
      if (jsonType.test(request.headers["content-type"] ?? "")) return strictJson(body);
      throw new HttpProblem(415, "This address takes JSON in UTF-8 only.", { fix: jsonOnly });
    },
  );
}

function takeOnlyBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/octet-stream", (_, upload, done) => done(null, upload));
}

function logRequests(app: FastifyInstance, { services, observe }: ServerParts): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    services.observed.request(reply.statusCode, reply.elapsedTime);
    observe?.({ route: routeOf(request), method, status: reply.statusCode, ms: reply.elapsedTime });
    if (!request.routeOptions.config.endpoint) return;
    services.log("info", "request", {
      request: request.id,
      method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      role: request.admission?.actor.role ?? null,
      workspace: request.admission?.actor.workspaceId ?? null,
    });
  });
}

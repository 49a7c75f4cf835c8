/**
 * A signed-in client for tests: the real server with the given routes, a real database, a real sign-in; only the
 * network in between is left out. Ask for what you need and call `close` at the end.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import {
  type CallInput,
  callEndpoint,
  type Endpoint,
  type EndpointShape,
  type Transport,
} from "#base/contract";
import { type Clock, newId, systemClock } from "#base/kernel";
import {
  createServer,
  type Database,
  jsonLog,
  noWorkspace,
  Observed,
  openReplica,
  proxiesOf,
  type Replica,
  type ReplicatedTable,
  type Route,
  type Services,
  sessionCookie,
} from "#base/platform";
import { accessGate, accessRoutes, makeSignInLink } from "#people";
import { freshDatabase } from "./database.ts";

type Server = Awaited<ReturnType<typeof createServer>>;
type Output<E extends EndpointShape> = ReturnType<typeof callEndpoint<E>>;
export type RawRequest = Omit<InjectOptions, "headers"> & {
  readonly headers?: Record<string, string | undefined>;
};

export interface ClientOptions {
  /** The database to use; without it a fresh one, which `close` closes. */
  readonly database?: Database;
  readonly clock?: Clock;
  /** An existing workspace; without it a new one in US dollars, New York, calendar year; null: none. */
  readonly workspaceId?: string | null;
  /** What the replica copies; without it `services.replica` knows no table. */
  readonly tables?: readonly ReplicatedTable[];
  readonly replica?: Replica;
  readonly webRoot?: string;
  readonly commandLineToken?: string;
  readonly ownOrigin?: string;
  /** Addresses of proxies whose word counts, "10.0.0.5". */
  readonly proxies?: string;
  readonly requestsAtOnce?: number;
  /** Gets the lines of the log; without it they are dropped. */
  readonly log?: (line: string) => void;
}

export interface Client {
  readonly workspaceId: string;
  readonly database: Database;
  readonly services: Services;
  readonly server: Server;
  /** The session's cookie as a header's value. */
  readonly cookie: string;
  /** Calls an endpoint as the signed-in owner. Throws CallRefused with the problem document. */
  call<E extends EndpointShape>(target: Endpoint<E>, input: CallInput<E>): Output<E>;
  /** Sends bytes to an endpoint that takes a stream. */
  upload<E extends EndpointShape>(target: Endpoint<E>, input: object, bytes: Uint8Array): Output<E>;
  /** A raw request as the signed-in owner from the app's own page; headers given here win, undefined removes one. */
  inject(request: RawRequest): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export const testHost = "127.0.0.1:7171";
const testOrigin = `http://${testHost}`;

/** Starts the routes on a database and signs in as the owner of a workspace. */
export async function signedInClient(routes: readonly Route[], options: ClientOptions = {}): Promise<Client> {
  const clock = options.clock ?? systemClock;
  const database = options.database ?? (await freshDatabase());
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-test-"));
  const replica =
    options.replica ?? openReplica({ db: database.db, directory, tables: options.tables ?? [] });
  const services: Services = {
    database,
    replica,
    clock,
    directory,
    log: jsonLog(clock, options.log ?? (() => undefined)),
    observed: new Observed(clock),
  };
  const wanted = options.workspaceId;
  const workspaceId =
    wanted === undefined ? await foundTestWorkspace(database, clock) : (wanted ?? noWorkspace);
  const gate = accessGate(services, options.commandLineToken ?? null);
  const server = await createServer({
    routes: [...routes, ...accessRoutes.filter((own) => !routes.includes(own))],
    services,
    gate,
    pages: gate.pages,
    ...(options.webRoot ? { webRoot: options.webRoot } : {}),
    ...(options.ownOrigin ? { ownOrigin: options.ownOrigin } : {}),
    ...(options.proxies ? { proxies: proxiesOf(options.proxies) } : {}),
    ...(options.requestsAtOnce ? { requestsAtOnce: options.requestsAtOnce } : {}),
  });
  const cookie = wanted === null ? "" : await signIn(server, database, workspaceId, clock);
  const inject: Client["inject"] = async (request) =>
    server.inject({
      ...request,
      headers: given({ host: testHost, origin: testOrigin, cookie, ...request.headers }),
    });
  return {
    workspaceId,
    database,
    services,
    server,
    cookie,
    inject,
    call: (target, input) => callEndpoint(transportOf(inject), target, input),
    upload: (target, input, bytes) => callEndpoint(uploadOf(inject, bytes), target, input as never),
    async close() {
      await server.close();
      if (!options.replica) await replica.close();
      if (!options.database) await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Founds a workspace for a test and gives its id. */
export async function foundTestWorkspace(
  database: Database,
  clock: Clock,
  name = "Test workspace",
): Promise<string> {
  const workspaceId = newId(clock);
  await database.db
    .insertInto("base.workspace")
    .values({ workspace_id: workspaceId, name, currency: "USD", time_zone: "America/New_York" })
    .execute();
  return workspaceId;
}

async function signIn(
  server: Server,
  database: Database,
  workspaceId: string,
  clock: Clock,
): Promise<string> {
  const url = await makeSignInLink(database.db, workspaceId, clock, randomBytes);
  const answer = await server.inject({ method: "GET", url, headers: { host: testHost } });
  const session = answer.cookies.find(({ name }) => name === sessionCookie);
  if (!session) throw new Error(`Signing in failed: ${answer.statusCode} ${answer.body}`);
  return `${sessionCookie}=${session.value}`;
}

function given(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function transportOf(inject: Client["inject"]): Transport {
  return async ({ method, url, headers, body }) => {
    const answer = await inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      text: answer.body,
    };
  };
}

function uploadOf(inject: Client["inject"], bytes: Uint8Array): Transport {
  return async ({ method, url, headers }) => {
    const sent = { ...headers, "content-type": "application/octet-stream" };
    const answer = await inject({ method, url, headers: sent, payload: Buffer.from(bytes) });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      text: answer.body,
    };
  };
}

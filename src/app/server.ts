/** Starts the server on services that are already open, and stops it without losing anything. */
import { Refusal } from "#base/kernel";
import {
  createServer,
  forgetAnswers,
  ownOriginOf,
  proxiesOf,
  type Route,
  type Services,
} from "#base/platform";
import { accessGate } from "#people";
import { serveMonitoring, watch } from "./monitoring.ts";
import { tellHeadsDaily } from "./upkeep/heads-actions.ts";

const PORT_DEFAULT = 7171;
const HOST_DEFAULT = "127.0.0.1";
const DRAIN_MS = 30_000;
const TIDY_MS = 60 * 60 * 1000;

export interface ServerSettings {
  readonly services: Services;
  readonly routes: readonly Route[];
  /** The folder of the built web app. */
  readonly webRoot?: string;
  /** The token by which this machine's command line is recognised; null: it is not. */
  readonly commandLineToken: string | null;
  /** These variables as they were given. */
  readonly environment: {
    readonly PORT?: string | undefined;
    readonly HOST?: string | undefined;
    readonly METRICS_PORT?: string | undefined;
    /** The address under which the installation is known besides loopback, "https://…". */
    readonly QUARTERDECK_ORIGIN?: string | undefined;
    /** The addresses of proxies whose word counts about whom a request comes from. */
    readonly QUARTERDECK_PROXY?: string | undefined;
  };
  /** Runs on the way down when requests have ended, before the database is closed. */
  readonly beforeClosing?: () => void | Promise<void>;
  /** Runs last on the way down, when the database is closed: gives back the lock on the data directory. */
  readonly release?: () => void | Promise<void>;
}

export interface RunningServer {
  /** Where it answers on this machine, for example "http://127.0.0.1:7171". */
  readonly origin: string;
  /** Where metrics are answered, with METRICS_PORT. */
  readonly metricsOrigin: string | null;
  /** Stops accepting, lets running requests end (30 seconds at most), then closes replica, database and lock. */
  stop(): Promise<void>;
}

/**
 * Listens on HOST:PORT. Refuses an address beyond this machine and a taken port that was asked for; without PORT a
 * taken 7171 is made up for by a free one.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { environment } = settings;
  const monitoring = environment.METRICS_PORT ? watch(settings.services) : null;
  const { services } = monitoring ?? settings;
  const host = environment.HOST || HOST_DEFAULT;
  const gate = accessGate(services, settings.commandLineToken);
  const ownOrigin = environment.QUARTERDECK_ORIGIN ? ownOriginOf(environment.QUARTERDECK_ORIGIN) : null;
  const proxies = environment.QUARTERDECK_PROXY ? proxiesOf(environment.QUARTERDECK_PROXY) : null;
  const reason = await gate.refuseListening(host, ownOrigin);
  if (reason) throw new Refusal("denied", reason);
  const wanted = portOf(environment.PORT);
  const server = await createServer({
    routes: settings.routes,
    services,
    gate,
    pages: gate.pages,
    ...(settings.webRoot ? { webRoot: settings.webRoot } : {}),
    ...(ownOrigin ? { ownOrigin } : {}),
    ...(proxies ? { proxies } : {}),
    ...(monitoring ? { observe: monitoring.observe } : {}),
  });
  const metrics = monitoring && (await serveMonitoring(monitoring, environment.METRICS_PORT ?? ""));
  const origin = reachedHere(await listen(server, host, wanted));
  const tellHeads = tellHeadsDaily(services);
  const tidying = setInterval(() => void tidy(services, gate).then(tellHeads), TIDY_MS).unref();
  services.log("info", "Listening.", { origin, metrics: metrics?.origin ?? null });
  await tellHeads();
  let stopping: Promise<void> | null = null;
  const shutDown = async () => {
    services.log("info", "Stopping: no new requests, running ones end.");
    clearInterval(tidying);
    await drain(server, services);
    await metrics?.close();
    await settings.beforeClosing?.();
    await services.replica.close();
    await services.database.close();
    await settings.release?.();
    services.log("info", "Stopped.");
  };
  return {
    origin,
    metricsOrigin: metrics?.origin ?? null,
    stop() {
      stopping ??= shutDown();
      return stopping;
    },
  };
}

/** Stops the server on SIGTERM and SIGINT and ends the process with 0; a second signal ends it at once with 1. */
export function stopOnSignals(running: RunningServer, services: Services): void {
  let asked = false;
  const onSignal = async () => {
    if (asked) process.exit(1);
    asked = true;
    try {
      await running.stop();
      process.exit(0);
    } catch (error) {
      services.log("error", "Stopping failed.", { error });
      process.exit(1);
    }
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

type Server = Awaited<ReturnType<typeof createServer>>;

async function listen(server: Server, host: string, wanted: number | null): Promise<string> {
  try {
    return await server.listen({ host, port: wanted ?? PORT_DEFAULT });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "EADDRINUSE") throw error;
    if (wanted === null) return server.listen({ host, port: 0 });
    await server.close();
    throw new Refusal("conflict", `The port ${wanted} is taken by another program.`, {
      fix: "Choose another PORT, or leave PORT out and Quarterdeck finds a free one.",
    });
  }
}

/** The address by which this machine reaches it, where it listens on all of its addresses. */
function reachedHere(origin: string): string {
  const url = new URL(origin);
  if (url.hostname === "0.0.0.0" || url.hostname === "[::]") url.hostname = "127.0.0.1";
  return url.origin;
}

/** The port that was asked for, or null. Refuses what is not a port. */
function portOf(given: string | undefined): number | null {
  if (given === undefined || given === "") return null;
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  throw new Refusal("invalid", `PORT is "${given}", which is not a port.`, {
    fix: "Ports go from 1 to 65535.",
  });
}

/** Lets running requests end; those that have not after 30 seconds are cut off. */
async function drain(server: Server, services: Services): Promise<void> {
  const deadline = setTimeout(() => {
    services.log("warn", "Some requests did not end in time and were cut off.");
    server.server.closeAllConnections();
  }, DRAIN_MS);
  await server.close();
  clearTimeout(deadline);
}

async function tidy(services: Services, gate: ReturnType<typeof accessGate>): Promise<void> {
  try {
    await forgetAnswers(services.database.db, services.clock);
    await gate.tidy();
  } catch (error) {
    services.log("warn", "Tidying up failed; it is tried again in an hour.", { error });
  }
}

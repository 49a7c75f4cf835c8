/** What a Prometheus server can watch: requests, log lines, disk, snapshots, the process. On loopback, where it is asked for. */
import { statfsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { Refusal } from "#base/kernel";
import { listSnapshots, type ObservedRequest, type Services } from "#base/platform";

export interface Monitoring {
  /** The services, whose log is counted. */
  readonly services: Services;
  /** Takes note of a request that was answered. */
  observe(request: ObservedRequest): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Begins to watch. Without a data directory neither disk nor snapshots are told. */
export function watch(services: Services): Monitoring {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: "quarterdeck_request_seconds",
    help: "Requests by route, method and status, with how long their answer took",
    labelNames: ["route", "method", "status"] as const,
    buckets: seconds,
    registers,
  });
  const lines = new Counter({
    name: "quarterdeck_log_lines_total",
    help: "Lines of the log by level; warn has slow statements among them",
    labelNames: ["level"] as const,
    registers,
  });
  const { directory } = services;
  if (directory !== null) watchDirectory(directory, services, registers);
  return {
    services: {
      ...services,
      log: (level, message, facts) => {
        lines.inc({ level });
        services.log(level, message, facts);
      },
    },
    observe: ({ route, method, status, ms }) =>
      requests.observe({ route, method, status: String(status) }, ms / 1000),
    text: () => register.metrics(),
  };
}

function watchDirectory(directory: string, { clock, database }: Services, registers: Registry[]): void {
  new Gauge({
    name: "quarterdeck_disk_free_bytes",
    help: "Room on the disk of the data directory",
    registers,
    collect() {
      const { bavail, bsize } = statfsSync(directory);
      this.set(bavail * bsize);
    },
  });
  if (database.engine !== "embedded") return;
  new Gauge({
    name: "quarterdeck_snapshot_age_seconds",
    help: "Age of the newest snapshot of the embedded database; missing while there is none",
    registers,
    collect() {
      this.reset();
      const [, day, hour, minute, second] =
        /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)/.exec(listSnapshots(directory).at(-1) ?? "") ?? [];
      if (day === undefined) return;
      const taken = Temporal.Instant.from(`${day}T${hour}:${minute}:${second}Z`);
      this.set(clock.now().since(taken).total("seconds"));
    },
  });
}

export interface MonitoringServer {
  /** "http://127.0.0.1:9171". */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Answers GET /metrics on loopback alone, on a port of its own, so that no proxy in front of Quarterdeck hands it out. Refuses a
 * port that is none, or taken.
 */
export async function serveMonitoring(monitoring: Monitoring, given: string): Promise<MonitoringServer> {
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535)
    throw new Refusal("invalid", `METRICS_PORT is "${given}", which is not a port.`, {
      fix: "Ports go from 1 to 65535.",
    });
  const server = createServer((request, reply) => {
    const isAsked = request.url === "/metrics" && request.method === "GET";
    if (!isAsked) return void reply.writeHead(404).end();
    monitoring.text().then(
      (text) =>
        reply.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text),
      () => reply.writeHead(500).end(),
    );
  });
  await listenOn(server, port);
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", () =>
      reject(
        new Refusal("conflict", `The port ${port} for METRICS_PORT cannot be used.`, {
          fix: "Choose another.",
        }),
      ),
    );
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

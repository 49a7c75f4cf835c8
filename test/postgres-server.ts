import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

export interface PostgresServer {
  /** postgres://… with the right to create databases. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The newest installed binaries of Debian's packages; null where there are none. */
function findBinaries(): string | null {
  const found = fs.globSync("/usr/lib/postgresql/*/bin/postgres");
  const version = (path: string) => Number(path.split("/")[4]);
  const newest = found.sort((one, other) => version(one) - version(other)).at(-1);
  return newest === undefined ? null : newest.replace(/\/postgres$/, "");
}

/** PostgreSQL refuses to run as root: root runs it as `postgres`, or as `nobody` where that account is missing. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = fs.readFileSync("/etc/passwd", "utf8").split("\n");
  const line = ["postgres", "nobody"]
    .map((name) => lines.find((one) => one.startsWith(`${name}:`)))
    .find(Boolean);
  if (line === undefined)
    throw new Error("There is neither an account postgres nor nobody to run PostgreSQL as.");
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server answers; gives its version. */
async function waitFor(url: string, server: ChildProcess, log: () => string): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended while starting:\n${log()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>("show server_version");
      return rows[0]?.server_version ?? "";
    } catch {
      await wait(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error(`PostgreSQL did not answer within 30 seconds:\n${log()}`);
}

const settings = [
  "listen_addresses=127.0.0.1",
  "max_connections=60",
  "shared_buffers=128MB",
  "unix_socket_directories=",
];

async function startIn(home: string, binaries: string, account: Account): Promise<PostgresServer> {
  const cluster = `${home}/cluster`;
  const env = { PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8", HOME: home };
  const options = { ...account, env, cwd: home };
  const initdb = [
    "-D",
    cluster,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
  execFileSync(`${binaries}/initdb`, initdb, { ...options, stdio: ["ignore", "ignore", "pipe"] });

  const port = await freePort();
  const parameters = [...settings, `port=${port}`].flatMap((setting) => ["-c", setting]);
  const server = spawn(`${binaries}/postgres`, ["-D", cluster, ...parameters], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (text: Buffer) => {
    log = (log + text.toString()).slice(-10_000);
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  // Immediate shutdown: the cluster is thrown away.
  const stopNow = () => server.kill("SIGQUIT");
  process.once("exit", stopNow);

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    return {
      url,
      version: await waitFor(url, server, () => log),
      async stop() {
        process.off("exit", stopNow);
        stopNow();
        await ended;
        fs.rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    stopNow();
    throw error;
  }
}

/**
 * Starts a real PostgreSQL server in a temporary directory, on a free port of 127.0.0.1 without a password.
 * Null where Debian's binaries are not installed. Stop it at the end.
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const binaries = findBinaries();
  if (binaries === null) return null;
  const account = serverAccount();
  const home = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-postgres-`);
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(home, account.uid, account.gid);
  return startIn(home, binaries, account);
}

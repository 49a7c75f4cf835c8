import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer as createNetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#base/kernel";
import { type Database, jsonLog, Observed, openReplica, type Services } from "#base/platform";
import { signedInClient } from "../../test/client.ts";
import { freshDatabase } from "../../test/database.ts";
import { seated } from "../../test/seats.ts";
import { type RunningServer, startServer } from "./server.ts";

const place = mkdtempSync(join(tmpdir(), "quarterdeck-server-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("starting", () => {
  let database: Database;
  let services: Services;
  let running: RunningServer | null = null;
  beforeAll(async () => {
    database = await freshDatabase();
    const replica = openReplica({ db: database.db, directory: place, tables: [] });
    const keptOpen = { ...database, close: async () => undefined };
    services = {
      database: keptOpen,
      replica,
      clock: systemClock,
      directory: place,
      log: jsonLog(systemClock, () => {}),
      observed: new Observed(systemClock),
    };
  });
  afterEach(async () => {
    await running?.stop();
    running = null;
  });
  afterAll(() => database.close());

  const start = async (environment: Parameters<typeof startServer>[0]["environment"]) => {
    running = await startServer({ services, routes: [], commandLineToken: null, environment });
    return running;
  };
  const taken = async (port: number) => {
    const other = createNetServer().listen(port, "127.0.0.1");
    await Promise.race([once(other, "listening"), once(other, "error")]);
    return other;
  };

  test("answers on the port that was asked for", async () => {
    const probe = await taken(0);
    const { port } = probe.address() as { port: number };
    probe.close();
    const { origin } = await start({ PORT: String(port) });
    expect(origin).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(`${origin}/api/health`)).json()).toEqual({ status: "ok" });
  });

  test("with METRICS_PORT tells of requests by their route on a port of its own, and of nothing else there", async () => {
    const { origin, metricsOrigin } = await start({ METRICS_PORT: "0" });
    expect(metricsOrigin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await fetch(`${origin}/api/health`);
    await fetch(`${origin}/api/nothing/secret-name`);
    const text = await (await fetch(`${metricsOrigin}/metrics`)).text();
    expect(text).toContain(
      'quarterdeck_request_seconds_count{route="/api/health",method="GET",status="200"} 1',
    );
    expect(text).toContain("quarterdeck_disk_free_bytes ");
    expect(text).not.toContain("secret-name");
    expect((await fetch(`${metricsOrigin}/api/health`)).status).toBe(404);
    expect((await fetch(`${origin}/metrics`)).headers.get("content-type")).not.toContain("version=0.0.4");
  });

  test("without a PORT finds a free one when the usual one is taken", async () => {
    const other = await taken(7171);
    const { origin } = await start({});
    expect(origin).not.toContain(":7171");
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    other.close();
  });

  test("with a PORT that is taken says so and does not choose another", async () => {
    const other = await taken(0);
    const { port } = other.address() as { port: number };
    await expect(start({ PORT: String(port) })).rejects.toMatchObject({
      kind: "conflict",
      message: `The port ${port} is taken by another program.`,
    });
    other.close();
  });

  test.each(["0.0.0.0", "::", "192.168.1.5"])("does not listen on %s", async (HOST) => {
    await expect(start({ HOST })).rejects.toMatchObject({ kind: "denied" });
  });

  test.each([
    ["QUARTERDECK_ORIGIN", "http://sales.example.com"],
    ["QUARTERDECK_PROXY", "1"],
  ])("does not take the %s %s", async (name, value) => {
    await expect(start({ [name]: value })).rejects.toMatchObject({ kind: "invalid" });
  });

  test("listens on every address once somebody can sign in, and this machine still reaches it", async () => {
    const QUARTERDECK_ORIGIN = "https://sales.example.com";
    await expect(start({ HOST: "0.0.0.0", QUARTERDECK_ORIGIN })).rejects.toThrowError("invite somebody");
    const desk = await signedInClient([], { database });
    await seated(desk, { name: "Dana Reyes", role: "director" });
    await desk.close();
    await expect(start({ HOST: "0.0.0.0" })).rejects.toThrowError("set QUARTERDECK_ORIGIN");
    for (const HOST of ["0.0.0.0", "::"]) {
      const { origin, stop } = await start({ HOST, PORT: "0", QUARTERDECK_ORIGIN });
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await fetch(`${origin}/api/health`)).status).toBe(200);
      await stop();
    }
  });

  test.each(["http", "70000", "-1", "1e3"])("does not take %s for a port", async (PORT) => {
    await expect(start({ PORT })).rejects.toMatchObject({ kind: "invalid" });
  });

  test("an address that is no HTTP at all is answered and closed", async () => {
    const { origin } = await start({});
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    socket.end("this is not HTTP\r\n\r\n");
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("default-src 'none'");
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "").status).toBe(400);
  });
});

/** A process of its own with a route that takes a while; it writes "closed" to the file when all is closed. */
const program = (released: string) => `
import { z } from "zod";
import { endpoint } from "#base/contract";
import { systemClock } from "#base/kernel";
import { bind, jsonLog, Observed, openReplica } from "#base/platform";
import { appendFileSync } from "node:fs";
import { startServer, stopOnSignals } from "./src/app/server.ts";
import { freshDatabase } from "./test/database.ts";
const database = await freshDatabase();
await database.db.insertInto("base.workspace").values({ workspace_id: "01890000-0000-7000-8000-000000000001",
  name: "W", currency: "USD", time_zone: "UTC" }).execute();
const replica = openReplica({ db: database.db, directory: ${JSON.stringify(place)}, tables: [] });
const services = { database, replica, clock: systemClock, directory: null, log: jsonLog(systemClock) };
const slowly = bind(endpoint({ method: "POST", path: "/api/slowly", permission: "workspace.configure", audit: "settings changed", summary: "",
  body: z.object({ ms: z.number() }), output: z.object({ done: z.boolean() }) }), async ({ body }) => {
  appendFileSync(${JSON.stringify(released)}, "began;");
  await new Promise((resolve) => setTimeout(resolve, body.ms));
  appendFileSync(${JSON.stringify(released)}, "done;");
  return { done: true };
});
const running = await startServer({ services, routes: [slowly], commandLineToken: "t", environment: process.env,
  release: () => appendFileSync(${JSON.stringify(released)}, "released;") });
stopOnSignals(running, services);
process.stdout.write(running.origin + "\\n");
`;

describe("stopping", () => {
  let child: ChildProcess | null = null;
  afterEach(() => child?.kill("SIGKILL"));

  async function startProcess(released: string): Promise<{ process: ChildProcess; origin: string }> {
    writeFileSync(released, "");
    const started = spawn(process.execPath, ["--input-type=module-typescript", "-e", program(released)], {
      cwd: new URL("../..", import.meta.url),
      env: { ...process.env, PORT: "0", HOST: "127.0.0.1", QUARTERDECK_TEST_DATABASE_URL: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    let complaint = "";
    started.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    const first = await Promise.race([once(started.stdout, "data"), once(started, "exit")]);
    const origin = String(first[0]).trim();
    if (!origin.startsWith("http")) throw new Error(complaint);
    return { process: started, origin };
  }

  const slowPost = (origin: string, ms: number, key: string) =>
    fetch(`${origin}/api/slowly`, {
      method: "POST",
      headers: { authorization: "Bearer t", "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ ms }),
    });
  const begun = async (path: string) => {
    while (!readFileSync(path, "utf8").includes("began;"))
      await new Promise((resolve) => setTimeout(resolve, 10));
  };

  test.each(["SIGTERM", "SIGINT"] as const)(
    "on %s a running request gets its whole answer, new ones are refused, and all is closed in order",
    { timeout: 60_000 },
    async (signal) => {
      const released = join(place, `released-${signal}`);
      const { process: server, origin } = await startProcess(released);
      const running = slowPost(origin, 1_000, "running");
      await begun(released);
      const exited = once(server, "exit");
      server.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const late = await slowPost(origin, 0, "late").then(
        ({ status }) => status,
        () => "no connection",
      );
      expect([503, "no connection"]).toContain(late);
      const answer = await running;
      expect([answer.status, await answer.json()]).toEqual([200, { done: true }]);
      const answered = performance.now();
      expect((await exited)[0]).toBe(0);
      expect(performance.now() - answered).toBeLessThan(5_000);
      expect(readFileSync(released, "utf8")).toBe("began;done;released;");
    },
  );
});

import { parentPort, workerData } from "node:worker_threads";
import { createRecord, type Engine, type EngineOptions, startEngine } from "./engine.ts";

/** What a thread is for: creating a record, or serving the one that is there. */
export type Task = EngineOptions & { readonly work: "create" | "serve" };

/** What the main thread asks; each is answered in the order in which it came. */
export type Request = { kind: "bytes"; bytes: Uint8Array } | { kind: "dump" } | { kind: "close" };
/** `ready` once; then one `bytes` or `closed` per request, `failed` when the engine cannot go on. */
export type Reply =
  | { kind: "ready" }
  | { kind: "bytes"; bytes: Uint8Array }
  | { kind: "closed" }
  | { kind: "failed"; message: string };

const port = parentPort;
if (port === null) throw new Error("The embedded database's worker.ts is started by thread.ts, not by hand.");

const say = (reply: Reply) =>
  port.postMessage(reply, reply.kind === "bytes" ? [reply.bytes.buffer as ArrayBuffer] : []);
/** The engine's own end is an object with a message, but not an Error. */
const messageOf = (error: unknown) =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
const fail = (error: unknown) => {
  say({ kind: "failed", message: messageOf(error) });
  port.close();
};

async function answer(engine: Engine, request: Request): Promise<void> {
  if (request.kind === "bytes") say({ kind: "bytes", bytes: engine.exchange(request.bytes) });
  if (request.kind === "dump") say({ kind: "bytes", bytes: await engine.dump() });
  if (request.kind === "close") {
    await engine.close();
    say({ kind: "closed" });
    port?.close();
  }
}

async function serve(task: Task): Promise<void> {
  const engine = await startEngine(task);
  let turn = Promise.resolve();
  port?.on("message", (request: Request) => {
    turn = turn.then(() => answer(engine, request)).catch(fail);
  });
}

const task = workerData as Task;
(task.work === "create" ? createRecord(task) : serve(task)).then(() => say({ kind: "ready" }), fail);

import { Worker } from "node:worker_threads";
import { type EngineOptions, hasRecord } from "./engine.ts";
import type { Reply, Request, Task } from "./worker.ts";

/** The engine in a worker thread: requests in, replies in the same order. */
export interface EngineThread {
  ask(request: Request): Promise<Uint8Array>;
  /** Why it can be asked no more; null while it runs. */
  problem(): Error | null;
  /** Ends the thread at once, without closing the engine. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * Starts an engine in a thread of its own, on a new record where there is none; resolves when it is ready for requests.
 * The record is created in a thread that ends with it, since an engine keeps its memory as long as its thread.
 */
export async function startThread(options: EngineOptions): Promise<EngineThread> {
  if (hasRecord(options)) return threadFor({ ...options, work: "serve" });
  await (await threadFor({ ...options, work: "create" })).end();
  return threadFor({ ...options, dump: null, work: "serve" });
}

async function threadFor(task: Task): Promise<EngineThread> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: task,
    execArgv: [],
    env: {},
  });
  const waiting: Waiting[] = [];
  let problem: Error | null = null;

  // An idle database does not keep the program alive; one that owes an answer does.
  const hold = () => (waiting.length > 0 ? worker.ref() : worker.unref());
  const breakOff = (why: string) => {
    problem ??= new Error(
      `The embedded database stopped: ${why}. What was confirmed is on disk; the next query starts it again.`,
    );
    for (const one of waiting.splice(0)) one.reject(problem);
  };
  const wait = () =>
    new Promise<Uint8Array>((resolve, reject) => {
      waiting.push({ resolve, reject });
      hold();
    });
  worker.on("message", (reply: Reply) => {
    if (reply.kind === "failed") return breakOff(reply.message);
    if (reply.kind === "closed") problem = new Error("The database is closed.");
    waiting.shift()?.resolve(reply.kind === "bytes" ? reply.bytes : new Uint8Array());
    hold();
  });
  worker.on("error", (error: Error) => breakOff(error.message));
  worker.on("exit", () => breakOff("its thread ended"));

  const thread: EngineThread = {
    async ask(request) {
      if (problem !== null) throw problem;
      worker.postMessage(request);
      return wait();
    },
    problem: () => problem,
    async end() {
      await worker.terminate();
    },
  };
  // The first reply says that it is ready.
  await wait();
  return thread;
}

import { Worker } from "node:worker_threads";
import { type EngineOptions, startEngine } from "./engine.ts";
import type { Reply, Request } from "./worker.ts";

/** A way to talk to the one embedded session; requests are answered in order. */
export interface Line {
  exchange(request: Uint8Array): Promise<Uint8Array>;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/** The engine in a thread of its own, so that a long query does not stop the program from answering others. */
export function lineToThread(options: EngineOptions): Promise<Line> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: options,
    execArgv: [],
    env: {},
  });
  const waiting: Waiting[] = [];
  let broken: Error | null = null;

  // An idle database does not keep the program alive; one that owes an answer does.
  const hold = () => (waiting.length > 0 ? worker.ref() : worker.unref());
  const breakOff = (message: string) => {
    broken ??= new Error(
      `The embedded database stopped: ${message}. Start the program again; what was confirmed is on disk.`,
    );
    for (const one of waiting.splice(0)) one.reject(broken);
  };
  const ask = (request: Request) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (broken !== null) return reject(broken);
      waiting.push({ resolve, reject });
      hold();
      worker.postMessage(request);
    });

  const line: Line = {
    exchange: (bytes) => ask({ kind: "bytes", bytes }),
    dump: () => ask({ kind: "dump" }),
    async close() {
      if (broken === null) await ask({ kind: "close" });
      await worker.terminate();
    },
  };
  return new Promise((resolve, reject) => {
    waiting.push({ resolve: () => resolve(line), reject });
    worker.on("message", (reply: Reply) => {
      if (reply.kind === "failed") return breakOff(reply.message);
      waiting.shift()?.resolve(reply.kind === "bytes" ? reply.bytes : new Uint8Array());
      if (reply.kind === "closed") broken ??= new Error("The database is closed.");
      hold();
    });
    worker.on("error", (error: Error) => breakOff(error.message));
    worker.on("exit", () => breakOff("its thread ended"));
  });
}

/** The engine in this thread: starts faster, and blocks while it works. For tests and short commands. */
export async function lineInThread(options: EngineOptions): Promise<Line> {
  const engine = await startEngine(options);
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };
  return {
    exchange: (request) =>
      inTurn(() => {
        let reply = new Uint8Array();
        engine.exchange(request, (bytes) => {
          reply = bytes as Uint8Array<ArrayBuffer>;
        });
        return reply;
      }),
    dump: () => inTurn(() => engine.dump()),
    close: () => inTurn(() => engine.close()),
  };
}

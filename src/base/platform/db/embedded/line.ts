import { createRecord, type EngineOptions, hasRecord, startEngine } from "./engine.ts";
import { startThread } from "./thread.ts";

/** What a connection's first message begins with; all others begin with a letter. */
const startup = 0;

/** A way to talk to the one embedded session; requests are answered in order. */
export interface Line {
  exchange(request: Uint8Array): Promise<Uint8Array>;
  /** A consistent copy of all files as a tar. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * The engine in a thread of its own, so that a long query does not stop the program from answering others. If the
 * engine stops, its connection breaks; the next connection starts it again from what is on disk.
 */
export async function lineToThread(options: EngineOptions): Promise<Line> {
  let thread = await startThread(options);
  let closed = false;
  const canStartAgain = options.recordDirectory !== null;
  const startAgain = async () => {
    // Never two engines on one directory: the old one is gone before the new one opens it.
    await thread.end();
    thread = await startThread({ ...options, dump: null });
  };
  return {
    async exchange(bytes) {
      if (thread.problem() !== null && canStartAgain && !closed && bytes[0] === startup) await startAgain();
      return thread.ask({ kind: "bytes", bytes });
    },
    dump: () => thread.ask({ kind: "dump" }),
    async close() {
      closed = true;
      if (thread.problem() === null) await thread.ask({ kind: "close" });
      await thread.end();
    },
  };
}

/** The engine in this thread: starts faster, and blocks while it works. For tests and short commands. */
export async function lineInThread(options: EngineOptions): Promise<Line> {
  const isThere = hasRecord(options);
  if (!isThere) await createRecord(options);
  const engine = await startEngine(isThere ? options : { ...options, dump: null });
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };
  return {
    exchange: (request) => inTurn(() => engine.exchange(request)),
    dump: () => inTurn(() => engine.dump()),
    close: () => inTurn(() => engine.close()),
  };
}

import { type ChildProcess, spawn } from "node:child_process";

export interface Child {
  readonly process: ChildProcess;
  /** All complete lines it has printed so far. */
  lines(): string[];
  /** Resolves when a line for which `wanted` holds has been printed; rejects if the process ends before. */
  until(wanted: (line: string) => boolean): Promise<void>;
  /** Ends it without giving it a chance to do anything, and waits until it is gone. */
  kill(): Promise<void>;
  ended: Promise<number | null>;
}

/** Starts a program of this folder on the same Node, and reads what it prints line by line. */
export function startChild(program: string, ...given: string[]): Child {
  const child = spawn(process.execPath, [program, ...given], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let problem = "";
  let look = () => {};
  child.stdout.on("data", (text: Buffer) => {
    output += text.toString();
    look();
  });
  child.stderr.on("data", (text: Buffer) => {
    problem += text.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const lines = () => output.split("\n").slice(0, -1);
  return {
    process: child,
    lines,
    ended,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        look = () => lines().some(wanted) && resolve();
        look();
        ended.then(() => reject(new Error(`It ended early. It said:\n${output}${problem}`)));
      }),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

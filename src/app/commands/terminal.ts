/** The terminal that the command line speaks to: results, messages, progress, and Ctrl-C. */
import { placeOf } from "../opening.ts";
import type { Io } from "./command.ts";

/** Progress that cannot take the place of the last is told this often at most. */
const everyMs = 5000;

/** What commands need of the process that they run in. */
export function terminal(process: NodeJS.Process): Io {
  const { stdout, stderr, env } = process;
  let shown = "";
  let told = 0;
  const clear = () => {
    if (shown !== "") stderr.write("\r\u001b[K");
    shown = "";
  };
  return {
    out(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    say(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (text === shown) return;
      if (stderr.isTTY) {
        clear();
        shown = text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1));
        stderr.write(shown);
      } else if (performance.now() - told >= everyMs) {
        told = performance.now();
        stderr.write(`${text}\n`);
      }
    },
    onInterrupt(work) {
      const pressed = () => {
        process.removeListener("SIGINT", pressed);
        work();
      };
      process.on("SIGINT", pressed);
      return () => void process.removeListener("SIGINT", pressed);
    },
    place: placeOf(env),
    environment: env,
  };
}

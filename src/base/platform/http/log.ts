/** The log: one JSON object a line on standard error, with nothing in it that would let a reader sign in. */
import type { Clock } from "../../kernel/index.ts";
import type { Log } from "../at-hand.ts";

const secretName = /token|secret|password|passphrase|authorization|cookie|credential/i;
/** Long unbroken runs of letters and digits are how our tokens look; ids with their hyphens are shorter. */
const secretText = /[A-Za-z0-9_-]{40,}/g;
const LEFT_OUT = "[left out]";

/** Gives a log that writes lines with `write` (standard error by default). */
export function jsonLog(clock: Clock, write: (line: string) => void = toStandardError): Log {
  return (level, message, facts = {}) => {
    const line = { at: clock.now().toString(), level, message, ...(clean(facts, 0) as object) };
    write(`${JSON.stringify(line)}\n`);
  };
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.replace(secretText, LEFT_OUT);
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return value;
  if (depth > 4) return LEFT_OUT;
  if (value instanceof Error) {
    const { name, message, stack } = value;
    return clean({ name, code: (value as { code?: unknown }).code, reason: message, stack }, depth + 1);
  }
  if (Array.isArray(value)) return value.slice(0, 100).map((part) => clean(part, depth + 1));
  if ("toJSON" in value && typeof value.toJSON === "function") return value.toJSON();
  const kept = Object.entries(value).map(([name, part]) => [
    name,
    secretName.test(name) ? LEFT_OUT : clean(part, depth + 1),
  ]);
  return Object.fromEntries(kept);
}

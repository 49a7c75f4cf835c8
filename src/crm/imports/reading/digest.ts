/** Digests: a short text that stands for a long one. */
import { createHash } from "node:crypto";

/** A short digest of what was said: equal texts have equal digests. */
export function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}

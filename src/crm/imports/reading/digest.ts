/** Digests: a short text that stands for a long one. */
import { hash } from "node:crypto";

/** A short digest of what was said: equal texts have equal digests. */
export function digest(parts: readonly string[]): string {
  return hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
}

/** The tag of an answer: what a later read or change can say that it was made from. */
import { createHash } from "node:crypto";

/** Holds the version of a record, and on reads what its answer said besides: `"3"` or `"3-…"`. */
const versionTag = /^"([1-9]\d{0,9})(?:-[\w-]{22})?"$/;

/**
 * Gives the tag of what was read. An answer shows more than its record's version covers (the names of other records,
 * for one), so that the tag holds the content too: the version alone would call old names unchanged.
 */
export function tagOfRead(text: string): string {
  const content = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const version = versionIn(text);
  return version === null ? `W/"${content}"` : `"${version}-${content}"`;
}

/** Gives the tag of a record that was written, or null when the answer is no record. */
export function tagOfWrite(text: string): string | null {
  const version = versionIn(text);
  return version === null ? null : `"${version}"`;
}

/** Gives the version that a tag holds, or null when it holds none. */
export function versionOfTag(tag: string): number | null {
  const version = versionTag.exec(tag)?.[1];
  return version === undefined ? null : Number(version);
}

/** Whether the caller already has what the tag stands for. Compared weakly, as RFC 9110 has it for If-None-Match. */
export function isKnown(tag: string, ifNoneMatch: string | undefined): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return ifNoneMatch?.split(",").some((one) => opaque(one) === opaque(tag)) ?? false;
}

function versionIn(text: string): number | null {
  const content = JSON.parse(text) as unknown;
  if (content === null || typeof content !== "object" || !("version" in content)) return null;
  return typeof content.version === "number" ? content.version : null;
}

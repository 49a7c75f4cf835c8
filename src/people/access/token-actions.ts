/** What somebody shows to be let in: 256 random bits, of which only the hash is kept. */
import { createHash } from "node:crypto";

/** Gives this many random bytes from a secure source, like `randomBytes` of node:crypto. */
export type SecretBytes = (size: number) => Uint8Array;

const TOKEN_BYTES = 32;

/** A new token: 43 characters that can stand in an address. */
export function newToken(secretBytes: SecretBytes): string {
  return Buffer.from(secretBytes(TOKEN_BYTES)).toString("base64url");
}

/** Tokens are kept as SHA-256, so that a stolen copy of the database signs nobody in. */
export function tokenHashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Codes that change every half minute (TOTP, RFC 6238: HMAC-SHA-1, 30 seconds, six digits), for a second factor. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { SecretBytes } from "./token-actions.ts";

const STEP_SECONDS = 30;
const DIGITS = 6;
/** As long as the hash, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** A clock may be off by one step in either direction. */
const STEPS_AROUND = [0, -1, 1];

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const newFactorSecret = (secretBytes: SecretBytes): Uint8Array => secretBytes(SECRET_BYTES);

/** Bytes as base32 (RFC 4648) without padding, as authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + letters[(held << (5 - bits)) & 31];
}

/** The code of a step (RFC 4226, section 5.3). */
export function codeOfStep(secret: Uint8Array, step: number, digits: number = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

export const stepAt = (now: Temporal.Instant): number =>
  Math.floor(now.epochMilliseconds / 1000 / STEP_SECONDS);

/** The step whose code this is, of those around now that are later than `lastStep`; null: of none. */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  now: Temporal.Instant,
  lastStep: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  const fitting = STEPS_AROUND.map((around) => stepAt(now) + around).filter((step) =>
    timingSafeEqual(Buffer.from(codeOfStep(secret, step)), given),
  );
  return fitting.find((step) => lastStep === null || step > lastStep) ?? null;
}

/** The address by which an authenticator app takes the secret (otpauth, Key Uri Format). */
export function factorLink(secret: string, account: string): string {
  const label = encodeURIComponent(`Quarterdeck:${account}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Quarterdeck&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

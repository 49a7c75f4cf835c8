import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

/**
 * A new identifier: UUID version 7 (RFC 9562 §5.7) in lower case, which sorts by the millisecond of its making.
 * Without `random` its 74 random bits come from the platform's secure source.
 */
export function newId(clock: Clock, random?: Random): string {
  const bytes = randomBytes(random);
  let rest = clock.now().epochMilliseconds;
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function randomBytes(random: Random | undefined): Uint8Array {
  const bytes = new Uint8Array(16);
  if (random === undefined) return globalThis.crypto.getRandomValues(bytes);
  for (let at = 6; at < 16; at++) bytes[at] = Math.floor(random() * 256);
  return bytes;
}

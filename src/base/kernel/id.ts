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
  const hex = Array.from(bytes, (byte) => hexOf[byte] ?? "").join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

// Asking the platform for a few bytes takes longer than making an id of them, so they are asked for in stock. Each is
// given once.
const stock = new Uint8Array(4096);
let taken = stock.length;

function randomBytes(random: Random | undefined): Uint8Array {
  if (random !== undefined) {
    const bytes = new Uint8Array(16);
    for (let at = 6; at < 16; at++) bytes[at] = Math.floor(random() * 256);
    return bytes;
  }
  if (taken + 16 > stock.length) {
    globalThis.crypto.getRandomValues(stock);
    taken = 0;
  }
  const bytes = stock.slice(taken, taken + 16);
  stock.fill(0, taken, taken + 16);
  taken += 16;
  return bytes;
}

import { hashOf, mix } from "./chance.ts";

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Gives the same record the same id in every composition with the same seed: a UUID of version 8 (RFC 9562). */
export type Identify = (index: number) => string;

/**
 * Takes the seed and the noun; gives the function from a record's number (whole, below 2^48) to its id.
 * The first 32 bits are a bijection of the number's low half, so ids of one noun cannot collide below 2^32 records.
 */
export function identityOf(seed: string, noun: string): Identify {
  const key = hashOf(`${seed}/${noun}`);
  return (index) => {
    const high = Math.floor(index / 4294967296);
    const a = mix(key, index);
    const b = mix(mix(key, 0x51ed270b ^ high), index);
    const c = mix(mix(index, high), key);
    const d = mix(b, mix(index, 0x2545f491));
    return (
      `${quad(a)}-${pair(b >>> 16)}-8${pair(b).slice(1)}-` +
      `${hex[((c >>> 24) & 0x3f) | 0x80]}${hex[(c >>> 16) & 0xff]}-${pair(c)}${quad(d)}`
    );
  };
}

function pair(bits: number): string {
  return `${hex[(bits >>> 8) & 0xff]}${hex[bits & 0xff]}`;
}

function quad(bits: number): string {
  return pair(bits >>> 16) + pair(bits);
}

import { seededRandom } from "#base/kernel";

/** Draws from a stream of random numbers, in the words of the sample company. */
export interface Chance {
  /** A number in [0, 1). */
  number(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with this probability (0–1). */
  happens(probability: number): boolean;
  /** One of the given values, each as likely as the others. */
  oneOf<T>(values: readonly T[]): T;
  /** One of the given values, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Around 1: the exponential of a normal draw with this spread. Its median is 1. */
  around(spread: number): number;
}

/** Mixes two numbers into 32 bits that look unrelated to both (the finalizer of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits from a text (FNV-1a, then mixed). */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h, text.length);
}

/**
 * A stream of its own for one record, so that any opportunity of a million can be composed without the others.
 * Takes a seed (see `mix`).
 */
export function chanceFrom(seed: number): Chance {
  const number = seededRandom(seed);
  const oneOf = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(number() * values.length)];
    if (value === undefined) throw new RangeError("There is nothing to choose from.");
    return value;
  };
  return {
    number,
    whole: (least, most) => least + Math.floor(number() * (most - least + 1)),
    happens: (probability) => number() < probability,
    oneOf,
    weighted: (choices) => pickWeighted(choices, number()),
    around: (spread) => Math.exp(spread * normal(number(), number())),
  };
}

function pickWeighted<T>(choices: readonly (readonly [T, number])[], at: number): T {
  let total = 0;
  for (const [, weight] of choices) total += weight;
  let left = at * total;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError("There is nothing to choose from.");
  return last[0];
}

/** A standard normal draw from two uniform ones (Box and Muller 1958). */
function normal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}

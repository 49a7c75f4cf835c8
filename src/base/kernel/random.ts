/** Draws a number in [0, 1). */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed on every machine (sfc32 by Chris Doty-Humphrey,
 * 128 bits of state, 32 bits a draw). For sample data and tests; never for secrets.
 */
export function seededRandom(seed: number | string): Random {
  const fill = fillFrom(hashOf(String(seed)));
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first rounds still show the seed: neighbouring seeds would begin alike.
  for (let round = 0; round < 15; round++) draw();
  return draw;
}

/** FNV-1a over the UTF-16 units of a text, as an unsigned 32-bit number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads one 32-bit seed over the words of a larger state (splitmix32). */
function fillFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
}

/** Which keys were seen, kept small: a number for each, so that a million keys take 16 MB and not a hundred. */

/** A number of 53 bits for a text; never 0, which stands for an empty place. */
function markOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}

/**
 * A set of keys that can say of a key whether it was seen. Two keys share a mark about once in ten thousand files of a
 * million keys, so use it where taking one for the other does no harm or is looked at more closely.
 */
export class KeyMarks {
  #marks = new Float64Array(1024);
  #size = 0;

  /** Notes a key; whether it is new. */
  add(key: string): boolean {
    if (this.#size * 2 >= this.#marks.length) this.#grow();
    const mark = markOf(key);
    const place = this.#placeOf(mark);
    if (this.#marks[place] === mark) return false;
    this.#marks[place] = mark;
    this.#size += 1;
    return true;
  }

  has(key: string): boolean {
    const mark = markOf(key);
    return this.#marks[this.#placeOf(mark)] === mark;
  }

  /** Where a mark is, or would be: the first place from its own on that holds it or nothing. */
  #placeOf(mark: number): number {
    const last = this.#marks.length - 1;
    let place = mark % this.#marks.length;
    while (this.#marks[place] !== 0 && this.#marks[place] !== mark) place = place === last ? 0 : place + 1;
    return place;
  }

  #grow(): void {
    const before = this.#marks;
    this.#marks = new Float64Array(before.length * 2);
    for (const mark of before) if (mark !== 0) this.#marks[this.#placeOf(mark)] = mark;
  }
}

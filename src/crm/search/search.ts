/** What somebody types to find a record by its name: case, accents and the order of the words do not matter. */

export interface Wanted {
  /** All of it, as it is compared: "gulf inland". */
  readonly text: string;
  readonly words: readonly string[];
}

/** Longer names and more words than these find nothing that shorter ones do not. */
const mostLetters = 100;
const mostWords = 8;

/** Small letters without accents, as names are compared. */
export function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** What is looked for, or null where too little was typed to look for anything. */
export function wantedIn(typed: string): Wanted | null {
  const words = folded(typed).slice(0, mostLetters).split(/\s+/).filter(Boolean).slice(0, mostWords);
  return words.length === 0 ? null : { text: words.join(" "), words };
}

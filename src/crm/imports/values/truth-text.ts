/** Yes and no as exports write them. A lone 1 or 0 is a number unless the column is known to say yes or no. */
const yes = new Set(["true", "yes", "y", "1", "on", "t", "wahr", "ja", "oui", "si", "sí"]);
const no = new Set(["false", "no", "n", "0", "off", "f", "falsch", "nein", "non"]);
const plain = new Set(["true", "false", "yes", "no"]);

/** True, false, or null when the text is neither. */
export function readTruth(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** Whether a text says yes or no so plainly that a column of such texts is one of yes and no. */
export function isPlainTruth(text: string): boolean {
  return plain.has(text.trim().toLowerCase());
}

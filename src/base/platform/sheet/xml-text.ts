/** Text within XML. */
const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A cell of Excel holds so many letters. */
const lettersMax = 32_767;

// Control characters cannot stand in XML at all; neither can half of a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it can stand in an element or attribute; what cannot stand there is shown as a replacement sign. */
export function escaped(text: string): string {
  return text
    .slice(0, lettersMax)
    .toWellFormed()
    .replace(forbidden, "\ufffd")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

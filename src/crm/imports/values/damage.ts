/** Traces of what programs did to values before they were exported: recognised, never mended by guessing. */

export type Damage = "shortened" | "size as date" | "wrong letters";

const shortened = /^[-+]?\d([.,]\d+)?E\+\d{1,3}$/i;
const month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const sizeAsDate = new RegExp(String.raw`^(\d{1,2}-(${month})|(${month})-\d{2})$`, "i");
/** UTF-8 read as Windows-1252: "Ã" or "Â" before what continues a letter there; and letters that were lost. */
const wrongLetters =
  /[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€|\ufffd/;

/** What was done to a value, as far as it shows; null when nothing shows. */
export function damageIn(value: string): Damage | null {
  if (shortened.test(value)) return "shortened";
  if (sizeAsDate.test(value)) return "size as date";
  return wrongLetters.test(value) ? "wrong letters" : null;
}

export interface Damaged {
  readonly count: number;
  readonly example: string;
}
export type Damages = Readonly<Partial<Record<Damage, Damaged>>>;

const words: Readonly<Record<Damage, readonly [one: string, many: string]>> = {
  shortened: [
    "value is a number that a spreadsheet shortened, and its last digits are lost",
    "values are numbers that a spreadsheet shortened, and their last digits are lost",
  ],
  "size as date": [
    "value looks like a size or code that a spreadsheet turned into a date",
    "values look like sizes or codes that a spreadsheet turned into dates",
  ],
  "wrong letters": [
    "value looks as if letters were read in the wrong encoding",
    "values look as if letters were read in the wrong encoding",
  ],
};

/** The damage of a column in sentences. `column`: as the person knows it, with its file. */
export function sentencesOnDamage(column: string, damages: Damages): string[] {
  return (Object.keys(words) as Damage[]).flatMap((damage) => {
    const found = damages[damage];
    if (found === undefined) return [];
    const said = words[damage][found.count === 1 ? 0 : 1];
    return [`${column}: ${found.count} ${said}, for example “${found.example}”.`];
  });
}

const codeHeader = /\b(zip|postal|post ?code|postcode|plz|cap|cep)\b/i;

/** Codes that seem to have lost their leading zeros: a column of postal codes of one length, some of them shorter. */
export function sentenceOnZeros(
  column: string,
  header: string,
  digitLengths: ReadonlyMap<number, number>,
): string[] {
  const counts = [...digitLengths].toSorted((a, b) => b[1] - a[1]);
  const [usual, ...others] = counts;
  if (usual === undefined || !codeHeader.test(header.replace(/[_-]/g, " "))) return [];
  const shorter = others.filter(([length]) => length < usual[0]).reduce((sum, [, count]) => sum + count, 0);
  if (shorter === 0 || usual[1] < shorter * 2) return [];
  return [
    `${column}: ${shorter} of the codes ${shorter === 1 ? "is" : "are"} shorter than the usual ${usual[0]} digits; a spreadsheet may have dropped their leading zeros.`,
  ];
}

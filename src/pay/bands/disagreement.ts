/** Where sources disagree: bands of the same pay that lie apart, or whose stated figures differ by more than a share. */
import { divideRounded } from "#base/kernel";
import { areComparable, type Band, plainMoney, rangeWords, sourceWords } from "./band.ts";

/** Figures that differ by more than this share of the smaller one disagree: a tenth. */
export const disagreementShare = { numerator: 1n, denominator: 10n, words: "10%" } as const;

export interface Disagreement {
  /** The keys of the two bands. */
  readonly one: string;
  readonly other: string;
  readonly sentences: readonly string[];
}

/** Every pair of bands that disagrees, with the sentences that say in what. */
export function disagreementsAmong(bands: readonly Band[]): Disagreement[] {
  return bands.flatMap((one, at) =>
    bands.slice(at + 1).flatMap((other) => {
      const sentences = areComparable(one, other) ? sentencesOn(one, other) : [];
      return sentences.length === 0 ? [] : [{ one: one.key, other: other.key, sentences }];
    }),
  );
}

function sentencesOn(one: Band, other: Band): string[] {
  const apart = apartWords(one, other) ?? apartWords(other, one);
  if (apart !== null) return [apart];
  const closed = !one.openAbove && !other.openAbove;
  return [
    differenceWords("lower ends", one, other, one.lowMinor, other.lowMinor),
    differenceWords("middles", one, other, one.midMinor, other.midMinor),
    closed ? differenceWords("upper ends", one, other, one.highMinor, other.highMinor) : null,
  ].filter((sentence) => sentence !== null);
}

/** Says so where the first lies wholly below the second, else null. A band that is open above lies below none. */
function apartWords(below: Band, above: Band): string | null {
  const top = below.openAbove ? null : (below.highMinor ?? null);
  const foot = above.lowMinor ?? null;
  if (top === null || foot === null || top >= foot) return null;
  return `They do not overlap: ${sourceWords(below)} says ${rangeWords(below)}, ${sourceWords(above)} says ${rangeWords(above)}.`;
}

function differenceWords(
  which: string,
  one: Band,
  other: Band,
  ones: bigint | null,
  others: bigint | null,
): string | null {
  if (ones === null || others === null) return null;
  const [small, large] = ones < others ? [ones, others] : [others, ones];
  const { numerator, denominator, words } = disagreementShare;
  if ((large - small) * denominator <= small * numerator) return null;
  const by = small === 0n ? "" : ` by ${tenthsOfPercent(large - small, small)}%`;
  return `Their ${which} differ${by}, which is more than ${words}: ${plainMoney(ones, one.currency)} (${sourceWords(one)}) and ${plainMoney(others, other.currency)} (${sourceWords(other)}).`;
}

function tenthsOfPercent(part: bigint, whole: bigint): string {
  const tenths = divideRounded(part * 1000n, whole);
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`;
}

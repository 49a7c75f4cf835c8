/** A pay band: what a role is paid, as one source says it. Bands of several sources stand beside each other. */
import { formatAmount } from "#base/kernel";

export const bandKinds = ["base", "target-bonus", "total", "fee"] as const;
export type BandKind = (typeof bandKinds)[number];

export const kindWords: Readonly<Record<BandKind, string>> = {
  base: "Base pay",
  "target-bonus": "Target bonus",
  total: "Base and bonus",
  fee: "Fee",
};

/** The figures of a band, in minor units a year; null where the source leaves one out. */
export interface Range {
  readonly lowMinor: bigint | null;
  readonly midMinor: bigint | null;
  readonly highMinor: bigint | null;
}

export interface BandSaid extends Range {
  /** The profile of the role, by its key; null where only a name is given. */
  readonly roleKey: string | null;
  readonly roleName: string;
  /** The level within the role and the place, "" where the band holds for all of them. */
  readonly level: string;
  readonly location: string;
  readonly kind: BandKind;
  readonly currency: string;
  /** The source says that there is more above: "250,000 and more". Always so where it names no upper end. */
  readonly openAbove: boolean;
  readonly source: string;
  readonly year: number;
}

/** How far a source can be relied on, A to D; pages of vendors are C at best. */
export type Grade = "A" | "B" | "C" | "D";

export interface Band extends BandSaid {
  /** By which it is found: a market band's own word, or the id of one of the company's. */
  readonly key: string;
  readonly own: boolean;
  /** Null of the company's own. */
  readonly grade: Grade | null;
}

/** A band without a single figure says nothing. */
export function aBandHasAFigure({ lowMinor, midMinor, highMinor }: Range): string | null {
  const some = lowMinor !== null || midMinor !== null || highMinor !== null;
  return some ? null : "A band needs at least one figure: a low, a middle or a high.";
}

export function aBandAscends({ lowMinor, midMinor, highMinor }: Range): string | null {
  const said = [lowMinor, midMinor, highMinor].filter((one) => one !== null);
  if (said.some((one) => one < 0n)) return "Pay is not less than nothing.";
  return said.every((one, at) => at === 0 || one >= (said[at - 1] ?? 0n))
    ? null
    : "A band rises from its low over its middle to its high.";
}

/** A band as it is kept: one without an upper end is open above, whoever forgot to say so. */
export function closedOrOpen<T extends Pick<BandSaid, "highMinor" | "openAbove">>(said: T): T {
  return said.highMinor === null ? { ...said, openAbove: true } : said;
}

/** 22500000n in USD → "225,000 USD"; cents only where there are any. */
export function plainMoney(amountMinor: bigint, currency: string): string {
  const [whole = "", cents = ""] = formatAmount(amountMinor, currency).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${/[1-9]/.test(cents) ? `.${cents}` : ""} ${currency}`;
}

/** "150,000 to 250,000 USD and more", "up to 225,000 USD", "from 280,000 USD", "around 90,000 USD". */
export function rangeWords(band: Range & Pick<BandSaid, "currency" | "openAbove">): string {
  const { lowMinor, midMinor, highMinor, currency, openAbove } = band;
  const money = (minor: bigint) => plainMoney(minor, currency);
  const bare = (minor: bigint) => money(minor).slice(0, -currency.length - 1);
  const more = openAbove ? " and more" : "";
  if (lowMinor !== null && highMinor !== null) return `${bare(lowMinor)} to ${money(highMinor)}${more}`;
  if (highMinor !== null) return `up to ${money(highMinor)}${more}`;
  if (lowMinor !== null) return `from ${money(lowMinor)}`;
  return midMinor === null ? "without a figure" : `around ${money(midMinor)}`;
}

/** "prospeo.io, 2026" */
export const sourceWords = ({ source, year }: Pick<BandSaid, "source" | "year">): string =>
  `${source}, ${year}`;

const plain = (words: string) => words.trim().toLowerCase();

/** Whether two name the same role: by its profile where both have one, else by its name. */
export function isSameRole(
  one: Pick<BandSaid, "roleKey" | "roleName">,
  other: Pick<BandSaid, "roleKey" | "roleName">,
): boolean {
  if (one.roleKey !== null && other.roleKey !== null) return one.roleKey === other.roleKey;
  return plain(one.roleName) === plain(other.roleName);
}

/** Whether two may be about the same: said alike, or one of them holds for all. */
export function mayBeAlike(one: string, other: string): boolean {
  return one === "" || other === "" || plain(one) === plain(other);
}

/** Whether two bands are about the same pay, so that they can agree or disagree. */
export function areComparable(one: BandSaid, other: BandSaid): boolean {
  return (
    isSameRole(one, other) &&
    one.kind === other.kind &&
    one.currency === other.currency &&
    mayBeAlike(one.level, other.level) &&
    mayBeAlike(one.location, other.location)
  );
}

/** What all values of a column say together: how many, how many different, and what they could be. */
import { currencyMarkIn } from "./currency-words.ts";
import { type Damage, type Damaged, type Damages, damageIn } from "./damage.ts";
import { type DateOrder, dateOrderIn } from "./date-text.ts";
import { type DecimalMark, decimalMarkIn } from "./number-text.ts";
import { isPlainTruth } from "./truth-text.ts";

/** Different values that are kept; beyond them a column is told by its counts alone. */
export const mostValuesKept = 5000;
const mostMarks = 100;

export interface ColumnProfile {
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  /** The different values with how often each occurs, in order of appearance; null when there are too many. */
  readonly values: ReadonlyMap<string, number> | null;
  /** Some value occurs more than once, as far as values were kept. */
  readonly repeats: boolean;
  readonly examples: readonly string[];
  readonly longest: number;
  readonly dates: number;
  readonly dateOrders: Readonly<Record<DateOrder | "either" | "stated", number>>;
  readonly numbers: number;
  readonly decimalMarks: Readonly<Record<DecimalMark | "either" | "none", number>>;
  readonly truths: number;
  /** Signs, codes and words of currencies that stand beside numbers, as written, with how often each does. */
  readonly currencyMarks: ReadonlyMap<string, number>;
  /** Values like 00123 or +49…, which are names made of digits and not amounts. */
  readonly codes: number;
  readonly numberMax: number;
  /** Values like "60 %", which are no plain numbers. */
  readonly percents: number;
  /** Numbers above 0 and below 1. */
  readonly shares: number;
  /** Traces of what other programs did to the values. */
  readonly damages: Damages;
  /** Values of nothing but digits, counted by how many digits they have. */
  readonly digitLengths: ReadonlyMap<number, number>;
}

/** Gathers a {@link ColumnProfile}, value by value, in bounded memory. */
export class ColumnGatherer {
  readonly #column: string;
  #filled = 0;
  #empty = 0;
  #values: Map<string, number> | null = new Map();
  #repeats = false;
  readonly #examples: string[] = [];
  #longest = 0;
  #dates = 0;
  readonly #dateOrders = { dmy: 0, mdy: 0, either: 0, stated: 0 };
  #numbers = 0;
  readonly #decimalMarks = { ".": 0, ",": 0, either: 0, none: 0 };
  readonly #currencyMarks = new Map<string, number>();
  #truths = 0;
  #codes = 0;
  #numberMax = 0;
  #percents = 0;
  #shares = 0;
  readonly #damages: Partial<Record<Damage, Damaged>> = {};
  readonly #digitLengths = new Map<number, number>();

  constructor(column: string) {
    this.#column = column;
  }

  take(raw: string): void {
    const value = raw.trim();
    if (value === "") {
      this.#empty += 1;
      return;
    }
    this.#filled += 1;
    this.#longest = Math.max(this.#longest, value.length);
    if (this.#examples.length < 5 && !this.#examples.includes(value)) this.#examples.push(value.slice(0, 80));
    this.#count(value);
    this.#noteDamage(value);
    if (!/\p{Nd}/u.test(value)) {
      if (isPlainTruth(value)) this.#truths += 1;
      return;
    }
    const order = dateOrderIn(value);
    if (order !== "not-a-date" && !/^\d+$/.test(value)) {
      this.#dates += 1;
      this.#dateOrders[order] += 1;
    }
    const mark = decimalMarkIn(value);
    if (mark !== "not-a-number") {
      this.#numbers += 1;
      this.#decimalMarks[mark] += 1;
      this.#noteCurrency(value);
      if (/^0\d/.test(value) || /^\+\d/.test(value) || value.replace(/\D/g, "").length > 15) this.#codes += 1;
      this.#noteSize(value, mark);
    } else if (value.endsWith("%")) this.#notePercent(value);
  }

  #noteSize(value: string, mark: DecimalMark | "either" | "none"): void {
    const plain = mark === "," ? value.replaceAll(".", "").replace(",", ".") : value;
    const size = Math.abs(Number(plain.replace(/[^\d.-]/g, "")));
    if (!Number.isFinite(size)) return;
    this.#numberMax = Math.max(this.#numberMax, size);
    if (size > 0 && size < 1) this.#shares += 1;
  }

  #notePercent(value: string): void {
    const mark = decimalMarkIn(value.slice(0, -1));
    if (mark === "not-a-number") return;
    this.#percents += 1;
    this.#decimalMarks[mark] += 1;
  }

  #noteCurrency(value: string): void {
    const mark = currencyMarkIn(value);
    if (mark === null) return;
    const times = this.#currencyMarks.get(mark) ?? 0;
    if (times > 0 || this.#currencyMarks.size < mostMarks) this.#currencyMarks.set(mark, times + 1);
  }

  #noteDamage(value: string): void {
    const damage = damageIn(value);
    if (damage !== null) {
      const { count, example } = this.#damages[damage] ?? { count: 0, example: value.slice(0, 80) };
      this.#damages[damage] = { count: count + 1, example };
    }
    if (/^\d{1,20}$/.test(value))
      this.#digitLengths.set(value.length, (this.#digitLengths.get(value.length) ?? 0) + 1);
  }

  #count(value: string): void {
    if (this.#values === null) return;
    const times = (this.#values.get(value) ?? 0) + 1;
    if (times > 1) this.#repeats = true;
    this.#values.set(value, times);
    if (this.#values.size > mostValuesKept) this.#values = null;
  }

  finish(): ColumnProfile {
    return {
      column: this.#column,
      filled: this.#filled,
      empty: this.#empty,
      values: this.#values,
      repeats: this.#repeats,
      examples: this.#examples,
      longest: this.#longest,
      dates: this.#dates,
      dateOrders: this.#dateOrders,
      numbers: this.#numbers,
      decimalMarks: this.#decimalMarks,
      currencyMarks: this.#currencyMarks,
      truths: this.#truths,
      codes: this.#codes,
      numberMax: this.#numberMax,
      percents: this.#percents,
      shares: this.#shares,
      damages: this.#damages,
      digitLengths: this.#digitLengths,
    };
  }
}

/** Every different value of a column occurs once, and no row is without one. */
export function isUnique(profile: ColumnProfile): boolean {
  return profile.filled > 0 && profile.empty === 0 && !profile.repeats;
}

/** What a leader costs a year with all that comes with the salary, and what must improve for that to be earned back. */
import { divideRounded } from "#base/kernel";

/** What is paid for a seat, in whole minor units. */
export interface Pay {
  readonly baseMinor: bigint;
  readonly bonusMinor: bigint;
  /** The grant as a whole; it vests over four years. */
  readonly equityMinor: bigint;
}

/** What comes on top. Rates are numbers from 0 on. */
export interface Overhead {
  /** Taxes, insurance and workplace, as a share of the base. */
  readonly burden: number;
  /** What finding somebody costs, as a share of the base; 0 where nobody is searched for. */
  readonly hireFee: number;
  /** The years over which the fee is spread. */
  readonly years: number;
}

const parts = 10_000n;
/** A rate in ten-thousandths: exact from there on. */
const partsOf = (rate: number): bigint => BigInt(Math.round(rate * Number(parts)));
const share = (minor: bigint, rate: number): bigint => divideRounded(minor * partsOf(rate), parts);
const vestingYears = 4n;

/** base × (1 + burden) + target bonus + equity ÷ 4 + hire fee ÷ years, for one year. */
export function yearlyCost({ baseMinor, bonusMinor, equityMinor }: Pay, overhead: Overhead): bigint {
  const fee = share(baseMinor, overhead.hireFee);
  return (
    baseMinor +
    share(baseMinor, overhead.burden) +
    bonusMinor +
    divideRounded(equityMinor, vestingYears) +
    divideRounded(fee, BigInt(overhead.years))
  );
}

/** Whose selling is to improve. */
export interface Field {
  /** People who sell at full strength. */
  readonly rampedReps: number;
  /** What each of them is to book in a year. */
  readonly quotaMinor: bigint;
}

export interface BreakEven {
  /** What the expected gain brings in a year: reps × quota × gain. */
  readonly benefitMinor: bigint;
  /** Cost ÷ benefit: up to 1 the seat is earned back by the expected gain. Null where nothing is expected. */
  readonly ratio: number | null;
  /** Cost ÷ (reps × quota): the gain in productivity at which the seat is earned back. Null without anybody who sells. */
  readonly gainNeeded: number | null;
}

/** What a yearly cost asks of those who sell; `gain` is the expected rise of what each of them books, as a rate. */
export function breakEven(costMinor: bigint, field: Field, gain: number): BreakEven {
  const booked = field.quotaMinor * BigInt(field.rampedReps);
  const benefitMinor = share(booked, gain);
  return {
    benefitMinor,
    ratio: rateOf(costMinor, benefitMinor),
    gainNeeded: rateOf(costMinor, booked),
  };
}

/** A quotient of amounts as a rate with six decimals, or null over nothing. */
export function rateOf(amountMinor: bigint, overMinor: bigint): number | null {
  const millionths = 1_000_000n;
  if (overMinor <= 0n) return null;
  const quotient = divideRounded(amountMinor * millionths, overMinor);
  return Number(quotient) / Number(millionths);
}

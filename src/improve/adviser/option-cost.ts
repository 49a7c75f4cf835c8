/** What each option costs a year, from pay bands or the company's own pay, and what it has to bring. */
import { type BreakEven, breakEven, rateOf, yearlyCost } from "./cost.ts";
import { type Inputs, numberAt } from "./input.ts";
import { type OptionKey, options, type Seat } from "./option.ts";

/** Whole US dollars as minor units. */
export const cents = (whole: number): bigint => BigInt(Math.round(whole)) * 100n;

export interface OptionCost extends BreakEven {
  readonly option: OptionKey;
  readonly costMinor: bigint;
  /** Cost ÷ budget; null without a budget. */
  readonly ofBudget: number | null;
}

function seatCost(inputs: Inputs, seat: Seat): bigint {
  const paid = (what: string) => cents(Number(inputs.get(`pay.${seat}.${what}`)?.value ?? 0));
  // A fee has nothing on top of it, and who is promoted was not searched for.
  const employed = seat !== "fractional";
  const hired = seat === "vp" || seat === "director";
  return yearlyCost(
    { baseMinor: paid("base"), bonusMinor: paid("bonus"), equityMinor: paid("equity") },
    {
      burden: employed ? numberAt(inputs, "burden") : 0,
      hireFee: hired ? numberAt(inputs, "hire-fee") : 0,
      years: numberAt(inputs, "fee-years"),
    },
  );
}

/** The cost of each option, in the order of the options. */
export function costsOf(inputs: Inputs): OptionCost[] {
  const budgetMinor = cents(numberAt(inputs, "budget"));
  const field = {
    rampedReps: Math.round(numberAt(inputs, "sellers") * numberAt(inputs, "ramped-share")),
    quotaMinor: cents(numberAt(inputs, "quota")),
  };
  return options.map(({ key, seats }) => {
    const costMinor = seats.reduce((sum, seat) => sum + seatCost(inputs, seat), 0n);
    const ofBudget = rateOf(costMinor, budgetMinor);
    return { option: key, costMinor, ofBudget, ...breakEven(costMinor, field, numberAt(inputs, "gain")) };
  });
}

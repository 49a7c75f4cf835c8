/** What an open opportunity should have and has not: each gap with the list that shows exactly those with it. */

export interface Gap {
  readonly key: string;
  readonly label: string;
  /** What of the list of opportunities has it, besides that they are open. */
  readonly condition: string;
  /** The list's order in which it is best put right. */
  readonly sort: string;
}

/** Without anything done about it for so many days an opportunity is quiet. */
export const quietDays = 30;

export const gaps: readonly Gap[] = [
  { key: "late", label: "Close date is over", condition: "closeOn.before(today)", sort: "closeOn" },
  {
    key: "quiet",
    label: `Nothing done for ${quietDays} days`,
    // One that is younger than that has had no time to become quiet.
    condition: `or(lastActivityAt.before(today-${quietDays}d),and(lastActivityAt.empty(),createdOn.before(today-${quietDays}d)))`,
    sort: "-amount",
  },
  { key: "next-step", label: "No next step", condition: "nextStep.empty()", sort: "-amount" },
  { key: "amount", label: "No amount", condition: "amount.empty()", sort: "closeOn" },
  { key: "close-date", label: "No close date", condition: "closeOn.empty()", sort: "-amount" },
];

/** The filter of the open opportunities that have a gap. */
export const gapFilter = ({ condition }: Pick<Gap, "condition">): string =>
  `and(status.one-of(open),${condition})`;

/** The filter of those that have any of them. */
export const anyGapFilter: string = gapFilter({
  condition: `or(${gaps.map(({ condition }) => condition).join(",")})`,
});

import { type Day, isWorkingDay } from "./days.ts";
import { openingWeight } from "./seasons.ts";

/** On which day the opportunity at a position (0 ≤ position < 1) of the whole history begins. */
export type OpeningDay = (position: number) => Day;

/** Spreads openings over the working days from the first day to the last, as the seasons and the growth have it. */
export function openingDays(beginsDay: Day, lastDay: Day): OpeningDay {
  const days: Day[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (let day = beginsDay; day <= lastDay; day++) {
    if (!isWorkingDay(day)) continue;
    sum += openingWeight(day, beginsDay);
    days.push(day);
    sums.push(sum);
  }
  return (position) => {
    const target = position * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? sum) > target) high = middle;
      else low = middle + 1;
    }
    return days[low] ?? lastDay;
  };
}

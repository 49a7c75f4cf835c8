/** The words at the top of Home. */
import { formatDay, periodLabel, useScope, useShownDay, useWorkspace } from "#base/ui";

/** The company's name, or that of the part that is shown, and a sentence that places the shown day in its fiscal quarter. */
export function useHomeDay(): { name: string; finding: string } {
  const { name, calendar } = useWorkspace();
  const { day } = useShownDay();
  const { scope } = useScope();
  const quarter = calendar.periodOf(day, "quarter");
  const whole = quarter.startsOn.until(quarter.endsOn, { largestUnit: "days" }).days;
  const gone = quarter.startsOn.until(day, { largestUnit: "days" }).days + 1;
  return {
    name: scope ? scope.name : name,
    finding: `${formatDay(day.toString())}, day ${gone} of ${whole} in ${periodLabel(quarter.key)}.`,
  };
}

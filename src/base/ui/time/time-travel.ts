/** The shown day as something that can be moved. */
import { useMemo, useState } from "react";
import { useAddress } from "../address.ts";
import { useShownDay, useToday } from "../workspace.tsx";
import { type Step, stepDay } from "./as-of.ts";

/** Where the company stands in time, and the ways to move it. */
export function useTimeTravel() {
  const [, change] = useAddress();
  const now = useToday();
  const { day, past } = useShownDay();
  const [step, setStep] = useState<Step>("week");
  const at = day.toString();
  const today = now.toString();
  return useMemo(() => {
    const shown = Temporal.PlainDate.from(at);
    const last = Temporal.PlainDate.from(today);
    /** Moves to a day; with `replace` the step leaves no entry for Back. Days to come are today. */
    const go = (to: Temporal.PlainDate, options?: { replace?: boolean }) => {
      const isPast = Temporal.PlainDate.compare(to, last) < 0;
      change({ asOf: isPast ? to.toString() : undefined }, options);
    };
    return {
      day: shown,
      past,
      now: last,
      step,
      setStep,
      go,
      back: () => go(stepDay(shown, step, -1)),
      on: () => go(stepDay(shown, step, 1)),
      today: () => go(last),
    };
  }, [at, today, past, step, change]);
}
export type TimeTravel = ReturnType<typeof useTimeTravel>;

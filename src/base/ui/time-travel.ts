/** The shown day as something that can be moved. */
import { useState } from "react";
import { useAddress } from "./address.ts";
import { type Step, stepDay } from "./as-of.ts";
import { useShownDay, useToday } from "./workspace.tsx";

/** Where the company stands in time, and the ways to move it. */
export function useTimeTravel() {
  const [, change] = useAddress();
  const now = useToday();
  const { day, past } = useShownDay();
  const [step, setStep] = useState<Step>("week");
  const go = (to: Temporal.PlainDate) => {
    const isPast = Temporal.PlainDate.compare(to, now) < 0;
    change({ asOf: isPast ? to.toString() : undefined });
  };
  return {
    day,
    past,
    now,
    step,
    setStep,
    go,
    back: () => go(stepDay(day, step, -1)),
    on: () => go(stepDay(day, step, 1)),
    today: () => go(now),
  };
}
export type TimeTravel = ReturnType<typeof useTimeTravel>;

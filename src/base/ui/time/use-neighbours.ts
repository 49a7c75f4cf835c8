/** While nothing else is asked, fetches what the page would show one step back and one on. */
import { useIsFetching } from "@tanstack/react-query";
import { useEffect } from "react";
import { useForesight } from "../connection.tsx";
import { stepDay } from "./as-of.ts";
import type { TimeTravel } from "./time-travel.ts";

/** Long enough that a page has asked all that it wants itself. */
const calmMs = 350;

export function useNeighbours({ day, now, past, step }: TimeTravel): void {
  const foresee = useForesight();
  const fetching = useIsFetching() > 0;
  const at = day.toString();
  const last = now.toString();
  useEffect(() => {
    if (fetching) return;
    const shown = Temporal.PlainDate.from(at);
    const asked = (to: Temporal.PlainDate) =>
      Temporal.PlainDate.compare(to, Temporal.PlainDate.from(last)) < 0 ? to.toString() : undefined;
    const days = [asked(stepDay(shown, step, -1)), ...(past ? [asked(stepDay(shown, step, 1))] : [])];
    const wait = setTimeout(() => foresee(past ? at : undefined, days), calmMs);
    return () => clearTimeout(wait);
  }, [fetching, at, last, past, step, foresee]);
}

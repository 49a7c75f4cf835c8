/** When this browser last looked at the company, before today. */
import { useEffect } from "react";
import { useRememberedHere, useToday } from "#base/ui";

interface Visits {
  /** The latest day on which somebody looked. */
  readonly last: string;
  /** The one before it; null until there is one. */
  readonly before: string | null;
}

/** The visits as they are after one on a day: a second look on the same day changes nothing. */
export function visitsAfter(visits: Visits | null, day: string): Visits {
  if (visits === null) return { last: day, before: null };
  return visits.last >= day ? visits : { last: day, before: visits.last };
}

/** The day of the last visit before today, or null on the first. */
export function useLastVisit(): string | null {
  const today = useToday().toString();
  const [visits, remember] = useRememberedHere<Visits | null>("visits", null);
  useEffect(() => {
    const after = visitsAfter(visits, today);
    if (after !== visits) remember(after);
  }, [visits, today, remember]);
  return visitsAfter(visits, today).before;
}

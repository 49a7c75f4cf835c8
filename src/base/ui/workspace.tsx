/** What every screen knows about the company it shows: its currency, time zone, calendar and today. */

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type FiscalCalendar, type FiscalRules, fiscalCalendar, systemClock, today } from "#base/kernel";
import { useAsOf } from "./address.ts";

export interface WorkspaceFacts {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly fiscal: FiscalRules;
  /** True for the fictional company that Quarterdeck brings along. */
  readonly sample: boolean;
}
interface Known extends WorkspaceFacts {
  readonly calendar: FiscalCalendar;
}
const Context = createContext<Known | null>(null);

export function WorkspaceProvider({ facts, children }: { facts: WorkspaceFacts; children: ReactNode }) {
  const known = useMemo(() => ({ ...facts, calendar: fiscalCalendar(facts.fiscal) }), [facts]);
  return <Context value={known}>{children}</Context>;
}

/** The workspace on screen. Only inside the shell. */
export function useWorkspace(): Known {
  const known = useContext(Context);
  if (!known) throw new Error("This part of the page needs a workspace around it.");
  return known;
}

/** Today in the workspace's time zone. */
export function useToday(): Temporal.PlainDate {
  return today(systemClock, useWorkspace().timeZone);
}

/** The day that the screen shows: the as-of day of the address, else today. */
export function useShownDay(): { day: Temporal.PlainDate; past: boolean } {
  const now = useToday();
  const asOf = useAsOf();
  if (!asOf) return { day: now, past: false };
  try {
    const day = Temporal.PlainDate.from(asOf);
    return { day, past: Temporal.PlainDate.compare(day, now) < 0 };
  } catch {
    return { day: now, past: false };
  }
}

/** The fiscal quarter of the shown day and the one before, as inclusive days for a question. */
export function useQuarters(): {
  label: string;
  from: string;
  to: string;
  before: { label: string; from: string; to: string };
} {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const now = calendar.periodOf(day, "quarter");
  const before = calendar.previous(now);
  const asked = (period: typeof now) => ({
    label: periodLabel(period.key),
    from: period.startsOn.toString(),
    to: period.endsOn.subtract({ days: 1 }).toString(),
  });
  return { ...asked(now), before: asked(before) };
}

/** "FY2027-Q1" → "Q1 FY2027", "2026-Q3" → "Q3 2026"; other keys stay. */
export function periodLabel(key: string): string {
  const quarter = /^(FY)?(\d{4})-Q(\d)$/.exec(key);
  return quarter ? `Q${quarter[3]} ${quarter[1] ?? ""}${quarter[2]}` : key;
}

/** Since when a panel looks back: the last visit, Monday, four weeks or the fiscal quarter, as its person chooses. */
import { type ReactNode, useState } from "react";
import { formatDay, Presets, useShownDay, useWorkspace } from "#base/ui";
import { beginningOf, type Since, sincesOf } from "./since.ts";
import { useLastVisit } from "./use-visits.ts";

const labels: Readonly<Record<Since, string>> = {
  visit: "Last visit",
  monday: "Monday",
  month: "4 weeks",
  quarter: "Quarter",
};

export function useSince(): {
  /** The day at whose end looking back begins. */
  from: string;
  to: string;
  /** "Monday, 23 Nov 2026". */
  words: string;
  presets: ReactNode;
} {
  const { day } = useShownDay();
  const { calendar } = useWorkspace();
  const visited = useLastVisit();
  const [chosen, choose] = useState<Since | null>(null);
  const choices = sincesOf({ day, visited });
  const since = choices.find((one) => one === chosen) ?? choices[0] ?? "monday";
  const ground = { day, visited, quarterFrom: calendar.periodOf(day, "quarter").startsOn };
  const { from, named } = beginningOf(since, ground);
  const date = formatDay(named);
  return {
    from,
    to: day.toString(),
    words: since === "visit" ? `your last visit, ${date}` : since === "monday" ? `Monday, ${date}` : date,
    presets: (
      <Presets
        label="Since when"
        value={since}
        choices={choices.map((value) => ({ value, label: labels[value] }))}
        onChange={choose}
      />
    ),
  };
}

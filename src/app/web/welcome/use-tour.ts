/** Whether the tour is on, for this browser: begun on the first look around, and gone for good once it was ended or skipped. */
import { type TourStop, useRemembered } from "#base/ui";

type State = "new" | "on" | "over";

export function useTour() {
  const [state, keep] = useRemembered<State>("quarterdeck.tour", "new");
  return {
    on: state === "on",
    /** Begins it, unless it was ended or skipped before. */
    begin: () => {
      if (state === "new") keep("on");
    },
    /** Begins it in any case: somebody asked for it. */
    again: () => keep("on"),
    end: () => keep("over"),
  };
}

export const stops: readonly TourStop[] = [
  {
    at: ".qd-head .qd-timeline",
    title: "Any day",
    words:
      "Drag this line, and the whole company moves through time: every figure, list and record is shown as it stood at the end of that day. The [ and ] keys do the same.",
  },
  {
    at: ".qd-asof-day",
    title: "The day that is shown",
    words:
      "Press it for a calendar and the ends of the last quarters. While it is not today, the header says so in its own colour.",
  },
  {
    at: ".qd-scope",
    title: "Any part",
    words: "Keep all figures to a region, a team or a person.",
  },
  {
    at: ".qd-desk-panel",
    title: "Every number explains itself",
    words:
      "Press a week, a bar or a figure: it opens exactly the records behind it. The table beside each chart has the same figures.",
  },
  {
    at: ".qd-search",
    title: "Everything by name",
    words:
      "Ctrl K finds pages, measures, records and days, and does things. Press ? for help on the page that you are on.",
  },
];

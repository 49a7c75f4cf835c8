/** The date in the header. Moving it moves the whole company through time; the day is kept in the address. */
import { ActionIcon, Popover } from "@mantine/core";
import { IconCalendarEvent, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { TimeTravel } from "./time-travel.ts";
import { formatDay } from "./words.ts";

/** The calendar is fetched when it is first opened. */
const Picker = lazy(() => import("./AsOfPicker.tsx"));

export function AsOfControl({ travel }: { travel: TimeTravel }) {
  const { day, past, step } = travel;
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="qd-asof" data-past={past || undefined} aria-label="The day that is shown">
      <ActionIcon variant="subtle" color="gray" aria-label={`One ${step} back`} onClick={travel.back}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="qd-asof-day" aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconCalendarEvent size={15} aria-hidden />
            <span className="qd-asof-word">{past ? "As of" : "Today"}</span>
            <span className="qd-number">{formatDay(day.toString())}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<div className="qd-asof-wait" />}>
            <Picker travel={travel} close={() => setOpen(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`One ${step} on`}
        disabled={!past}
        onClick={travel.on}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </fieldset>
  );
}

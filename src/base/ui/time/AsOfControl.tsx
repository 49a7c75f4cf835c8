/** The date in the header. Moving it moves the whole company through time; the day is kept in the address. */
import { ActionIcon, Popover } from "@mantine/core";
import { IconCalendarEvent, IconChevronLeft, IconChevronRight, IconHistory } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { formatDay } from "../words.ts";
import type { Pulse } from "./Timeline.tsx";
import type { TimeTravel } from "./time-travel.ts";
import type { KnownDays } from "./timeline.ts";

/** The calendar is fetched when it is first opened. */
const Picker = lazy(() => import("./AsOfPicker.tsx"));

export function AsOfControl(props: { travel: TimeTravel; known: KnownDays; pulse: Pulse }) {
  const { travel } = props;
  const { day, past, step } = travel;
  const [open, setOpen] = useState(false);
  const Icon = past ? IconHistory : IconCalendarEvent;
  return (
    <fieldset className="qd-asof" data-past={past || undefined} aria-label="The day that is shown">
      <ActionIcon aria-label={`One ${step} back`} onClick={travel.back}>
        <IconChevronLeft size={16} className="qd-turns" />
      </ActionIcon>
      <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="qd-asof-day" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon size={15} aria-hidden />
            <span className="qd-asof-word">{past ? "As of" : "Today"}</span>
            <span className="qd-number">{formatDay(day.toString())}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<div className="qd-asof-wait" />}>
            <Picker travel={travel} known={props.known} pulse={props.pulse} close={() => setOpen(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon aria-label={`One ${step} on`} disabled={!past} onClick={travel.on}>
        <IconChevronRight size={16} className="qd-turns" />
      </ActionIcon>
      <button type="button" className="qd-asof-back" hidden={!past} onClick={travel.today}>
        Back to today
      </button>
    </fieldset>
  );
}

/** The date in the header. Moving it moves the whole company through time; the day is kept in the address. */
import { ActionIcon, Button, Popover, SegmentedControl } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendarEvent, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useAddress } from "./address.ts";
import { type Step, stepDay } from "./as-of.ts";
import { formatDay } from "./words.ts";
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
          <Picker travel={travel} close={() => setOpen(false)} />
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

function Picker({ travel, close }: { travel: TimeTravel; close: () => void }) {
  const to = (text: string | null) => {
    if (!text) return;
    travel.go(Temporal.PlainDate.from(text));
    close();
  };
  return (
    <div className="qd-asof-picker">
      <DatePicker
        value={travel.day.toString()}
        defaultDate={travel.day.toString()}
        maxDate={travel.now.toString()}
        onChange={to}
        aria-label="Choose the day that is shown"
        ariaLabels={{ nextMonth: "Next month", previousMonth: "Previous month" }}
      />
      <div className="qd-asof-steps">
        <span className="qd-dim">Arrows move by a</span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="How far the arrows move"
          value={travel.step}
          onChange={(step) => travel.setStep(step as Step)}
          data={["day", "week", "month", "quarter"]}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!travel.past}
          onClick={() => {
            travel.today();
            close();
          }}
        >
          Back to today
        </Button>
      </div>
    </div>
  );
}

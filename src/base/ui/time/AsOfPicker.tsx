/** The calendar behind the date in the header, the days that are asked for most, and how far the arrows move. */
import { Button, SegmentedControl } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { formatDay } from "../words.ts";
import { periodLabel, useWorkspace } from "../workspace.tsx";
import type { Step } from "./as-of.ts";
import { type Pulse, Timeline } from "./Timeline.tsx";
import type { TimeTravel } from "./time-travel.ts";
import type { KnownDays } from "./timeline.ts";

export default function Picker(props: {
  travel: TimeTravel;
  known: KnownDays;
  pulse: Pulse;
  close: () => void;
}) {
  const { travel, close } = props;
  const go = (day: Temporal.PlainDate) => {
    travel.go(day);
    close();
  };
  return (
    <div className="qd-asof-picker">
      <div className="qd-asof-narrow">
        <Timeline travel={travel} known={props.known} pulse={props.pulse} tall />
      </div>
      <div className="qd-asof-columns">
        <DatePicker
          value={travel.day.toString()}
          defaultDate={travel.day.toString()}
          minDate={props.known.first.toString()}
          maxDate={travel.now.toString()}
          onChange={(text) => text && go(Temporal.PlainDate.from(text))}
          aria-label="Choose the day that is shown"
          ariaLabels={{ nextMonth: "Next month", previousMonth: "Previous month" }}
        />
        <Ends travel={travel} known={props.known} go={go} />
      </div>
      <div className="qd-asof-steps">
        <span className="qd-dim">Arrows move by a</span>
        <SegmentedControl
          fullWidth
          aria-label="How far the arrows move"
          value={travel.step}
          onChange={(step) => travel.setStep(step as Step)}
          data={["day", "week", "month", "quarter"]}
        />
      </div>
    </div>
  );
}

/** Today and the ends of the last quarters, one press away. */
function Ends(props: { travel: TimeTravel; known: KnownDays; go: (day: Temporal.PlainDate) => void }) {
  const { travel, known, go } = props;
  const { calendar } = useWorkspace();
  const days = calendar
    .periodsBetween(travel.now.subtract({ months: 15 }), travel.now, "quarter")
    .slice(0, -1)
    .reverse()
    .slice(0, 5)
    .map((quarter) => ({ label: periodLabel(quarter.key), day: quarter.endsOn.subtract({ days: 1 }) }))
    .filter(({ day }) => Temporal.PlainDate.compare(day, known.first) >= 0);
  return (
    <div className="qd-asof-ends">
      <Button variant="default" disabled={!travel.past} onClick={() => go(travel.now)}>
        Today
      </Button>
      <span className="qd-faint">The end of</span>
      {days.map(({ label, day }) => (
        <Button key={label} variant="subtle" color="gray" justify="start" onClick={() => go(day)}>
          {label}
          <span className="qd-hidden">, {formatDay(day.toString())}</span>
        </Button>
      ))}
    </div>
  );
}

/** The calendar behind the date in the header, and how far its arrows move. */
import { Button, SegmentedControl } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import type { Step } from "./as-of.ts";
import type { TimeTravel } from "./time-travel.ts";

export default function Picker({ travel, close }: { travel: TimeTravel; close: () => void }) {
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

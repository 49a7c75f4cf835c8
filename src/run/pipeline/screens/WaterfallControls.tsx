/** Which two days are compared, and whether only what closes in a period counts. */

import { Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { formatDay, one, Presets, periodLabel, useAddress, useShownDay, useWorkspace } from "#base/ui";

export function WaterfallControls(props: { from: string; to: string; opening: string }) {
  const [, change] = useAddress();
  const { day } = useShownDay();
  const starts = [
    { label: "1 week", day: day.subtract({ weeks: 1 }).toString() },
    { label: "4 weeks", day: day.subtract({ weeks: 4 }).toString() },
    { label: "This quarter", day: props.opening },
    { label: "1 year", day: day.subtract({ years: 1 }).toString() },
  ];
  const start = (chosen: string | null) =>
    change({ from: !chosen || chosen === props.opening ? undefined : chosen, open: undefined });
  return (
    <>
      <span className="qd-control">
        from the end of
        <DateInput
          size="xs"
          w={128}
          aria-label="First day"
          valueFormat="D MMM YYYY"
          value={props.from}
          maxDate={props.to}
          onChange={start}
        />
        to <strong>{formatDay(props.to)}</strong>
      </span>
      <Presets
        label="How far back"
        choices={starts.map((preset) => ({ value: preset.day, label: preset.label }))}
        value={props.from}
        onChange={start}
      />
      <ClosingIn />
    </>
  );
}

/** Only what is expected to close in a fiscal period: then pulled in and pushed out have a meaning. */
function ClosingIn() {
  const [search, change] = useAddress();
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const now = calendar.periodOf(day, "quarter");
  const periods = [calendar.previous(now), now, calendar.next(now), calendar.periodOf(day, "year")];
  const options = periods.map((period) => ({
    value: `${period.startsOn}/${period.endsOn.subtract({ days: 1 })}`,
    label: periodLabel(period.key),
  }));
  const from = one(search, "closingFrom", undefined);
  const to = one(search, "closingTo", undefined);
  return (
    <span className="qd-control">
      closing in
      <Select
        size="xs"
        w={132}
        aria-label="Closing in"
        allowDeselect={false}
        data={[{ value: "any", label: "any period" }, ...options]}
        value={from && to ? `${from}/${to}` : "any"}
        onChange={(chosen) => {
          const [first, last] = chosen === "any" || !chosen ? [] : chosen.split("/");
          change({ closingFrom: first, closingTo: last, open: undefined });
        }}
      />
    </span>
  );
}

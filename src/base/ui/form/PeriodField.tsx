/** A stretch of days: a fiscal quarter or year by name, or any days. The end is kept as the first day after it. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { periodLabel, useToday, useWorkspace } from "../workspace.tsx";
import { DayField } from "./DayField.tsx";

export interface PeriodDays {
  readonly startsOn: string;
  /** The first day that no longer belongs to it. */
  readonly endsOn: string;
}

/** The fiscal quarters and years around today: two years back and one ahead. */
export function usePeriods(): { value: string; label: string }[] {
  const { calendar } = useWorkspace();
  const now = useToday();
  const years = calendar.periodsBetween(now.subtract({ years: 2 }), now.add({ years: 1 }), "year");
  return years.flatMap((year) => {
    const quarters = calendar.periodsBetween(year.startsOn, year.endsOn.subtract({ days: 1 }), "quarter");
    return [year, ...quarters].map((period) => ({
      value: `${period.startsOn}/${period.endsOn}`,
      label: periodLabel(period.key),
    }));
  });
}

export function PeriodField(props: {
  label: string;
  value: PeriodDays;
  onChange: (period: PeriodDays) => void;
  error?: string | undefined;
}) {
  const { value, onChange } = props;
  const periods = usePeriods();
  const text = `${value.startsOn}/${value.endsOn}`;
  const known = periods.some((period) => period.value === text);
  const [free, setFree] = useState(!known);
  const lastDay = Temporal.PlainDate.from(value.endsOn).subtract({ days: 1 }).toString();
  return (
    <>
      <Select
        label={props.label}
        allowDeselect={false}
        searchable
        data={[...periods, { value: "other", label: "Other days…" }]}
        value={free ? "other" : text}
        error={free ? undefined : props.error}
        onChange={(chosen) => {
          setFree(chosen === "other");
          const [startsOn, endsOn] = (chosen ?? "").split("/");
          if (startsOn && endsOn) onChange({ startsOn, endsOn });
        }}
      />
      {free ? (
        <div className="qd-form-pair">
          <DayField
            label="First day"
            value={value.startsOn}
            onChange={(day) => day && onChange({ ...value, startsOn: day })}
          />
          <DayField
            label="Last day"
            value={lastDay}
            error={props.error}
            onChange={(day) =>
              day && onChange({ ...value, endsOn: Temporal.PlainDate.from(day).add({ days: 1 }).toString() })
            }
          />
        </div>
      ) : null}
    </>
  );
}

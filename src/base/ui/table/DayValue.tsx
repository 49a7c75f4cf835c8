/** Chooses days and periods of a filter: told from today, so that a saved view stays right, or stated. */
import { MultiSelect, Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useMemo } from "react";
import { daysOfPeriod, type FiscalCalendar } from "#base/kernel";
import { formatDay } from "../words.ts";
import { periodLabel, useToday, useWorkspace } from "../workspace.tsx";
import { dayWords, periodWords } from "./filter-words.ts";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const inPlace = { withinPortal: false } as const;
const days = ["today", "yesterday", "tomorrow"];
const ago = ["today-7d", "today-14d", "today-30d", "today-60d", "today-90d", "today-6m", "today-1y"];
const ahead = ["today+7d", "today+14d", "today+30d", "today+60d", "today+90d"];
const stated = "a day of the calendar";

export function DayValue(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { value } = props;
  const isStated = value === "" || /^\d/.test(value);
  const told = [...days, ...ago, ...ahead];
  const other = isStated || told.includes(value) ? [] : [value];
  const data = [stated, ...told, ...other].map((one) => ({
    value: one,
    label: one === stated ? "A day of the calendar" : capital(dayWords(one)),
  }));
  return (
    <div className="qd-day-value">
      <Select
        size="xs"
        aria-label={`${props.label}: which day`}
        allowDeselect={false}
        openOnFocus={false}
        comboboxProps={inPlace}
        data={data}
        value={isStated ? stated : value}
        onChange={(one) => props.onChange(one === null || one === stated ? "" : one)}
      />
      {isStated ? (
        <DateInput
          size="xs"
          aria-label={props.label}
          placeholder="Choose a day"
          valueFormat="D MMM YYYY"
          popoverProps={inPlace}
          value={value === "" ? null : value}
          onChange={(day) => props.onChange(day ?? "")}
        />
      ) : null}
    </div>
  );
}

const around = ["week", "month", "quarter", "year"].flatMap((grain) => [
  `this-${grain}`,
  `last-${grain}`,
  `next-${grain}`,
]);
const rolling = ["last-7d", "last-30d", "last-90d", "last-1y", "next-7d", "next-30d", "next-90d"];

export function PeriodValue(props: {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { calendar } = useWorkspace();
  const today = useToday();
  const data = useMemo(() => periodChoices(calendar, today, props.values), [calendar, today, props.values]);
  return (
    <MultiSelect
      size="xs"
      searchable
      selectFirstOptionOnChange
      aria-label={props.label}
      placeholder={props.values.length === 0 ? "Choose periods" : ""}
      comboboxProps={inPlace}
      maxDropdownHeight={260}
      data={data}
      value={[...props.values]}
      onChange={props.onChange}
    />
  );
}

function periodChoices(calendar: FiscalCalendar, today: Temporal.PlainDate, chosen: readonly string[]) {
  const ground = { today, calendar };
  const told = (value: string) => ({
    value,
    label: `${capital(periodWords(value))} · ${rangeWords(value, ground)}`,
  });
  const quarters = calendar
    .periodsBetween(today.subtract({ months: 12 }), today.add({ months: 12 }), "quarter")
    .map(({ key }) => ({ value: key, label: periodLabel(key) }));
  const years = calendar
    .periodsBetween(today.subtract({ years: 2 }), today.add({ years: 1 }), "year")
    .map(({ key }) => ({ value: key, label: key }));
  const groups = [
    { group: "Told from today", items: ["today", ...around, ...rolling].map(told) },
    { group: "Fiscal quarters", items: quarters },
    { group: "Fiscal years", items: years },
  ];
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));
  const others = chosen.filter((value) => !known.has(value));
  return others.length === 0
    ? groups
    : [...groups, { group: "Chosen", items: others.map((value) => ({ value, label: periodWords(value) })) }];
}

/** "1 Nov 2026 – 31 Jan 2027": what a period means today. */
function rangeWords(value: string, ground: Parameters<typeof daysOfPeriod>[1]): string {
  const { from, before } = daysOfPeriod(value, ground);
  const last = before.subtract({ days: 1 });
  const end = formatDay(last.toString());
  return from.equals(last)
    ? end
    : `${formatDay(from.toString(), { year: from.year !== last.year })} – ${end}`;
}

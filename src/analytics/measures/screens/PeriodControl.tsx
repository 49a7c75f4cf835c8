/** Which stretch of time the measure is asked for. */

import { Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useState } from "react";
import { formatDay } from "#base/ui";
import { useSpan } from "./periods.ts";
import { standsOnADay } from "./standing.ts";

export function PeriodControl({ measure }: { measure: string }) {
  const { span, spans, choose } = useSpan(measure);
  const [free, setFree] = useState(span.id === "other");
  const [draft, setDraft] = useState<[string | null, string | null]>([span.from, span.to]);
  const value = free ? "other" : span.id;
  return (
    <span className="qd-control">
      {standsOnADay(measure) ? "closing" : "in"}
      <Select
        size="xs"
        w={156}
        aria-label="Period"
        allowDeselect={false}
        data={[
          ...spans.map((one) => ({ value: one.id, label: one.label })),
          { value: "other", label: "Other days…" },
        ]}
        value={value}
        onChange={(id) => {
          const chosen = spans.find((one) => one.id === id);
          setFree(id === "other");
          if (chosen) choose(chosen);
        }}
      />
      {value === "other" ? (
        <DatePickerInput
          type="range"
          size="xs"
          w={226}
          aria-label="First and last day"
          valueFormat="D MMM YYYY"
          value={draft}
          allowSingleDateInRange
          onChange={(days) => {
            setDraft(days);
            const [from, to] = days;
            if (from && to) choose({ from, to });
          }}
        />
      ) : span.from === "" ? null : (
        <span className="qd-faint qd-wide-only">
          {formatDay(span.from)} – {formatDay(span.to)}
        </span>
      )}
    </span>
  );
}

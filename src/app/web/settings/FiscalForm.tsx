/** How the company divides its time; what the choice makes of this year is shown before it is saved. */

import { Select } from "@mantine/core";
import { useState } from "react";
import { type FiscalRules, fiscalCalendar } from "#base/kernel";
import { Form, formatDay, monthNames, periodLabel, useToday } from "#base/ui";
import type { WorkspaceOut } from "#people/contract";
import { useConfigure } from "./use-configure.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const patterns = [
  { value: "months", label: "Calendar months" },
  { value: "4-4-5", label: "Weeks, 4-4-5" },
  { value: "4-5-4", label: "Weeks, 4-5-4" },
  { value: "5-4-4", label: "Weeks, 5-4-4" },
];

export function FiscalForm({ workspace }: { workspace: WorkspaceOut }) {
  const [rules, setRules] = useState<FiscalRules>(workspace.fiscal);
  const { doing, keep } = useConfigure(workspace);
  const same = JSON.stringify(rules) === JSON.stringify(workspace.fiscal);
  return (
    <Form doing={doing} same={same} onSubmit={() => keep({ fiscal: { ...rules } })}>
      <Select
        label="The fiscal year starts in"
        allowDeselect={false}
        data={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
        value={String(rules.startMonth)}
        onChange={(month) => month && setRules({ ...rules, startMonth: Number(month) })}
      />
      <Select
        label="A quarter is made of"
        allowDeselect={false}
        data={patterns}
        value={rules.pattern}
        onChange={(pattern) => pattern && setRules({ ...rules, pattern: pattern as FiscalRules["pattern"] })}
      />
      {rules.pattern === "months" ? null : <WeekRules rules={rules} change={setRules} />}
      <ThisYear rules={rules} />
    </Form>
  );
}

function WeekRules({ rules, change }: { rules: FiscalRules; change: (rules: FiscalRules) => void }) {
  return (
    <>
      <Select
        label="The year ends on a"
        allowDeselect={false}
        data={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
        value={String(rules.yearEndsOnWeekday)}
        onChange={(weekday) => weekday && change({ ...rules, yearEndsOnWeekday: Number(weekday) })}
      />
      <Select
        label="Which one"
        allowDeselect={false}
        data={[
          { value: "last", label: "The last of the month" },
          { value: "nearest", label: "The nearest to the month's end" },
        ]}
        value={rules.yearEnds}
        onChange={(yearEnds) =>
          yearEnds && change({ ...rules, yearEnds: yearEnds as FiscalRules["yearEnds"] })
        }
      />
    </>
  );
}

/** What the rules make of the year that holds today. */
function ThisYear({ rules }: { rules: FiscalRules }) {
  const now = useToday();
  const calendar = fiscalCalendar(rules);
  const year = calendar.periodOf(now, "year");
  const quarters = calendar.periodsBetween(year.startsOn, year.endsOn.subtract({ days: 1 }), "quarter");
  return (
    <ul className="qd-quarters" aria-label="The quarters of this fiscal year">
      {quarters.map((quarter) => (
        <li key={quarter.key}>
          <strong>{periodLabel(quarter.key)}</strong>
          <span className="qd-dim">
            {formatDay(quarter.startsOn.toString())} –{" "}
            {formatDay(quarter.endsOn.subtract({ days: 1 }).toString())}
          </span>
        </li>
      ))}
    </ul>
  );
}

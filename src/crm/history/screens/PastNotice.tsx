/** Says that an earlier day is shown, what of the page follows it, and leads back. Nothing while today is shown. */
import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { formatDay, useShownDay, useTimeTravel } from "#base/ui";

export function PastNotice({ title, children }: { title?: string; children?: ReactNode }) {
  const { day, past } = useShownDay();
  const travel = useTimeTravel();
  if (!past) return null;
  return (
    <aside className="qd-past-notice" aria-label="An earlier day is shown">
      <IconHistory size={16} aria-hidden />
      <span>
        <strong>{title ?? `As it stood at the end of ${formatDay(day.toString())}.`}</strong> {children}
      </span>
      <Button variant="default" size="compact-xs" onClick={travel.today}>
        Back to today
      </Button>
    </aside>
  );
}

/** Says that the records end before today, with the way to their last day: an old export shows little as of today. */
import { Button, CloseButton } from "@mantine/core";
import { formatDay, useRememberedHere, useShownDay, useTimeTravel, useToday } from "#base/ui";

/** Fewer quiet days than this are no end. */
const quietDays = 21;

export function LastDayHint({ lastOn }: { lastOn: string | null }) {
  const now = useToday();
  const { past } = useShownDay();
  const travel = useTimeTravel();
  const [putAway, putItAway] = useRememberedHere<string | null>("last-day-seen", null);
  if (lastOn === null || past || putAway === lastOn) return null;
  const last = Temporal.PlainDate.from(lastOn);
  if (last.until(now, { largestUnit: "days" }).days < quietDays) return null;
  return (
    <aside className="qd-banner" aria-label="The last day of the records">
      <span>
        Nothing changed after <strong>{formatDay(lastOn)}</strong>. As of today you see what has stood still
        since.
      </span>
      <span className="qd-banner-end">
        <Button variant="default" onClick={() => travel.go(last)}>
          Show that day
        </Button>
        <CloseButton size="sm" aria-label="Put this note away" onClick={() => putItAway(lastOn)} />
      </span>
    </aside>
  );
}

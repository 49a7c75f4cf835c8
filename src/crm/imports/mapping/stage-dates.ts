/** Columns of dates on which an opportunity entered a stage, as HubSpot names them. */
import { bareName } from "../recognition/wording.ts";

const internal = /^(?:property_)?hs_(?:v2_)?date_entered_(.+)$/i;
const labelled =
  /^(?:hs\s)?(?:\(legacy\)\s*)?date entered\s+["“”'‘’]?(.+?)["“”'‘’]?(?:\s*\([^()]*\)["“”'‘’]?)?$/i;
const timing =
  /^(?:property_)?hs_(?:v2_)?(?:date_exited|time_in|cumulative_time_in|latest_time_in)_|^(?:date exited|(?:cumulative |latest )?time in|days in)\s+["“'‘]?\S/i;

/** Whether a column says when a stage was left or how long it lasted: both follow from the entries of stages. */
export function isStageTiming(column: string): boolean {
  return timing.test(column.trim());
}

/**
 * The stage whose entry a column dates: hs_v2_date_entered_closedwon, Date entered "Closed Won (Sales Pipeline)". One of
 * the given stages where it is spelled alike, else as the header writes it; null for any other column.
 */
export function stageEnteredIn(column: string, stages: readonly string[]): string | null {
  const name = column.trim();
  const written = internal.exec(name)?.[1] ?? labelled.exec(name)?.[1];
  if (written === undefined) return null;
  const alike = (stage: string) => bareName(stage) === bareName(written);
  const withPipeline = (stage: string) => name.toLowerCase().includes(stage.toLowerCase());
  const byInternal = internal.test(name);
  return (
    stages.find(alike) ??
    (byInternal ? undefined : stages.filter(withPipeline).toSorted((a, b) => b.length - a.length)[0]) ??
    written
  );
}

/** Groups of a list in SQL. Days fall into fiscal periods by the place of the day among the periods' first days. */
import { sql } from "kysely";
import { type Grouping, isAboutDays, type Period, startOfDay } from "../../kernel/index.ts";
import { type Asked, comparedValue, type ListGround, type Sql } from "./source.ts";

/** Days from the first to the last of these fall into periods of their own; what lies outside falls into the outermost. */
const first = Temporal.PlainDate.from("1990-01-01");
const yearsAhead = 30;

/** The periods into which a grouping by days divides time. */
export function periodsOf(grouping: Grouping, ground: ListGround): Period[] {
  const { calendar, today } = ground;
  const grain = grouping.grain ?? "month";
  return calendar.periodsBetween(first, today.add({ years: yearsAhead }), grain);
}

/** What tells a record's group from others: a value, an id, or the place of a period; null for those without. */
export function groupKey(grouping: Grouping, asked: Asked, ground: ListGround): Sql {
  const { column, parts } = asked;
  if (!isAboutDays(column)) return "name" in parts ? parts.id : comparedValue(asked, ground);
  const starts = periodsOf(grouping, ground).map(({ startsOn }) =>
    column.kind === "moment" ? startOfDay(startsOn, ground.timeZone).toString() : startsOn.toString(),
  );
  const bounds = column.kind === "moment" ? sql`${starts}::timestamptz[]` : sql`${starts}::date[]`;
  return sql`width_bucket(${comparedValue(asked, ground)}, ${bounds})`;
}

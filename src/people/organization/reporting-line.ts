/** Who reports to whom, from which day until which. Nobody has two managers on one day. */
import { contains, type DateInterval, intersect } from "#base/kernel";

export interface ReportingLine extends DateInterval {
  readonly id: string;
  readonly personId: string;
  readonly managerId: string;
}

/** The reason why somebody cannot be their own manager, or null. */
export function nobodyManagesThemselves(personId: string, managerId: string): string | null {
  return personId === managerId ? "Nobody reports to themselves." : null;
}

/**
 * The reason why a reporting line would close a circle, or null: the manager must not report to the person, directly
 * or through others, on any day of the line. With the names of the two it says them.
 */
export function reportingLinesFormNoCircle(
  lines: readonly ReportingLine[],
  wanted: Omit<ReportingLine, "id">,
  names: { readonly manager: string; readonly person: string } = {
    manager: "The manager",
    person: "this person",
  },
): string | null {
  const byPerson = Map.groupBy(lines, (line) => line.personId);
  const circle = circleFrom(byPerson, wanted.managerId, wanted.personId, wanted, new Set());
  if (circle === null) return null;
  const since = circle.startsOn === null ? "already" : `from ${circle.startsOn}`;
  return `${names.manager} reports to ${names.person}, directly or through others, ${since}.`;
}

function circleFrom(
  byPerson: ReadonlyMap<string, readonly ReportingLine[]>,
  from: string,
  target: string,
  during: DateInterval,
  seen: ReadonlySet<string>,
): DateInterval | null {
  // A circle that is already there (imported) must not keep us walking.
  if (seen.has(from)) return null;
  for (const line of byPerson.get(from) ?? []) {
    const shared = intersect(line, during);
    if (shared === null) continue;
    if (line.managerId === target) return shared;
    const further = circleFrom(byPerson, line.managerId, target, shared, new Set(seen).add(from));
    if (further !== null) return further;
  }
  return null;
}

export interface Reassignment<Line extends DateInterval & { readonly id: string }> {
  /** Lines that began on that very day: the new one takes their place. */
  readonly remove: readonly Line[];
  /** The line that holds until that day: it ends there. */
  readonly close: readonly Line[];
  /** When the new one holds: from that day until the next that is already planned. */
  readonly during: DateInterval;
}

/** What becomes of a person's lines (or memberships) when a new one begins on a day; null: since before our records. */
export function reassignmentFrom<Line extends DateInterval & { readonly id: string }>(
  lines: readonly Line[],
  from: Temporal.PlainDate | null,
): Reassignment<Line> {
  if (from === null) {
    const first = lines.filter((line) => line.startsOn !== null).sort(byStart)[0];
    const during = { startsOn: null, endsOn: first?.startsOn ?? null };
    return { remove: lines.filter((line) => line.startsOn === null), close: [], during };
  }
  const sameDay = (line: Line) => line.startsOn?.equals(from) ?? false;
  const later = lines
    .filter((line) => line.startsOn !== null && isAfter(line.startsOn, from))
    .sort(byStart)[0];
  return {
    remove: lines.filter(sameDay),
    close: lines.filter((line) => contains(line, from) && !sameDay(line)),
    during: { startsOn: from, endsOn: later?.startsOn ?? null },
  };
}

/** The line that holds on a day, or undefined. */
export function lineOn<Line extends DateInterval>(
  lines: readonly Line[],
  date: Temporal.PlainDate,
): Line | undefined {
  return lines.find((line) => contains(line, date));
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}

function byStart(a: DateInterval, b: DateInterval): number {
  if (a.startsOn === null || b.startsOn === null) return a.startsOn === b.startsOn ? 0 : a.startsOn ? 1 : -1;
  return Temporal.PlainDate.compare(a.startsOn, b.startsOn);
}

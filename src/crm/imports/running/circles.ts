/** Circles among who reports to whom: found before anything is written, and named. */

/** Somebody with their manager, and their place among the rows of an import; -1 for who is in no row. */
export interface Reporting {
  readonly managerId: string;
  readonly place: number;
}

/** A circle: everybody in it, each reporting to the next and the last to the first. */
export type Circle = readonly string[];

/** Every circle, each once. Everybody has one manager at most, so that no circle shares anybody with another. */
export function circlesAmong(reporting: ReadonlyMap<string, Reporting>): Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  for (const start of reporting.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      const before = places.get(at);
      if (before !== undefined) {
        if (path.length - before > 1) circles.push(path.slice(before));
        break;
      }
      places.set(at, path.length);
      path.push(at);
      at = reporting.get(at)?.managerId;
    }
    for (const one of path) done.add(one);
  }
  return circles;
}

/** Whose row closes a circle: the last of its rows in the files; null where none is in a row. */
export function closedBy(circle: Circle, reporting: ReadonlyMap<string, Reporting>): string | null {
  const inRows = circle.filter((one) => (reporting.get(one)?.place ?? -1) >= 0);
  const last = inRows.toSorted((a, b) => (reporting.get(a)?.place ?? -1) - (reporting.get(b)?.place ?? -1));
  return last.at(-1) ?? null;
}

const mostNamed = 5;

/** A circle in words, from one of its people on. */
export function circleInWords(circle: Circle, from: string, nameOf: (id: string) => string): string {
  const start = Math.max(0, circle.indexOf(from));
  const names = [...circle.slice(start), ...circle.slice(0, start)].map(nameOf);
  const [first = ""] = names;
  const steps = [...names.slice(1), first];
  const shown = steps.slice(0, mostNamed).join(", who reports to ");
  const rest = steps.length > mostNamed ? `, and so on to ${first}` : "";
  return `${first} would report to ${shown}${rest}: that is a circle. Name another manager in one of these rows.`;
}

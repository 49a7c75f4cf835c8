/** Which rows of people would close a circle of managers, with those who already report to each other. */
import { dateOf } from "#base/kernel";
import type { Db } from "#base/platform";
import { findReportingLines } from "#people";
import { isIdOf } from "../recognition/source-ids.ts";
import { circleInWords, circlesAmong, closedBy, type Reporting } from "./circles.ts";
import type { Managed } from "./joins.ts";
import type { Run } from "./run.ts";

const found = new WeakMap<Run["joins"], Promise<ReadonlyMap<string, string>>>();

/** The keys of the rows that close a circle, each with the circle in words. Looked for once an import. */
export function managersInCircles(run: Run, trx: Db): Promise<ReadonlyMap<string, string>> {
  const before = found.get(run.joins);
  if (before !== undefined) return before;
  const looking = findCircles(run, trx);
  found.set(run.joins, looking);
  return looking;
}

const rowId = (key: string): string => `row ${key}`;

/** Who is meant by what a row writes: a row of the files by its id, or by a name or address that only one has. */
function meaningIn(run: Run, rows: readonly Managed[]): (value: string) => string | undefined {
  const keys = new Set(rows.map((row) => row.key));
  const words = new Map<string, Set<string>>();
  for (const { key, name, email } of rows) {
    for (const word of [name, email]) {
      if (word === null) continue;
      const lower = word.toLowerCase();
      words.set(lower, (words.get(lower) ?? new Set()).add(key));
    }
  }
  return (value) => {
    if (keys.has(value)) return rowId(value);
    if (isIdOf(run.plan.source, value)) return run.people.meant(value, false);
    const named = [...(words.get(value.toLowerCase()) ?? [])];
    return named.length === 1 ? rowId(named[0] ?? "") : run.people.meant(value, true);
  };
}

async function findCircles(run: Run, trx: Db): Promise<ReadonlyMap<string, string>> {
  const rows = run.joins.managed;
  const closing = new Map<string, string>();
  if (rows.length === 0) return closing;
  const recordOf = ({ key, name, email }: Managed) =>
    run.people.linkOf(key)?.recordId ?? (name === null ? undefined : run.people.knownFor({ name, email }));
  const idOf = new Map<string, string>();
  for (const row of rows) {
    const record = recordOf(row);
    if (record !== undefined) idOf.set(record, rowId(row.key));
  }
  const same = (id: string) => idOf.get(id) ?? id;
  const reporting = new Map<string, Reporting>();
  const today = dateOf(run.importedAt, run.plan.timeZone);
  for (const { personId, managerId, endsOn } of await findReportingLines(trx, run.workspaceId)) {
    if (endsOn !== null && Temporal.PlainDate.compare(endsOn, today) <= 0) continue;
    reporting.set(same(personId), { managerId: same(managerId), place: -1 });
  }
  const meant = meaningIn(run, rows);
  for (const [place, row] of rows.entries()) {
    // Who says what they said before is left as they are, whatever the row says.
    if (run.people.linkOf(row.key)?.fingerprint === row.fingerprint) continue;
    const managerId = row.manager === null ? undefined : meant(row.manager);
    if (managerId !== undefined) reporting.set(rowId(row.key), { managerId: same(managerId), place });
  }
  const names = new Map(rows.map((row) => [rowId(row.key), row.name ?? row.key]));
  for (const circle of circlesAmong(reporting)) {
    const last = closedBy(circle, reporting);
    if (last === null) continue;
    const nameOf = (id: string) => names.get(id) ?? run.people.nameOf(id) ?? "somebody";
    closing.set(last.replace(/^row /, ""), circleInWords(circle, last, nameOf));
  }
  return closing;
}

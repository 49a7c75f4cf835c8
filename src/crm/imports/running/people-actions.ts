/** Rows of people into the record: who there is, and what is new about them. */
import type { Db } from "#base/platform";
import { changePeople, type PersonChange, type PersonRow, recordPeople } from "#people";
import { fills, type UnderstoodFile } from "../mapping/column-plan.ts";
import { dayIn, type ReadRow, type Reject, textIn } from "../mapping/row.ts";
import { managersInCircles } from "./circle-actions.ts";
import type { Link } from "./link.ts";
import { saveLinks } from "./links-store.ts";
import { fullName } from "./row-values.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** Whether a file says what people are called: it comes before files that only say more of the same people. */
export const namesPeople = (file: UnderstoodFile): boolean =>
  ["name", "firstName", "lastName", "email"].some((field) => fills(file, field));

/** Writes who there is. A person who is already known is linked; what the source says anew of them is changed. */
export async function writePeople(
  run: Run,
  trx: Db,
  rows: readonly ReadRow[],
  file: UnderstoodFile,
): Promise<Tally> {
  const tally = emptyTally();
  const people: PersonRow[] = [];
  const changes: PersonChange[] = [];
  const links: Link[] = [];
  const { timeZone } = run.plan;
  const circles = await managersInCircles(run, trx);
  for (const row of rows) {
    const email = textIn(row, "email");
    const link = run.people.linkOf(row.key);
    // A second file on the same people, such as their contracts, need not name them again.
    const name = fullName(row) ?? (link === undefined ? null : run.people.nameOf(link.recordId));
    const refused = refusalOf(row, name, circles);
    if (refused !== null || name === null) {
      tally.rejects.push(...(refused === null ? [] : [refused]));
      continue;
    }
    if (link?.fingerprint === row.fingerprint) {
      tally.unchanged += 1;
      continue;
    }
    if (link === undefined && email !== null && run.people.isTaken(email)) {
      run.notices.notice("People with an address that another person of the source has too, kept apart");
    }
    const { custom } = row;
    const days = { startedOn: dayIn(row, "startedOn", timeZone), leftOn: dayIn(row, "leftOn", timeZone) };
    const called = fullName(row);
    const said = {
      ...(called !== null && { name: called }),
      email,
      title: textIn(row, "title"),
      ...days,
      custom,
    };
    const twin = run.people.linkOf(textIn(row, "sameAs") ?? "")?.recordId;
    const known = link?.recordId ?? twin ?? run.people.knownFor({ name, email });
    if (known !== undefined) {
      // Who was only known until now keeps what the file is silent about; who was told by it before is as it says now.
      const tells = (field: string, value: unknown) => value !== null || (told(link) && fills(file, field));
      changes.push({ id: known, ...pick(said, tells) });
      if (link === undefined) run.notices.notice("People who were already known, linked to the source");
      links.push(linked(run, row, known));
      continue;
    }
    const id = run.newId();
    people.push({ id, ...said, name });
    run.people.welcome({ id, name, email });
    links.push(linked(run, row, id));
    tally.created += 1;
  }
  await recordPeople(trx, run.workspaceId, people);
  const changed = await changePeople(trx, run.workspaceId, changes);
  tally.updated += changes.filter((one) => changed.has(one.id)).length;
  tally.unchanged += changes.filter((one) => !changed.has(one.id)).length;
  await saveLinks(trx, run.workspaceId, run.sourceKey, "person", run.importId, links);
  return tally;
}

/** Why a row can be no person: it has no name, or its manager closes a circle; null when it can. */
function refusalOf(row: ReadRow, name: string | null, circles: ReadonlyMap<string, string>): Reject | null {
  const { line } = row;
  const circle = circles.get(row.key);
  if (circle !== undefined)
    return { line, field: "manager", value: textIn(row, "manager") ?? "", reason: circle };
  return name === null ? { line, field: "name", value: "", reason: "The person has no name." } : null;
}

const told = (link: Link | undefined): boolean => link !== undefined && link.fingerprint !== "";

function pick<Said extends Readonly<Record<string, unknown>>>(
  said: Said,
  tells: (field: string, value: unknown) => boolean,
): Partial<Said> {
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => tells(field, value)),
  ) as Partial<Said>;
}

function linked(run: Run, row: ReadRow, recordId: string): Link {
  const link = { sourceId: row.key, recordId, fingerprint: row.fingerprint };
  run.people.link(link);
  return link;
}

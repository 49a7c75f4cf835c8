/** What the desk does about people: add them, change what is known of them. */
import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended } from "../amendment.ts";
import { refuseBecause, requireFound, requireKnown } from "../refusals.ts";
import { managersOf, teamsOf } from "./line-store.ts";
import { nobodyLeavesBeforeTheyStart, type Person } from "./person.ts";
import { findPerson, holdPerson, insertPerson, storePerson } from "./person-store.ts";

type Said = Pick<Person, "name" | "email" | "title" | "startedOn" | "leftOn">;

/** A person with managers and teams over time. Refuses when there is nobody with this id. */
export async function personWithLines(db: Db, workspaceId: string, id: string) {
  const person = requireFound(await findPerson(db, workspaceId, id), "person");
  return {
    person,
    managers: await managersOf(db, workspaceId, id),
    teams: await teamsOf(db, workspaceId, id),
  };
}
export type PersonWithLines = Awaited<ReturnType<typeof personWithLines>>;

/** Adds a person. Refuses days that do not fit together. */
export async function addPerson(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Amendment<Said> & { readonly name: string },
): Promise<PersonWithLines> {
  const said = amended<Said>(
    { name: given.name, email: null, title: null, startedOn: null, leftOn: null },
    given,
  );
  refuseBecause(nobodyLeavesBeforeTheyStart(said), "leftOn");
  const id = newId(clock);
  await insertPerson(db, workspaceId, id, said);
  return personWithLines(db, workspaceId, id);
}

/** Changes what is given about a person. Refuses a stale version and days that do not fit together. */
export async function changePerson(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<Said>,
): Promise<PersonWithLines> {
  const held = await holdPerson(db, workspaceId, id);
  refuseStale(requireFound(held?.removedAt ? undefined : held, "person"), expectedVersion);
  const said = amended<Said>(requireFound(held, "person"), given);
  refuseBecause(nobodyLeavesBeforeTheyStart(said), "leftOn");
  await storePerson(db, workspaceId, id, said);
  return personWithLines(db, workspaceId, id);
}

/** Refuses a reference to somebody who is not there or was removed; null and undefined refer to nobody. */
export async function requirePerson(
  db: Db,
  workspaceId: string,
  id: string | null | undefined,
  field: string,
): Promise<void> {
  if (id === null || id === undefined) return;
  const person = await findPerson(db, workspaceId, id);
  requireKnown(person !== undefined && person.removedAt === null, "person", field);
}

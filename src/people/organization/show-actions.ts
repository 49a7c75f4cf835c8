/** People as they cross the wire. */
import { dayOf, textOf } from "#base/wire";
import type { PersonDetail, PersonOut } from "./contract.ts";
import type { Person } from "./person.ts";
import type { PersonWithLines } from "./person-actions.ts";

/** The days of a person's input, where they were given. */
export function daysOf(given: { startedOn?: string | null | undefined; leftOn?: string | null | undefined }) {
  return {
    startedOn: dayOf(given.startedOn),
    leftOn: dayOf(given.leftOn),
  };
}

export function personOut(person: Person): PersonOut {
  return {
    ...person,
    startedOn: textOf(person.startedOn),
    leftOn: textOf(person.leftOn),
    removedAt: textOf(person.removedAt),
    custom: { ...person.custom },
  };
}

export function personDetail({ person, managers, teams }: PersonWithLines): PersonDetail {
  return {
    ...personOut(person),
    managers: managers.map((line) => ({
      id: line.id,
      startsOn: textOf(line.startsOn),
      endsOn: textOf(line.endsOn),
      manager: { id: line.managerId, name: line.managerName },
    })),
    teams: teams.map((line) => ({
      id: line.id,
      startsOn: textOf(line.startsOn),
      endsOn: textOf(line.endsOn),
      team: { id: line.teamId, name: line.teamName },
    })),
  };
}

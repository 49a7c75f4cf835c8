import { chanceFrom, hashOf, mix } from "./chance.ts";
import type { Day } from "./days.ts";
import { mailboxOf, uniqueNames } from "./names.ts";
import { namesOnStage } from "./roles.ts";
import { company } from "./story.ts";

/** Somebody on the staff; other records name them by their number. */
export interface Employee {
  name: string;
  email: string;
  title: string;
  /** Null: before the records begin. */
  startedDay: Day | null;
  leftDay: Day | null;
  /** What this person makes of an opportunity next to others: chance of winning, length of the cycle. */
  skill: number;
  pace: number;
}

/** One entry of a dated list: who, whom or which, from and until when (null: unbounded). */
export interface Dated {
  person: number;
  /** The manager's number, or the team's. */
  to: number;
  from: Day | null;
  until: Day | null;
}

export interface TeamPlan {
  name: string;
  kind: "team" | "region";
  parent: number | null;
  /** Null: before the records begin. */
  foundedDay: Day | null;
}

/** The staff while it is being put together. */
export interface Staff {
  employees: Employee[];
  teams: TeamPlan[];
  memberships: Dated[];
  reporting: Dated[];
  /** Adds somebody and gives their number. Without a name, a new one from the pool. */
  hire(title: string, options?: { name?: string; startedDay?: Day | null; domain?: string }): number;
  leave(person: number, day: Day): void;
  addTeam(team: TeamPlan): number;
  /** Puts somebody into a team under a manager for a time; an entry that continues the last one lengthens it. */
  place(
    person: number,
    where: { team: number; manager: number | null },
    from: Day | null,
    until: Day | null,
  ): void;
}

/** An empty staff whose names and talents follow from the seed. */
export function newStaff(seed: string): Staff {
  const nextName = uniqueNames(seed, namesOnStage());
  const key = hashOf(`${seed}/talent`);
  const mailboxes = new Set<string>();
  const staff: Staff = {
    employees: [],
    teams: [],
    memberships: [],
    reporting: [],
    hire(title, { name = nextName(), startedDay = null, domain = company.domain } = {}) {
      const chance = chanceFrom(mix(key, staff.employees.length));
      let mailbox = mailboxOf(name);
      for (let n = 2; mailboxes.has(mailbox); n++) mailbox = `${mailboxOf(name)}${n}`;
      mailboxes.add(mailbox);
      const talent = {
        skill: clamp(chance.around(0.2), 0.65, 1.45),
        pace: clamp(chance.around(0.15), 0.75, 1.35),
      };
      staff.employees.push({
        name,
        email: `${mailbox}@${domain}`,
        title,
        startedDay,
        leftDay: null,
        ...talent,
      });
      return staff.employees.length - 1;
    },
    leave(person, day) {
      const employee = staff.employees[person];
      if (employee) employee.leftDay = day;
    },
    addTeam(team) {
      staff.teams.push(team);
      return staff.teams.length - 1;
    },
    place(person, { team, manager }, from, until) {
      continueOrAdd(staff.memberships, { person, to: team, from, until });
      if (manager !== null) continueOrAdd(staff.reporting, { person, to: manager, from, until });
    },
  };
  return staff;
}

function continueOrAdd(list: Dated[], entry: Dated): void {
  const last = list.findLast((other) => other.person === entry.person);
  if (last && last.to === entry.to && last.until !== null && last.until === entry.from)
    last.until = entry.until;
  else list.push(entry);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

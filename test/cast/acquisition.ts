import type { Command, Post } from "./command.ts";
import { workingDayFrom } from "./days.ts";
import { supporting } from "./roles.ts";
import { ever, type Seat } from "./seats.ts";
import type { Staff } from "./staff.ts";
import { acquired, type Story } from "./story.ts";

/** How many weeks' worth of Elbholm's own open opportunities come with it. */
export const inheritedPipelineDays = 120;

/** The part of all new opportunities that is Elbholm's, from the beginning of the pipeline that it brings. */
export const acquiredShare = 0.13;

/**
 * Elbholm joins as a team of the region Europe: its head of sales, who reports to the regional director from that
 * day, and its sellers. One of them leaves ten weeks later; the head of sales holds her book since.
 */
export function joinElbholm(staff: Staff, europe: Command, sellers: number, story: Story): Seat[] {
  const day = story.acquiredDay;
  const { domain } = acquired;
  const team = staff.addTeam({
    name: acquired.short,
    kind: "team",
    parent: europe.regionTeam,
    foundedDay: day,
  });
  const head = staff.hire(`Head of Sales, ${acquired.short}`, {
    name: supporting.acquiredManager,
    startedDay: day,
    domain,
  });
  staff.place(head, { team, manager: europe.director }, day, null);
  const post: Post = { team, manager: head, from: day, until: null };
  const seats: Seat[] = [];
  for (let i = 0; i < sellers; i++) {
    const name = supporting.acquiredReps[i];
    const person = staff.hire("Account Executive", { startedDay: day, domain, ...(name ? { name } : {}) });
    const leavesDay = i === 1 ? workingDayFrom(day + 70) : null;
    const left = leavesDay !== null && leavesDay <= story.lastDay ? leavesDay : null;
    staff.place(person, post, day, left);
    const holds = [{ person, from: ever.from, to: left ?? ever.to }];
    if (left !== null) {
      staff.leave(person, left);
      holds.push({ person: head, from: left, to: ever.to });
    }
    seats.push({ kind: "rep", region: "europe", acquired: true, holds });
  }
  return seats;
}

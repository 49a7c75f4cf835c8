import type { Day } from "./days.ts";
import type { Region } from "./regions.ts";
import { supporting } from "./roles.ts";
import type { Staff } from "./staff.ts";

/** Where a seat of a region stands for a time: in which team, under whom. Null bounds: unbounded. */
export interface Post {
  team: number;
  manager: number;
  from: Day | null;
  until: Day | null;
}

/** A region's chain of command. */
export interface Command {
  regionTeam: number;
  director: number;
  /** The posts of the region's k-th seat, one after another. */
  postsOf(seat: number): readonly Post[];
}

/** How many sellers one manager leads at most. */
export const spanOfControl = 8;

/** Founds a region's team under its director, who reports to the CRO. */
export function foundRegion(
  staff: Staff,
  region: Region,
  cro: number,
): { regionTeam: number; director: number } {
  const regionTeam = staff.addTeam({ name: region.name, kind: "region", parent: null, foundedDay: null });
  const director = staff.hire(`Regional Sales Director, ${region.name}`, {
    name: supporting.directors[region.key],
  });
  staff.place(director, { team: regionTeam, manager: cro }, null, null);
  return { regionTeam, director };
}

/** Gives a region that keeps its teams over all the time; with few sellers and no named teams it is one team. */
export function commandRegion(staff: Staff, region: Region, seats: number, cro: number): Command {
  const { regionTeam, director } = foundRegion(staff, region, cro);
  const teams = seats > spanOfControl ? Math.ceil(seats / spanOfControl) : region.teams.length;
  const posts: Post[] = [];
  for (let i = 0; i < teams; i++) {
    const name = region.teams[i] ?? `${region.name} ${i + 1}`;
    const team = staff.addTeam({ name, kind: "team", parent: regionTeam, foundedDay: null });
    const named = region.key === "europe" ? supporting.europeManagers[i] : undefined;
    const manager = staff.hire(`Sales Manager, ${name}`, named === undefined ? {} : { name: named });
    staff.place(manager, { team, manager: director }, null, null);
    posts.push({ team, manager, from: null, until: null });
  }
  if (posts.length === 0) posts.push({ team: regionTeam, manager: director, from: null, until: null });
  return { regionTeam, director, postsOf: (seat) => posts.slice(seat % posts.length).slice(0, 1) };
}

/** The post in which a seat stands on a day. */
export function postOn(posts: readonly Post[], day: Day): Post {
  const post = posts.find((p) => (p.from === null || p.from <= day) && (p.until === null || day < p.until));
  if (!post) throw new RangeError("A seat has a post at any time.");
  return post;
}

/** Places somebody into a seat's posts from a day until another. */
export function placeInto(
  staff: Staff,
  person: number,
  posts: readonly Post[],
  from: Day | null,
  until: Day | null,
): void {
  for (const post of posts) {
    const start = later(post.from, from);
    const end = earlier(post.until, until);
    if (start !== null && end !== null && start >= end) continue;
    staff.place(person, { team: post.team, manager: post.manager }, start, end);
  }
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function earlier(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

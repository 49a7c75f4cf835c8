import { joinElbholm } from "./acquisition.ts";
import { type Chance, chanceFrom, hashOf } from "./chance.ts";
import { type Command, commandRegion, placeInto, postOn } from "./command.ts";
import { type Day, workingDayFrom } from "./days.ts";
import { foundHeadquarters } from "./headquarters.ts";
import { type RegionKey, regions, shareOut } from "./regions.ts";
import { commandAtlantic, seatOfThePromoted, seatOfTheRep } from "./reorganization.ts";
import { type RoleKey, roleCast } from "./roles.ts";
import { ever, type Hold, type Seat } from "./seats.ts";
import { newStaff, type Staff } from "./staff.ts";
import type { Story } from "./story.ts";

export interface Organization {
  staff: Staff;
  /** Who plays each role, by number on the staff. */
  roles: Record<RoleKey, number>;
  seats: readonly Seat[];
  /** Who manages a seat's holder on a day, by number on the staff. */
  directors: ReadonlyMap<RegionKey, number>;
}

/** Takes the seed and the number of opportunities; gives everybody, with teams, reporting lines and books of business. */
export function organize(seed: string, size: number, story: Story): Organization {
  const staff = newStaff(seed);
  const chance = chanceFrom(hashOf(`${seed}/turnover`));
  const { roles: hq } = foundHeadquarters(staff, story);
  const sellers = Math.max(8, Math.round(24 * (size / 2400) ** 0.75));
  const repSeats = shareOut(sellers, 2);
  const csmSeats = shareOut(Math.ceil(sellers / 5), 1);
  const sdrSeats = shareOut(Math.ceil(sellers / 6), 1);
  const seats: Seat[] = [];
  const directors = new Map<RegionKey, number>();
  const roles: Partial<Record<RoleKey, number>> = { ...hq };
  let europe: Command | undefined;

  for (const region of regions) {
    const count = repSeats.get(region.key) ?? 2;
    const atlantic =
      region.key === "atlantic" ? commandAtlantic(staff, region, count, hq.cro, story) : undefined;
    const command = atlantic ?? commandRegion(staff, region, count, hq.cro);
    directors.set(region.key, command.director);
    if (region.key === "europe") europe = command;
    const desk = { staff, region: region.key, command, chance, story };
    for (let k = 0; k < count; k++) {
      if (atlantic && k === seatOfTheRep) {
        roles.rep = staff.hire(roleCast.rep.title, { name: roleCast.rep.name });
        seats.push(steadySeat(desk, "rep", k, roles.rep));
      } else if (atlantic && k === seatOfThePromoted) {
        seats.push(seatOfCamila(desk, k, atlantic.promoted));
      } else {
        seats.push(repSeat(desk, k));
      }
    }
    if (atlantic) roles.salesManager = atlantic.salesManager;
    supportSeats(desk, "csm", csmSeats.get(region.key) ?? 1, seats, roles);
    supportSeats(desk, "sdr", sdrSeats.get(region.key) ?? 1, seats, roles);
  }
  if (!europe) throw new RangeError("There is a region Europe.");
  seats.push(...joinElbholm(staff, europe, Math.max(2, Math.round(sellers / 8)), story));
  return { staff, roles: complete(roles), seats, directors };
}

interface Desk {
  staff: Staff;
  region: RegionKey;
  command: Command;
  chance: Chance;
  story: Story;
}

/** A seat that the same person works all the time. */
function steadySeat(desk: Desk, kind: Seat["kind"], k: number, person: number): Seat {
  placeInto(desk.staff, person, desk.command.postsOf(k), null, null);
  return { kind, region: desk.region, acquired: false, holds: [{ person, ...ever }] };
}

/** A seller's seat. About every fifth is vacated once: the manager holds the book until somebody new starts. */
function repSeat(desk: Desk, k: number): Seat {
  const { staff, story, chance, command, region } = desk;
  const person = staff.hire("Account Executive");
  const turns = chance.number();
  const at = chance.number();
  const gap = chance.whole(20, 60);
  if (turns > 0.22 && k !== 3) return steadySeat(desk, "rep", k, person);
  const posts = command.postsOf(k);
  let leavesDay = workingDayFrom(
    story.beginsDay + 90 + Math.floor(at * (story.lastDay - story.beginsDay - 150)),
  );
  if (
    region === "atlantic" &&
    leavesDay < story.reorganizedDay &&
    leavesDay + gap + 5 >= story.reorganizedDay
  )
    leavesDay = story.reorganizedDay;
  const arrivesDay = workingDayFrom(leavesDay + gap);
  placeInto(staff, person, posts, null, leavesDay);
  staff.leave(person, leavesDay);
  const holds: Hold[] = [
    { person, from: ever.from, to: leavesDay },
    { person: postOn(posts, leavesDay).manager, from: leavesDay, to: ever.to },
  ];
  const vacant = holds[1];
  if (arrivesDay <= story.lastDay && vacant) {
    const joiner = staff.hire("Account Executive", { startedDay: arrivesDay });
    placeInto(staff, joiner, posts, arrivesDay, null);
    vacant.to = arrivesDay;
    holds.push({ person: joiner, from: arrivesDay, to: ever.to });
  }
  return { kind: "rep", region, acquired: false, holds };
}

/** The seat of the seller who is promoted in the reorganization; somebody new takes it over on that day. */
function seatOfCamila(desk: Desk, k: number, promoted: number): Seat {
  const day: Day = desk.story.reorganizedDay;
  const joiner = desk.staff.hire("Account Executive", { startedDay: day });
  placeInto(desk.staff, joiner, desk.command.postsOf(k), day, null);
  const holds = [
    { person: promoted, from: ever.from, to: day },
    { person: joiner, from: day, to: ever.to },
  ];
  return { kind: "rep", region: desk.region, acquired: false, holds };
}

/** Customer success and sales development: they sit with the region's director. */
function supportSeats(
  desk: Desk,
  kind: "csm" | "sdr",
  count: number,
  seats: Seat[],
  roles: Partial<Record<RoleKey, number>>,
): void {
  const { regionTeam: team, director: manager } = desk.command;
  const home: RegionKey = kind === "csm" ? "europe" : "atlantic";
  for (let k = 0; k < count; k++) {
    const star = desk.region === home && k === 0;
    const { name, title } = roleCast[kind];
    const person = desk.staff.hire(title, star ? { name } : {});
    if (star) roles[kind] = person;
    desk.staff.place(person, { team, manager }, null, null);
    seats.push({ kind, region: desk.region, acquired: false, holds: [{ person, ...ever }] });
  }
}

function complete(roles: Partial<Record<RoleKey, number>>): Record<RoleKey, number> {
  const filled = roleKeys.map((key) => {
    const person = roles[key];
    if (person === undefined) throw new RangeError(`Nobody plays the role ${key}.`);
    return [key, person] as const;
  });
  return Object.fromEntries(filled) as Record<RoleKey, number>;
}

const roleKeys = Object.keys(roleCast) as RoleKey[];

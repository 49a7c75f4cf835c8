import { type Command, foundRegion, type Post, spanOfControl } from "./command.ts";
import type { Region } from "./regions.ts";
import { roleCast, supporting } from "./roles.ts";
import type { Staff } from "./staff.ts";
import type { Story } from "./story.ts";

/** The teams of the region Atlantic after the reorganization: by what customers run, no longer by latitude. */
export const regroupedTeams = ["Atlantic Ports", "Atlantic Fleet"] as const;

/** The seats of Atlantic that matter to the story. */
export const seatOfTheRep = 0;
export const seatOfThePromoted = 1;

/**
 * The region Atlantic. On the day of the reorganization North and South become Ports and Fleet: Walter Brannigan
 * goes from North to Ports, Frank Delacroix leaves, and Camila Ferreira, until then a seller in South, leads Fleet.
 * Every second seat changes its team. Nothing is deleted: the old teams stay, with the time in which they were manned.
 * Gives the command and the promoted person, whose seat somebody else works afterwards.
 */
export function commandAtlantic(
  staff: Staff,
  region: Region,
  seats: number,
  cro: number,
  story: Story,
): Command & { salesManager: number; promoted: number } {
  const { regionTeam, director } = foundRegion(staff, region, cro);
  const day = story.reorganizedDay;
  const found = (name: string, foundedDay: number | null) =>
    staff.addTeam({ name, kind: "team", parent: regionTeam, foundedDay });

  const [north, south] = [found("Atlantic North", null), found("Atlantic South", null)];
  const [ports, fleet] = [found(regroupedTeams[0], day), found(regroupedTeams[1], day)];
  const salesManager = staff.hire(`${roleCast.salesManager.title}, ${regroupedTeams[0]}`, {
    name: roleCast.salesManager.name,
  });
  staff.place(salesManager, { team: north, manager: director }, null, day);
  staff.place(salesManager, { team: ports, manager: director }, day, null);
  const frank = staff.hire("Sales Manager, Atlantic South", { name: supporting.leavingManager });
  staff.place(frank, { team: south, manager: director }, null, day);
  staff.leave(frank, day);
  const promoted = staff.hire(`Sales Manager, ${regroupedTeams[1]}`, { name: supporting.promoted });
  staff.place(promoted, { team: south, manager: frank }, null, day);
  staff.place(promoted, { team: fleet, manager: director }, day, null);

  const before = [
    { team: north, manager: salesManager },
    { team: south, manager: frank },
  ];
  const after = [
    { team: ports, manager: salesManager },
    { team: fleet, manager: promoted },
  ];
  for (let i = 2; i < Math.ceil(seats / spanOfControl); i++) {
    const team = found(`${region.name} ${i + 1}`, null);
    const manager = staff.hire(`Sales Manager, ${region.name} ${i + 1}`);
    staff.place(manager, { team, manager: director }, null, null);
    before.push({ team, manager });
    after.push({ team, manager });
  }
  const postsOf = (seat: number): Post[] => {
    const teams = before.length;
    const old = before[seat % teams];
    const next = after[(seat + Math.floor(seat / teams)) % teams];
    if (!old || !next) throw new RangeError("Atlantic has at least two teams.");
    return [
      { ...old, from: null, until: day },
      { ...next, from: day, until: null },
    ];
  };
  return { regionTeam, director, postsOf, salesManager, promoted };
}

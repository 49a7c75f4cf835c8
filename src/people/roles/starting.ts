/** The profiles that the product brings along. */
import type { StartingProfile } from "./role.ts";
import { director, vicePresident } from "./starting-leaders.ts";
import { teamProfiles } from "./starting-team.ts";

export const startingProfiles: readonly StartingProfile[] = [vicePresident, director, ...teamProfiles];

/** The starting profile of a key, or undefined for a role of the company's own. */
export function startingProfile(key: string): StartingProfile | undefined {
  return startingProfiles.find((profile) => profile.key === key);
}

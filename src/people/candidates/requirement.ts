/** What a role asks for, requirement by requirement: the rows of every score sheet for it. */
import { type Profile, type SectionKey, sectionTitles } from "../roles/role.ts";

/** The sections of a profile that somebody can be seen to meet, qualifications before duties. */
export const scoredSections = [
  "experience",
  "education",
  "technical",
  "soft",
  "duties",
] as const satisfies readonly SectionKey[];

export interface Requirement {
  /** "technical.1": where it stood in the profile when the candidate was added. */
  readonly key: string;
  readonly section: string;
  readonly text: string;
}

/** The requirements of a role, in the order in which a sheet asks for them. */
export function requirementsOf({ sections }: Pick<Profile, "sections">): Requirement[] {
  return scoredSections.flatMap((section) =>
    sections[section].map(({ text }, at) => ({
      key: `${section}.${at + 1}`,
      section: sectionTitles[section],
      text,
    })),
  );
}

/** Those that were chosen by their keys, in the role's order; all where nobody chose. Gives the reason where there is none. */
export function chosenFrom(
  all: readonly Requirement[],
  keys: readonly string[] | undefined,
): { readonly chosen: readonly Requirement[]; readonly reason: string | null } {
  const unknown = (keys ?? []).find((key) => !all.some((one) => one.key === key));
  if (unknown !== undefined) return { chosen: [], reason: `The role has no requirement ${unknown}.` };
  const chosen = keys === undefined ? all : all.filter(({ key }) => keys.includes(key));
  if (chosen.length > 0) return { chosen, reason: null };
  return {
    chosen,
    reason: "The role says nothing of experience, education, skills or duties, so there is nothing to score.",
  };
}

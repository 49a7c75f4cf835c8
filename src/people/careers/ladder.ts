/** A career ladder: levels one above the other, and for each competence what shows that somebody is up to a level. */

export interface Level {
  readonly key: string;
  readonly name: string;
  /** The profile of the role at this level, by its key; null where none comes along. */
  readonly roleKey: string | null;
}

export interface Competence {
  readonly key: string;
  readonly name: string;
  /** What shows it, level by level, from the lowest on. */
  readonly shownBy: readonly string[];
}

export interface Ladder {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  /** From the lowest on. */
  readonly levels: readonly Level[];
  readonly competences: readonly Competence[];
}

/** What was seen of somebody: the level of a competence that it shows. */
export interface Seen {
  readonly competence: string;
  /** The level's key. */
  readonly level: string;
  readonly seenOn: Temporal.PlainDate;
}

/** How far a competence has come, by the best that was seen; null where nothing was. Of two alike, the later one. */
export function bestOf<T extends Seen>(ladder: Ladder, competence: string, seen: readonly T[]): T | null {
  const place = ({ level }: Seen) => ladder.levels.findIndex(({ key }) => key === level);
  const about = seen.filter((one) => one.competence === competence && place(one) >= 0);
  const ordered = about.toSorted(
    (a, b) => place(a) - place(b) || Temporal.PlainDate.compare(a.seenOn, b.seenOn),
  );
  return ordered.at(-1) ?? null;
}

/** What separates somebody from a level in one competence. */
export interface Gap {
  readonly competence: string;
  readonly sentence: string;
}

/** Where somebody stands on a ladder. */
export interface Standing {
  /** The highest level of which every competence was shown; null below the lowest. */
  readonly reached: Level | null;
  /** The level after it; null at the top. */
  readonly next: Level | null;
  /** What is missing for the next level, a sentence each. */
  readonly missing: readonly Gap[];
  readonly sentence: string;
}

/** Where somebody stands by what was seen of them: readiness is evidence for every competence of a level, and no average. */
export function standingOn(ladder: Ladder, name: string, seen: readonly Seen[]): Standing {
  const { levels, competences } = ladder;
  const heights = competences.map(({ key }) => {
    const best = bestOf(ladder, key, seen);
    return best === null ? -1 : levels.findIndex((level) => level.key === best.level);
  });
  const floor = Math.min(...heights);
  const [reached, next] = [levels[floor] ?? null, levels[floor + 1] ?? null];
  const missing =
    next === null
      ? []
      : competences.flatMap((competence, at) => {
          const height = heights[at] ?? -1;
          return height > floor ? [] : [gapOf(competence, levels[height] ?? null, next, floor + 1)];
        });
  const shown = competences.length - missing.length;
  return { reached, next, missing, sentence: sentenceOf(name, reached, next, shown, competences.length) };
}

function gapOf({ key, name, shownBy }: Competence, at: Level | null, next: Level, place: number): Gap {
  const so = at === null ? "nothing is on record" : `shown as ${at.name}`;
  return { competence: key, sentence: `${name}: ${so}; ${next.name} asks for: ${shownBy[place] ?? ""}` };
}

function sentenceOf(name: string, reached: Level | null, next: Level | null, shown: number, all: number) {
  const has = reached === null ? "" : `${name} has shown all that ${reached.name} asks for`;
  if (next === null) return `${has}, the top of this ladder.`;
  const some = `${shown} of ${all} competences that ${next.name} asks for`;
  return reached === null ? `${name} has shown ${some}.` : `${has}, and ${some}.`;
}

/** The reason why something cannot be put on record on a ladder, by its field, or null. */
export function whyNoPlace(
  ladder: Ladder,
  seen: Pick<Seen, "competence" | "level">,
): { readonly field: "competence" | "level"; readonly reason: string } | null {
  if (!ladder.competences.some(({ key }) => key === seen.competence)) {
    return { field: "competence", reason: `${ladder.name} has no competence ${seen.competence}.` };
  }
  const known = ladder.levels.some(({ key }) => key === seen.level);
  return known ? null : { field: "level", reason: `${ladder.name} has no level ${seen.level}.` };
}

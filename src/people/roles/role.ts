/** A role: what is expected of whoever holds it, section by section, and what separates it from another one. */

/** The sections of a profile, in the order in which they are read. */
export const sectionKeys = [
  "focus",
  "scope",
  "decisions",
  "duties",
  "education",
  "experience",
  "technical",
  "soft",
  "reportsTo",
  "leads",
  "influence",
  "pay",
  "incentives",
  "nextSteps",
  "impact",
] as const;
export type SectionKey = (typeof sectionKeys)[number];

export const sectionTitles: Readonly<Record<SectionKey, string>> = {
  focus: "Focus",
  scope: "Scope",
  decisions: "Decisions",
  duties: "Duties",
  education: "Education",
  experience: "Experience",
  technical: "Technical skills",
  soft: "Soft skills",
  reportsTo: "Reports to",
  leads: "Leads",
  influence: "Influence",
  pay: "Pay",
  incentives: "Incentives",
  nextSteps: "Next steps",
  impact: "Impact",
};

/** One line of a profile. */
export interface Line {
  readonly text: string;
  /** Of a duty: the page on which it is done; left out while there is none. */
  readonly place?: string;
  /** Of an impact: the measure by which it is seen. */
  readonly measure?: string;
}

export type Sections = Readonly<Record<SectionKey, readonly Line[]>>;

export interface Profile {
  readonly name: string;
  /** Where the role stands, in a few words: "senior executive". */
  readonly level: string;
  readonly sections: Sections;
}

/** A profile that the product brings along, by a key that stays. */
export interface StartingProfile extends Profile {
  readonly key: string;
}

/** A profile from some of its sections; the others have nothing. */
export function sectionsOf(given: Partial<Sections>): Sections {
  return Object.fromEntries(sectionKeys.map((key) => [key, given[key] ?? []])) as unknown as Sections;
}

/** How one section of two profiles compares. */
export interface SectionDifference {
  readonly key: SectionKey;
  readonly title: string;
  readonly kind: "same" | "differs" | "only-one" | "only-other" | "neither";
  /** Lines of each, those that both have first. */
  readonly both: readonly string[];
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** What separates two profiles, section by section. Lines are the same when their words are. */
export function separate(one: Profile, other: Profile): SectionDifference[] {
  return sectionKeys.map((key) => {
    const own = one.sections[key].map(({ text }) => text);
    const others = other.sections[key].map(({ text }) => text);
    const both = own.filter((text) => others.includes(text));
    const only = own.filter((text) => !others.includes(text));
    const rest = others.filter((text) => !own.includes(text));
    return { key, title: sectionTitles[key], kind: kindOf(own, others, both), both, one: only, other: rest };
  });
}

function kindOf(
  own: readonly string[],
  others: readonly string[],
  both: readonly string[],
): SectionDifference["kind"] {
  if (own.length === 0 && others.length === 0) return "neither";
  if (others.length === 0) return "only-one";
  if (own.length === 0) return "only-other";
  return both.length === own.length && both.length === others.length ? "same" : "differs";
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** What separates two profiles, in a sentence or three. */
export function separationOf(one: Profile, other: Profile): string {
  const sections = separate(one, other);
  const titles = (kind: SectionDifference["kind"]) =>
    sections.filter((section) => section.kind === kind).map(({ title }) => title.toLowerCase());
  const differing = titles("differs");
  const described = sections.filter(({ kind }) => kind !== "neither").length;
  const onlyHere = titles("only-one");
  const onlyThere = titles("only-other");
  const same = titles("same");
  if (same.length === described) return `${one.name} and ${other.name} say the same in every section.`;
  const parts = [
    `${one.name} and ${other.name} differ in ${differing.length + onlyHere.length + onlyThere.length} of ${described} sections.`,
    same.length > 0 ? `Both say the same of ${listed(same)}.` : "",
    onlyHere.length > 0 ? `Only ${one.name} says something of ${listed(onlyHere)}.` : "",
    onlyThere.length > 0 ? `Only ${other.name} says something of ${listed(onlyThere)}.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** Lines with new words: those whose words stayed keep their place and their measure. Empty and doubled ones go. */
export function rewritten(before: readonly Line[], texts: readonly string[]): Line[] {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
  return wanted.map((text) => before.find((line) => line.text === text) ?? { text });
}

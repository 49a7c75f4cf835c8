/** What stands in the way of undoing an import: a record that somebody would lose something of. */
export interface InTheWay {
  readonly noun: string;
  readonly id: string;
  readonly name: string;
  /** changed: somebody changed it since; needed: another record points at it; linked: a later import stands on it. */
  readonly reason: "changed" | "needed" | "linked";
  readonly by: string;
  readonly at: Temporal.Instant | null;
  readonly fields: readonly string[];
}

const told = ({ noun, name, reason, by }: InTheWay): { field: string; message: string } => ({
  field: `${noun.split(".")[1]?.replaceAll("_", " ")} ${name}`.trim(),
  message: {
    changed: `was changed since by ${by}`,
    needed: `is needed by ${by}`,
    linked: `is also a record of the later import ${by}`,
  }[reason],
});

/** Why records stand in the way of undoing, in words; null when none do, or when they are to be left. */
export function obstructed(
  { count, sample }: { readonly count: number; readonly sample: readonly InTheWay[] },
  leaveChanged: boolean,
): { message: string; fix: string; fields: { field: string; message: string }[] } | null {
  if (count === 0 || leaveChanged) return null;
  return {
    message: `${count === 1 ? "1 record stands" : `${count} records stand`} in the way: somebody built on this import since.`,
    fix: "Undo the rest and leave those records as they are, or take back what was done to them first.",
    fields: sample.slice(0, 20).map(told),
  };
}

/** The nouns in the order in which they are taken back: what points at others comes before them. */
export const nounsInOrder = [
  "crm.activity",
  "crm.opportunity_line",
  "crm.opportunity_split",
  "crm.opportunity_contact",
  "crm.opportunity",
  "crm.contact",
  "crm.product",
  "crm.account",
  "people.team_membership",
  "people.reporting_line",
  "people.person",
  "people.team",
  "crm.stage",
  "crm.pipeline",
  "crm.custom_field",
] as const;

/** Parts are kept or removed together with the record that they belong to. */
export const parts = [
  { table: "crm.opportunity_line", column: "opportunity_id", of: "crm.opportunity" },
  { table: "crm.opportunity_split", column: "opportunity_id", of: "crm.opportunity" },
  { table: "crm.opportunity_contact", column: "opportunity_id", of: "crm.opportunity" },
  { table: "people.team_membership", column: "person_id", of: "people.person" },
  { table: "people.reporting_line", column: "person_id", of: "people.person" },
] as const;

/**
 * The steps of an undoing: of each noun first what was created, then what was changed. What stands further right comes
 * first, as it points at what stands to its left.
 */
export const phasesWith = (
  contributed: readonly string[],
): readonly { readonly noun: string; readonly made: boolean }[] =>
  [...contributed, ...nounsInOrder].flatMap((noun) => [
    { noun, made: true },
    { noun, made: false },
  ]);

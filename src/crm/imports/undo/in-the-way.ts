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

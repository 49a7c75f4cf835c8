/** The fields that an import can fill, noun by noun, and the names under which exports write them. */

const nouns = ["person", "account", "contact", "product", "opportunity", "activity"] as const;
const otherObjects = [
  "opportunity-history",
  "opportunity-field-history",
  "opportunity-changes",
  "opportunity-values",
  "opportunity-states",
  "opportunity-line",
  "opportunity-contact",
  "opportunity-merge",
  "account-merge",
  "contact-merge",
  "association",
  "engagement",
  "pipeline",
  "currency",
  "team",
  "team-membership",
  "role",
  "stage",
  "field-labels",
  "activity-types",
] as const;

export type Noun = (typeof nouns)[number];

/** What a file can be about: a noun, its history, or a table that helps to read the others. */
export const knownObjects: readonly string[] = [...nouns, ...otherObjects];

/** What a file is about: a noun, its history, or a table that helps to read the others. */
export type KnownObject = Noun | (typeof otherObjects)[number];

/** What a file is about: one of the above, or a kind of rows that another capability lets imports read. */
export type SourceObject = KnownObject | (string & Record<never, never>);

export type FieldKind =
  | "text"
  | "id"
  | "money"
  | "number"
  | "integer"
  | "rate"
  | "day"
  | "moment"
  | "truth"
  | "country"
  | `reference to ${Noun}`;

export interface Field {
  readonly field: string;
  readonly kind: FieldKind;
  /** Header words (see headerWords) that mean this field wherever they stand. */
  readonly names: readonly string[];
  /** What people write for it by hand, and in other languages: it gives way to a column with one of the names. */
  readonly otherNames?: readonly string[];
}

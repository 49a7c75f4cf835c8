/** The fields that an import can fill, noun by noun, and the names under which exports write them. */

export type Noun = "person" | "account" | "contact" | "product" | "opportunity" | "activity";

/** What a file is about: a noun, its history, or a table that helps to read the others. */
export type SourceObject =
  | Noun
  | "opportunity-history"
  | "opportunity-field-history"
  | "opportunity-changes"
  | "opportunity-values"
  | "opportunity-states"
  | "opportunity-line"
  | "opportunity-contact"
  | "opportunity-merge"
  | "account-merge"
  | "contact-merge"
  | "association"
  | "engagement"
  | "pipeline"
  | "currency"
  | "team"
  | "team-membership"
  | "role"
  | "stage"
  | "field-labels"
  | "activity-types";

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
}

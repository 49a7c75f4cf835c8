/** One change of a record, and how its fields are called and read. Pure. */
export const historyNouns = ["account", "contact", "product", "opportunity", "activity", "person"] as const;
export type HistoryNoun = (typeof historyNouns)[number];

/** A field's value as the database kept it; numbers are their own digits, so that none is lost. */
export type Kept = string | boolean | null;

export interface Change {
  readonly changeNo: bigint;
  /** The table: "crm.opportunity", "crm.opportunity_line", … */
  readonly noun: string;
  readonly recordId: string;
  readonly action: string;
  readonly trueSince: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly authorId: string | null;
  readonly author: string;
  readonly source: string;
  readonly fields: Readonly<Record<string, readonly [Kept, Kept]>>;
}

export type FieldKind = "text" | "amount" | "date" | "instant" | "reference" | "number" | "flag";

/** Fields that only keep books, or that another field of the same change says better. */
const unshown = new Set(["stage_entered_at", "position", "opportunity_id"]);

const labels: Readonly<Record<string, string>> = {
  account_id: "Account",
  amount_minor: "Amount",
  annual_revenue_minor: "Annual revenue",
  close_on: "Close date",
  contact_id: "Contact",
  created_on: "Created on",
  domain: "Web domain",
  done_at: "Done",
  due_at: "Due",
  email: "Mail address",
  is_primary: "Primary contact",
  ends_on: "Until before",
  left_on: "Left on",
  list_price_minor: "List price",
  manager_id: "Manager",
  owner_id: "Owner",
  parent_id: "Parent",
  person_id: "Person",
  pipeline_id: "Pipeline",
  product_id: "Product",
  removed_at: "Removed",
  role: "Part in the decision",
  stage_id: "Stage",
  started_on: "Started on",
  starts_on: "From",
  team_id: "Team",
  unit_price_minor: "Unit price",
  versions: "Earlier states",
};

/** What a field is called: its label, a custom field's own label, else its name in words. */
export function labelOf(field: string, customLabels: ReadonlyMap<string, string>): string {
  if (field.startsWith("custom.")) return customLabels.get(field.slice("custom.".length)) ?? field;
  const known = labels[field];
  if (known !== undefined) return known;
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How a field's values are read. */
export function kindOf(field: string): FieldKind {
  if (field.startsWith("custom.")) return "text";
  if (field.endsWith("_minor")) return "amount";
  if (field.endsWith("_id")) return "reference";
  if (field.endsWith("_on")) return "date";
  if (field.endsWith("_at")) return "instant";
  return ["probability", "share", "quantity", "employees", "versions"].includes(field) ? "number" : "text";
}

/** Whether a field tells a reader anything. */
export function isShown(field: string): boolean {
  return !unshown.has(field);
}

/** Every id that the changes refer to, so that their names can be looked up at once. */
export function idsIn(changes: readonly Change[]): string[] {
  const ids = new Set<string>();
  for (const { fields } of changes) {
    for (const [field, values] of Object.entries(fields)) {
      if (kindOf(field) !== "reference") continue;
      for (const value of values) if (typeof value === "string") ids.add(value);
    }
  }
  return [...ids];
}

/**
 * The currency of the amounts before and after a change of a record, walking from the newest change back: `after` is
 * the currency that held after it. A line has no currency of its own; it shares its opportunity's.
 */
export function currenciesOf(
  change: Change,
  after: string | null,
): { before: string | null; after: string | null } {
  const stated = change.fields.currency;
  if (stated === undefined) return { before: after, after };
  const [before, now] = stated;
  return {
    before: typeof before === "string" ? before : after,
    after: typeof now === "string" ? now : after,
  };
}

/** Reads the database's JSON of changed fields without losing a digit of any number. */
export function fieldsOf(json: string): Record<string, readonly [Kept, Kept]> {
  const asWritten = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  const parsed = JSON.parse(json, asWritten as (key: string, value: unknown) => unknown) as Record<
    string,
    unknown[]
  >;
  const kept = (value: unknown): Kept => {
    if (value === null || value === undefined) return null;
    return typeof value === "string" || typeof value === "boolean" ? value : JSON.stringify(value);
  };
  return Object.fromEntries(
    Object.entries(parsed).map(([field, values]) => [field, [kept(values[0]), kept(values[1])] as const]),
  );
}

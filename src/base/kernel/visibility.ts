/**
 * Rules of visibility: which rows of a table somebody sees whose reach is not the whole company. A rule is said once in
 * words of this file and compiled for PostgreSQL (row-level security) and for the replica by the policy (platform/policy), so that lists, totals,
 * figures, exports and single records can only show the same rows. Nobody writes such a condition by hand.
 *
 * What may be seen is decided by today: by the present owner, the present reporting lines. The as-of date moves what is
 * shown, not who may see it.
 */
export type Rule =
  /** Everybody in the workspace. */
  | { readonly kind: "everybody" }
  /** Only who reaches the whole company. */
  | { readonly kind: "nobody" }
  /** Where the person in the column is one of those whose records the seat reaches. */
  | { readonly kind: "person"; readonly column: string }
  /** Where the person in the column is the seat's own. */
  | { readonly kind: "own"; readonly column: string }
  /** Where the column is the key of a row of another table ("crm.opportunity") that the seat sees, or that `where` holds of. */
  | (LookedInto & { readonly kind: "among"; readonly column: string })
  /** Where the column holds one of these words of our own. */
  | { readonly kind: "word"; readonly column: string; readonly words: readonly string[] }
  | { readonly kind: "present"; readonly column: string }
  | { readonly kind: "absent"; readonly column: string }
  | { readonly kind: "either"; readonly rules: readonly Rule[] }
  | { readonly kind: "both"; readonly rules: readonly Rule[] };

/** A table that a rule looks into, the key that it takes from there, and of which rows: those seen, or where a rule holds. */
export interface LookedInto {
  readonly table: string;
  readonly key: string;
  readonly where: Rule | null;
}

export const everybody: Rule = { kind: "everybody" };
export const nobody: Rule = { kind: "nobody" };
export const person = (column: string): Rule => ({ kind: "person", column });
export const own = (column: string): Rule => ({ kind: "own", column });
export const word = (column: string, ...words: readonly string[]): Rule => ({ kind: "word", column, words });
export const present = (column: string): Rule => ({ kind: "present", column });
export const absent = (column: string): Rule => ({ kind: "absent", column });
export const either = (...rules: readonly Rule[]): Rule => ({ kind: "either", rules });
export const both = (...rules: readonly Rule[]): Rule => ({ kind: "both", rules });
/** Rows whose `column` is the `key` of a row of `table` that is seen, or of which `where` holds. */
export const among = (table: string, column: string, key = "id", where: Rule | null = null): Rule => ({
  kind: "among",
  table,
  key,
  column,
  where,
});

/** Where a rule looks besides its own table. */
export function lookedInto(rule: Rule): readonly LookedInto[] {
  if (rule.kind === "among") return [{ table: rule.table, key: rule.key, where: rule.where }];
  if (rule.kind === "either" || rule.kind === "both") return rule.rules.flatMap(lookedInto);
  return [];
}

/** What a narrowed seat sees of a table, and which rows it may write. */
export interface TableRule {
  readonly see: Rule;
  /** Rows that it may add, change and take away, before and after; "append": it may add only; "read": it writes nothing. */
  readonly write: Rule | "append" | "read";
}

/** By table, "crm.opportunity". */
export type TableRules = Readonly<Record<string, TableRule>>;

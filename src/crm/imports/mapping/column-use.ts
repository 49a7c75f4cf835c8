/** What a person says that a column becomes: a field, a custom field of a type, or nothing. */
import { type FieldType, fieldTypes } from "../values/column-format.ts";

/** A field's name, "custom", "custom:number" or "ignored"; or a custom field with its type and what it is called. */
export type ColumnUse = string | { readonly custom: FieldType; readonly label?: string | undefined };

/** What was said, taken apart. A type is null where the values decide it. */
export type SaidUse =
  | { readonly use: "ignored" }
  | { readonly use: "custom"; readonly type: FieldType | null; readonly label: string | null }
  | { readonly use: "field"; readonly field: string }
  | { readonly use: "unknown type"; readonly type: string };

/** Reads what a person said of a column. */
export function saidUse(use: ColumnUse): SaidUse {
  if (typeof use !== "string") return { use: "custom", type: use.custom, label: use.label?.trim() || null };
  if (use === "ignored") return { use };
  if (use === "custom") return { use, type: null, label: null };
  const typed = /^custom\s*:\s*(.*)$/i.exec(use)?.[1]?.trim().toLowerCase();
  if (typed === undefined) return { use: "field", field: use };
  const type = fieldTypes.find((one) => one === typed);
  return type === undefined ? { use: "unknown type", type: typed } : { use: "custom", type, label: null };
}

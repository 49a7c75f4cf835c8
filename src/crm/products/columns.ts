/** The columns of a list of products. */
import type { ListColumn } from "#base/kernel";

export const productColumns: readonly ListColumn[] = [
  { id: "name", label: "Name", kind: "text", always: true, changes: true },
  { id: "code", label: "Code", kind: "text", changes: true },
  { id: "family", label: "Family", kind: "word", changes: true },
  { id: "listPrice", label: "List price", kind: "money", changes: true },
  { id: "openPipeline", label: "Open pipeline", kind: "money", sums: true },
  { id: "wonTotal", label: "Won in all", kind: "money", sums: true },
  { id: "opportunities", label: "Opportunities", kind: "number", always: true },
  { id: "trueSince", label: "Last changed", kind: "moment", always: true },
];

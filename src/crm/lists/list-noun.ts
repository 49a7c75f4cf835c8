/** The records that are shown as lists. Each noun declares its columns; what lists do is the same for all. */
import type { FieldColumn, ListColumn } from "#base/kernel";
import { withCustomColumns } from "#base/kernel";
import { opportunityColumns } from "../opportunities/columns.ts";

export const listNouns = ["opportunity"] as const;
export type ListNoun = (typeof listNouns)[number];

const declared: Readonly<Record<ListNoun, readonly ListColumn[]>> = {
  opportunity: opportunityColumns,
};

/** The columns of a noun's list with those of its custom fields. */
export function columnsOfList(noun: ListNoun, fields: readonly FieldColumn[]): ListColumn[] {
  return withCustomColumns(declared[noun], fields);
}

/** The records that are shown as lists. Each noun declares its columns; what lists do is the same for all. */
import { type FieldColumn, type ListColumn, withCustomColumns } from "#base/kernel";
import { accountColumns } from "../accounts/columns.ts";
import { activityColumns } from "../activities/columns.ts";
import { contactColumns } from "../contacts/columns.ts";
import { opportunityColumns } from "../opportunities/columns.ts";
import { productColumns } from "../products/columns.ts";

export const listNouns = ["opportunity", "account", "contact", "product", "activity"] as const;
export type ListNoun = (typeof listNouns)[number];

const declared: Readonly<Record<ListNoun, readonly ListColumn[]>> = {
  opportunity: opportunityColumns,
  account: accountColumns,
  contact: contactColumns,
  product: productColumns,
  activity: activityColumns,
};

/** The columns of a noun's list with those of its custom fields. */
export function columnsOfList(noun: ListNoun, fields: readonly FieldColumn[]): ListColumn[] {
  return withCustomColumns(declared[noun], fields);
}

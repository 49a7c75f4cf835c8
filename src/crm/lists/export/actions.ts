/** A list as a file: exactly the records, order and columns that are shown, read as they are written. */
import {
  aListShowsColumnsItHasOnce,
  type ListColumn,
  readShownColumns,
  refuse,
  type ShownColumn,
} from "#base/kernel";
import { everyId, type ListAsked, type Listing, type Sheet } from "#base/platform";
import { refuseBecause } from "#people";
import { listedAccounts } from "../../accounts/list-actions.ts";
import { listedActivities } from "../../activities/list-actions.ts";
import { listedContacts } from "../../contacts/list-actions.ts";
import { listedOpportunities } from "../../opportunities/list-actions.ts";
import { listedProducts } from "../../products/list-actions.ts";
import { type ListCall, listingOf } from "../actions.ts";
import type { ListNoun } from "../list-noun.ts";
import { sheetColumns, sheetLine } from "./sheet-line.ts";

type Rows = (call: ListCall, ids: string[], listing: Listing) => Promise<object[]>;
const rowsOf: Readonly<Record<ListNoun, Rows>> = {
  opportunity: listedOpportunities,
  account: listedAccounts,
  contact: listedContacts,
  product: listedProducts,
  activity: listedActivities,
};
const names: Readonly<Record<ListNoun, string>> = {
  opportunity: "Opportunities",
  account: "Accounts",
  contact: "Contacts",
  product: "Products",
  activity: "Activities",
};

/** How many records are read at a time. */
const portion = 1_000;

export interface ExportAsked extends ListAsked {
  /** As in an address: "name,amount"; all columns where it is left out. */
  readonly columns?: string | undefined;
}

/**
 * The file of a list. Which records it has, and in which order, is decided in one moment; each is then written as it is
 * when it is read. What a list is grouped by stands first where it is not shown. Refuses more than `linesMax` records.
 */
export async function exportOf(
  call: ListCall,
  noun: ListNoun,
  asked: ExportAsked,
  linesMax = Number.POSITIVE_INFINITY,
): Promise<{ sheet: Sheet; name: string; rows: number }> {
  const listing = await listingOf(call, noun, asked);
  const columns = shownColumns(listing, asked.columns);
  const ids = await everyId(call.db, listing);
  if (ids.length > linesMax) {
    refuse("too-much", `The list has ${ids.length} records; a sheet of a workbook holds ${linesMax}.`, {
      fix: "Filter the list and export it in parts, or as CSV.",
    });
  }
  const { today } = listing.ground;
  return {
    name: `${names[noun]} ${today}`,
    rows: ids.length,
    sheet: {
      name: names[noun],
      columns: sheetColumns(columns),
      lines: linesOf(call, noun, ids, listing, columns),
    },
  };
}

async function* linesOf(
  call: ListCall,
  noun: ListNoun,
  ids: readonly string[],
  listing: Listing,
  columns: readonly ListColumn[],
) {
  for (let at = 0; at < ids.length; at += portion) {
    const rows = await rowsOf[noun](call, ids.slice(at, at + portion), listing);
    for (const row of rows) yield sheetLine(row, columns, listing.ground.timeZone);
  }
}

function shownColumns({ source, grouping }: Listing, text: string | undefined): ListColumn[] {
  const all: readonly Pick<ShownColumn, "id">[] = source.columns;
  const shown = text === undefined ? all : readShownColumns(text);
  refuseBecause(aListShowsColumnsItHasOnce(shown, source.columns), "columns");
  const missing =
    grouping !== null && !shown.some(({ id }) => id === grouping.column) ? [{ id: grouping.column }] : [];
  return [...missing, ...shown].flatMap(({ id }) => source.columns.find((column) => column.id === id) ?? []);
}

/** The header that makes a browser keep an answer as a file of this name. */
export function attached(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`;
}

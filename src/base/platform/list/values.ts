/** The values that records have in a column, the most frequent first: what can be chosen in a filter. */
import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import type { Listing } from "./listing.ts";
import { rowsOf } from "./listing.ts";
import { holds } from "./predicate.ts";
import { columnOf, comparedValue, fromOf, labelOf, type Sql } from "./source.ts";

export interface FoundValue {
  /** What a filter says: the value itself, or the id of a record. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Values of a column among the rows of a listing whose label holds a text. */
export async function valuesOf(
  db: Db,
  listing: Listing,
  id: string,
  { label, limit }: { readonly label: string; readonly limit: number },
): Promise<FoundValue[]> {
  const asked = columnOf(listing.source, id);
  if ("each" in asked.parts) return eachValues(db, listing, asked.parts, { label, limit });
  const compared = comparedValue(asked, listing.ground);
  const value = "name" in asked.parts ? asked.parts.id : compared;
  const wanted = label.replaceAll("\0", "").trim();
  const found = await sql<FoundValue>`
    select value::text as value, max(label) as label, count(*)::int as count from (
      select ${value} as value, ${labelOf(asked, listing.ground)} as label from ${fromOf(listing.source, [...listing.used, id])} where ${rowsOf(listing)}) one
    where value is not null and ${wanted === "" ? sql`true` : holds(sql`label`, wanted)}
    group by value order by count(*) desc, max(label) collate base.natural limit ${limit}`.execute(db);
  return found.rows;
}

/** The records that any of the listing's lead to. */
async function eachValues(
  db: Db,
  { source, ...listing }: Listing,
  { each, eachId, eachName }: { readonly each: Sql; readonly eachId: Sql; readonly eachName: Sql },
  { label, limit }: { readonly label: string; readonly limit: number },
): Promise<FoundValue[]> {
  const wanted = label.replaceAll("\0", "").trim();
  const found = await sql<FoundValue>`
    select value::text as value, max(label) as label, count(*)::int as count from (
      select distinct ${source.id} as id, linked.value, linked.label from ${listing.from}
      cross join lateral (select ${eachId} as value, ${eachName} as label from ${each}) linked
      where ${rowsOf({ source, ...listing })}) one
    where ${wanted === "" ? sql`true` : holds(sql`label`, wanted)}
    group by value order by count(*) desc, max(label) collate base.natural limit ${limit}`.execute(db);
  return found.rows;
}

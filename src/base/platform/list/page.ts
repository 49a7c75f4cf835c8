/** One page of a list: which records stand there, in their order. The noun's store then fetches what is shown of them. */
import { sql } from "kysely";
import { cursorText } from "../../wire.ts";
import type { Db } from "../db/index.ts";
import type { Listing } from "./listing.ts";
import { rowsOf } from "./listing.ts";
import { afterCursor, keyColumns, orderByKeys } from "./ordering.ts";
import type { Sql } from "./source.ts";

export interface PlacesAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A row of the list with what it is ordered by, as text. */
export type Place = { readonly id: string } & Readonly<Record<`t${number}`, string | null>>;

/** The ids of one page, and where the next one begins; null after the last. */
export async function pageOfIds(
  db: Db,
  listing: Listing,
  { limit, cursor }: PlacesAsked,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const { keys, order } = listing;
  const after = cursor === undefined ? sql`true` : afterCursor(keys, order, cursor);
  const found = await sql<Place>`
    select id ${keysAsText(listing)} from (${placesOf(listing)}) place where ${after}
    order by ${orderByKeys(keys)} limit ${limit + 1}`.execute(db);
  const ids = found.rows.slice(0, limit).map(({ id }) => id);
  const last = found.rows.length > limit ? found.rows[limit - 1] : undefined;
  return { ids, nextCursor: last ? cursorAt(listing, last) : null };
}

/** Every id of the list in its order, decided in one moment. */
export async function everyId(db: Db, listing: Listing): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from (${placesOf(listing)}) place order by ${orderByKeys(listing.keys)}`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The rows of a listing with what they are ordered by. */
export function placesOf(listing: Listing): Sql {
  const { source, keys } = listing;
  const columns = sql.join([sql`${source.id} as id`, ...keyColumns(keys)], sql`, `);
  return sql`select ${columns} from ${listing.from} where ${rowsOf(listing)}`;
}

export function keysAsText({ keys }: Listing): Sql {
  // Named apart from the keys: an order by a name means the output's column of that name first.
  const texts = keys.map((_, at) => sql`, ${sql.ref(`k${at}`)}::text as ${sql.ref(`t${at}`)}`);
  return texts.length === 0 ? sql`` : sql.join(texts, sql` `);
}

/** Where the page behind a place begins. */
export function cursorAt({ order, keys }: Listing, place: Place): string {
  return cursorText([order, place.id, ...keys.map((_, at) => place[`t${at}`] ?? null)]);
}

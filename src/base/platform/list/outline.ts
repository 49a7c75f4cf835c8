/**
 * The outline of a whole list: how many records, what they add up to, its groups, and marks from which any part of it can
 * be fetched as a page. With it a table of any length scrolls to any place.
 */
import { sql } from "kysely";
import { isAboutDays, type ListColumn } from "../../kernel/index.ts";
import type { Db } from "../db/index.ts";
import { groupKey, periodsOf } from "./grouping.ts";
import { type Listing, rowsOf } from "./listing.ts";
import { orderByKeys } from "./ordering.ts";
import { cursorAt, keysAsText, type Place, placesOf } from "./page.ts";
import { columnOf, comparedValue, labelOf, type Sql } from "./source.ts";

/** A mark stands before every page of this many records, but for the first. */
export const markEvery = 200;

/** The sum of a column; money in minor units of the workspace's currency. */
export interface Sum {
  readonly column: string;
  readonly sum: string;
  /** How many records have a value and no exchange rate for it: they are left out of the sum. */
  readonly withoutRate: number;
}
export interface Group {
  /** A value, an id or the key of a period; null for the records without. */
  readonly key: string | null;
  readonly label: string | null;
  readonly count: number;
  readonly sums: readonly Sum[];
}
export interface Outline {
  readonly count: number;
  readonly sums: readonly Sum[];
  readonly groups: readonly Group[] | null;
  readonly marks: readonly string[];
  /** The place of the record that was looked for, from 0; null where it is not in the list. */
  readonly place: number | null;
}

/** The outline of a listing; `find` is a record whose place is wanted. */
export async function outlineOf(db: Db, listing: Listing, find?: string): Promise<Outline> {
  const groups = await groupsOf(db, listing);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const { marks, place } = await marksOf(db, listing, find);
  return {
    ...{ count, marks, place },
    sums: summed(groups, listing),
    groups: listing.grouping === null ? null : groups,
  };
}

const summing = ({ source }: Listing): ListColumn[] => source.columns.filter(({ sums }) => sums);

type GroupRow = { key: string | null; label: string | null; count: number } & Record<
  string,
  string | number | null
>;

async function groupsOf(db: Db, listing: Listing): Promise<Group[]> {
  const { source, ground, groupKeys } = listing;
  const columns = summing(listing);
  const inner = columns.flatMap(({ id }, at) => {
    const asked = columnOf(source, id);
    const stated = "amountMinor" in asked.parts ? asked.parts.amountMinor : sql`null`;
    return [
      sql`${comparedValue(asked, ground)} as ${sql.ref(`v${at}`)}`,
      sql`${stated} as ${sql.ref(`a${at}`)}`,
    ];
  });
  const places = groupKeys.map(({ value }, at) => sql`${value} as ${sql.ref(`k${at}`)}`);
  const outer = columns.flatMap((_, at) => {
    const [value, stated] = [sql.ref(`v${at}`), sql.ref(`a${at}`)];
    return [
      sql`coalesce(sum(${value}), 0)::text as ${sql.ref(`sum${at}`)}`,
      sql`(count(*) filter (where ${stated} is not null and ${value} is null))::int as ${sql.ref(`lacking${at}`)}`,
    ];
  });
  const by = sql.join([sql`key`, ...places.map((_, at) => sql.ref(`k${at}`))], sql`, `);
  const found = await sql<GroupRow>`
    select key::text as key, max(label) as label, count(*)::int as count ${lead(outer)} from (
      select ${groupParts(listing)} ${lead([...places, ...inner])} from ${listing.from} where ${rowsOf(listing)}) one
    group by ${by} order by ${orderByKeysOf(groupKeys)}`.execute(db);
  return found.rows.map((row) => groupFrom(row, columns, listing));
}

const lead = (columns: readonly Sql[]): Sql =>
  columns.length === 0 ? sql`` : sql`, ${sql.join(columns, sql`, `)}`;

const orderByKeysOf = (keys: Listing["keys"]): Sql =>
  keys.length === 0
    ? sql`1`
    : sql.join(
        keys.map(({ desc }, at) => sql`${sql.ref(`k${at}`)} ${desc ? sql`desc` : sql`asc`} nulls last`),
        sql`, `,
      );

function groupParts({ source, ground, grouping }: Listing): Sql {
  if (grouping === null) return sql`null::text as key, null::text as label`;
  const asked = columnOf(source, grouping.column);
  const label = "name" in asked.parts ? labelOf(asked, ground) : sql`null::text`;
  return sql`${groupKey(grouping, asked, ground)} as key, ${label} as label`;
}

function groupFrom(row: GroupRow, columns: readonly ListColumn[], listing: Listing): Group {
  const sums = columns.map(({ id }, at) => ({
    column: id,
    sum: String(row[`sum${at}`] ?? "0"),
    withoutRate: Number(row[`lacking${at}`] ?? 0),
  }));
  return { key: keyInWords(row.key, listing), label: row.label, count: row.count, sums };
}

/** The place of a period becomes the period's key. */
function keyInWords(key: string | null, { source, ground, grouping }: Listing): string | null {
  if (key === null || grouping === null) return null;
  if (!isAboutDays(columnOf(source, grouping.column).column)) return key;
  return periodsOf(grouping, ground)[Math.max(Number(key) - 1, 0)]?.key ?? null;
}

function summed(groups: readonly Group[], listing: Listing): Sum[] {
  return summing(listing).map(({ id }, at) => ({
    column: id,
    sum: addedUp(groups.map((group) => group.sums[at]?.sum ?? "0")),
    withoutRate: groups.reduce((sum, group) => sum + (group.sums[at]?.withoutRate ?? 0), 0),
  }));
}

/** The exact sum of decimals. */
function addedUp(decimals: readonly string[]): string {
  const digits = Math.max(0, ...decimals.map((one) => one.split(".")[1]?.length ?? 0));
  const units = decimals.reduce((sum, one) => {
    const [whole = "0", fraction = ""] = one.split(".");
    return sum + BigInt(whole + fraction.padEnd(digits, "0"));
  }, 0n);
  if (digits === 0) return String(units);
  const text = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  return `${units < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

async function marksOf(
  db: Db,
  listing: Listing,
  find: string | undefined,
): Promise<{ marks: string[]; place: number | null }> {
  const wanted = find === undefined ? sql`false` : sql`id = ${find}::uuid`;
  const found = await sql<Place & { readonly n: number }>`
    select id ${keysAsText(listing)}, n::int as n from (
      select *, row_number() over (order by ${orderByKeys(listing.keys)}) as n from (${placesOf(listing)}) place) counted
    where n % ${markEvery} = 0 or ${wanted} order by n`.execute(db);
  const searched = found.rows.find(({ id }) => id === find);
  return {
    marks: found.rows.filter(({ n }) => n % markEvery === 0).map((row) => cursorAt(listing, row)),
    place: searched === undefined ? null : searched.n - 1,
  };
}

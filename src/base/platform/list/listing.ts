/** A list as it was asked, checked against its columns before anything reaches the record. */
import { sql } from "kysely";
import {
  aFilterAsksWhatItsColumnsKnow,
  aGroupingFitsItsColumn,
  anOrderNamesColumnsOnce,
  type Condition,
  conditionsOf,
  type FilterGroup,
  type Grouping,
  groupingText,
  readFilter,
  readGrouping,
  readSorts,
  refuse,
  type SortBy,
  sortsText,
} from "../../kernel/index.ts";
import { groupKeys, sortKeys } from "./ordering.ts";
import { holds, predicate } from "./predicate.ts";
import { fromOf, type ListGround, type ListSource, type SortKey, type Sql } from "./source.ts";

/** What somebody asks of a list, as text from an address, a command or a saved view. */
export interface ListAsked {
  readonly filter?: string | undefined;
  readonly sort?: string | undefined;
  readonly group?: string | undefined;
  /** Part of what the noun is searched by. */
  readonly search?: string | undefined;
  /** Conditions beside the filter, which hold as well. */
  readonly also?: readonly Condition[];
}

/** A question to a list that can be answered. */
export interface Listing {
  readonly source: ListSource;
  readonly ground: ListGround;
  readonly filter: FilterGroup;
  readonly sorts: readonly SortBy[];
  readonly grouping: Grouping | null;
  readonly search: string;
  /** The order as text: a cursor belongs to it. */
  readonly order: string;
  /** The columns that its conditions, order and groups are about. */
  readonly used: readonly string[];
  readonly from: Sql;
  /** What the rows are ordered by; the first of them what the groups are ordered by. */
  readonly keys: readonly SortKey[];
  readonly groupKeys: readonly SortKey[];
}

/** Reads what was asked. Refuses, by field, what cannot be read and what the list's columns do not know. */
export function readListing(asked: ListAsked, source: ListSource, ground: ListGround): Listing {
  const written = readFilter(asked.filter ?? "");
  const filter: FilterGroup = asked.also?.length ? { join: "and", parts: [written, ...asked.also] } : written;
  const sorts = readSorts(asked.sort ?? "");
  const grouping = readGrouping(asked.group ?? "");
  const { columns } = source;
  for (const part of [written, ...(asked.also ?? [])])
    refuseField("filter", aFilterAsksWhatItsColumnsKnow(part, columns));
  refuseField("sort", anOrderNamesColumnsOnce(sorts, columns));
  refuseField("group", aGroupingFitsItsColumn(grouping, columns));
  const grouped = groupKeys(grouping, source, ground);
  const used = [
    ...conditionsOf(filter).map(({ column }) => column),
    ...sorts.map(({ column }) => column),
    ...(grouping === null ? [] : [grouping.column]),
  ];
  return {
    ...{ source, ground, filter, sorts, grouping, used },
    from: fromOf(source, used),
    search: (asked.search ?? "").replaceAll("\0", "").trim(),
    order: `${groupingText(grouping)} ${sortsText(sorts)}`,
    keys: [...grouped, ...sortKeys(sorts, source, ground)],
    groupKeys: grouped,
  };
}

function refuseField(field: string, reason: string | null): void {
  if (reason !== null) refuse("invalid", reason, { fields: [{ field, message: reason }] });
}

/** The condition for the rows of a listing: those that are there, that the asker may see, and that were asked for. */
export function rowsOf({ source, ground, filter, search }: Listing): Sql {
  const conditions = [
    sql`${source.workspaceId} = ${ground.sight.workspaceId}::uuid`,
    source.there,
    sql`(${predicate(filter, source, ground)})`,
  ];
  if (search !== "") {
    const found = source.searched.map((text) => holds(text, search));
    conditions.push(sql`(${sql.join(found, sql` or `)})`);
  }
  return sql.join(conditions, sql` and `);
}

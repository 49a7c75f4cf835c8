/** The order of a list in SQL, and the place at which a page of it begins. Without a value comes last, either way. */
import { sql } from "kysely";
import { type Grouping, isAboutDays, refuse, type SortBy } from "../../kernel/index.ts";
import { cursorParts } from "../../wire.ts";
import { groupKey } from "./grouping.ts";
import {
  type Asked,
  byName,
  columnOf,
  comparedValue,
  type ListGround,
  type ListSource,
  type SortKey,
  type Sql,
} from "./source.ts";

const casts = {
  figure: sql`numeric`,
  day: sql`date`,
  moment: sql`timestamptz`,
  flag: sql`boolean`,
};

/** What the records of a list are ordered by, within its groups; the id decides what is still alike. */
export function sortKeys(sorts: readonly SortBy[], source: ListSource, ground: ListGround): SortKey[] {
  if (sorts.length === 0) return [...source.standing];
  return sorts.map(({ column, desc }) => keyOf(columnOf(source, column), desc, ground));
}

/** What the groups of a list are ordered by. */
export function groupKeys(grouping: Grouping | null, source: ListSource, ground: ListGround): SortKey[] {
  if (grouping === null) return [];
  const asked = columnOf(source, grouping.column);
  if (isAboutDays(asked.column)) {
    return [{ value: groupKey(grouping, asked, ground), cast: sql`integer`, desc: grouping.desc }];
  }
  const first = keyOf(asked, grouping.desc, ground);
  // Two people of one name are two groups.
  return "name" in asked.parts ? [first, { value: asked.parts.id, cast: sql`uuid`, desc: false }] : [first];
}

function keyOf(asked: Asked, desc: boolean, ground: ListGround): SortKey {
  const { column, parts } = asked;
  const value = comparedValue(asked, ground);
  if ("order" in parts && parts.order) return { value: parts.order, cast: sql`integer`, desc };
  switch (column.kind) {
    case "number":
    case "rate":
    case "money":
      return { value, cast: casts.figure, desc };
    case "day":
    case "moment":
    case "flag":
      return { value, cast: casts[column.kind], desc };
    case "choice": {
      const options = (column.options ?? []).map((option) => option.value);
      return { value: sql`array_position(${options}::text[], ${value})`, cast: sql`integer`, desc };
    }
    default:
      // A cursor carries what the list is ordered by: of a long text its beginning is enough.
      return { ...byName(value), desc };
  }
}

/** The keys as columns k0, k1, … of a query, and the order by their names. */
export function keyColumns(keys: readonly SortKey[]): Sql[] {
  return keys.map(({ value }, at) => sql`${value} as ${sql.ref(`k${at}`)}`);
}
export function orderByKeys(keys: readonly SortKey[]): Sql {
  const steps = keys.map(
    ({ desc }, at) => sql`${sql.ref(`k${at}`)} ${desc ? sql`desc` : sql`asc`} nulls last`,
  );
  return sql.join([...steps, sql`id`], sql`, `);
}

/** The condition for rows that come after a cursor. Refuses a cursor of another order. */
export function afterCursor(keys: readonly SortKey[], order: string, cursor: string): Sql {
  const [ofOrder, id, ...values] = cursorParts(cursor, keys.length + 2);
  if (ofOrder !== order) {
    refuse("invalid", "This page belongs to another order of the list.", {
      fix: "Ask for the first page again after changing the order.",
      fields: [{ field: "cursor", message: "was given for another order" }],
    });
  }
  return beyond(keys, values, 0, id ?? "");
}

/** Beyond at this step, or alike at this step and beyond at the next; in the end by id. */
function beyond(keys: readonly SortKey[], values: readonly (string | null)[], at: number, id: string): Sql {
  const key = keys[at];
  if (key === undefined) return sql`id > ${id}::uuid`;
  const name = sql.ref(`k${at}`);
  const next = beyond(keys, values, at + 1, id);
  const value = values[at] ?? null;
  if (value === null) return sql`(${name} is null and ${next})`;
  const here = sql`${value}::${key.cast}`;
  const further = key.desc ? sql`${name} < ${here}` : sql`${name} > ${here}`;
  return sql`(${further} or ${name} is null or (${name} = ${here} and ${next}))`;
}

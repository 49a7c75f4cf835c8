/** Where a list's records lie: what a noun's store says once, so that every list of them is asked in the same way. */
import { type RawBuilder, sql } from "kysely";
import {
  type DayGround,
  type FiscalRules,
  fiscalCalendar,
  type ListColumn,
  minorDigits,
} from "../../kernel/index.ts";
import type { Sight } from "../policy/index.ts";
import { convertedAmount, type Rates } from "./rates.ts";

export type Sql = RawBuilder<unknown>;

/** The parts of a column in SQL, by its kind. */
export type ColumnParts =
  | { readonly value: Sql }
  /** Money, and the day whose rate turns it into the workspace's currency. */
  | { readonly amountMinor: Sql; readonly currency: Sql; readonly rateOn: Sql }
  /**
   * Another record; `order` where it has a place that is not its name's, `label` where its name alone is not clear,
   * `joined` where it lies in a join of that name.
   */
  | {
      readonly id: Sql;
      readonly name: Sql;
      readonly order?: Sql;
      readonly label?: Sql;
      readonly joined?: string;
    }
  /** Any number of other records: where they are found, and what they are called there. */
  | { readonly each: Sql; readonly eachId: Sql; readonly eachName: Sql };

/** What decides how a list is read: who asks, on which day, in which calendar and currency. */
export interface ListGround extends DayGround {
  readonly sight: Sight;
  /** The person who asks; null where nobody in the records does. */
  readonly personId: string | null;
  readonly timeZone: string;
  readonly currency: string;
  readonly rates: Rates;
}

/** One step of an order: what is compared, as which type, which way. */
export interface SortKey {
  readonly value: Sql;
  /** The type to which a value from a cursor is turned back. */
  readonly cast: Sql;
  readonly desc: boolean;
}

/** The order of names: as people expect it, numbers in them by their size. */
export const byName = (name: Sql): SortKey => ({
  value: sql`(left(${name}, 120) collate base.natural)`,
  cast: sql`text collate base.natural`,
  desc: false,
});

export interface ListSource {
  /** The table with what is joined to it, without "from". Joins are outer and by key, so that unused ones cost nothing. */
  readonly from: Sql;
  /** Further joins by name, which are made only for the columns that need them. */
  readonly joins?: Readonly<Record<string, Sql>>;
  readonly id: Sql;
  readonly workspaceId: Sql;
  /** Which rows are there at all: those that were not removed. */
  readonly there: Sql;
  /** The texts in which a search looks. */
  readonly searched: readonly Sql[];
  readonly parts: Readonly<Record<string, ColumnParts>>;
  /** The jsonb of custom fields; null where the noun has none. */
  readonly custom: Sql | null;
  readonly columns: readonly ListColumn[];
  /** The order of the list where nobody asks for another. */
  readonly standing: readonly SortKey[];
}

/** Puts a ground together from what the workspace says. */
export function listGround(
  given: Omit<ListGround, "calendar"> & { readonly fiscal: FiscalRules },
): ListGround {
  const { fiscal, ...rest } = given;
  return { ...rest, calendar: fiscalCalendar(fiscal) };
}

/** A column of a list with its SQL. */
export interface Asked {
  readonly column: ListColumn;
  readonly parts: ColumnParts;
}

/** The column with this id. The caller has checked that the list has it. */
export function columnOf(source: ListSource, id: string): Asked {
  const column = source.columns.find((one) => one.id === id);
  const parts = source.parts[id] ?? (column && source.custom && customParts(column, source.custom));
  if (column && parts) return { column, parts };
  throw new Error(`The list has no column ${id}.`);
}

/** The table with everything that these columns need. */
export function fromOf(source: ListSource, ids: readonly string[]): Sql {
  const needed = new Set(
    ids.flatMap((id) => {
      const { parts } = columnOf(source, id);
      return "joined" in parts && parts.joined ? [parts.joined] : [];
    }),
  );
  const joins = [...needed].map((name) => source.joins?.[name] ?? sql``);
  return sql.join([source.from, ...joins], sql` `);
}

/** A custom field's value in its own type; what does not fit the type counts as no value. */
function customParts({ id, kind }: ListColumn, custom: Sql): ColumnParts {
  const key = id.slice("custom.".length);
  const text = sql`(${custom} ->> ${key}::text)`;
  if (kind === "number") {
    return {
      value: sql`case when jsonb_typeof(${custom} -> ${key}::text) = 'number' then ${text}::numeric end`,
    };
  }
  if (kind === "flag") {
    return {
      value: sql`case when jsonb_typeof(${custom} -> ${key}::text) = 'boolean' then ${text}::boolean end`,
    };
  }
  return { value: kind === "day" ? sql`nullif(${text}, '')::date` : text };
}

/** What a column is compared and sorted by: one value in SQL, null where there is none. */
export function comparedValue({ column, parts }: Asked, ground: ListGround): Sql {
  if ("amountMinor" in parts) return convertedAmount(parts, ground);
  if ("name" in parts) return parts.name;
  if ("each" in parts) {
    return sql`(select string_agg(distinct ${parts.eachName}, ', ' order by ${parts.eachName}) from ${parts.each})`;
  }
  return column.kind === "text" || column.kind === "word" ? sql`nullif(${parts.value}, '')` : parts.value;
}

/** What a column's value is called. */
export function labelOf(asked: Asked, ground: ListGround): Sql {
  if ("label" in asked.parts && asked.parts.label) return asked.parts.label;
  return sql`${comparedValue(asked, ground)}::text`;
}

/** A decimal in whole units as minor units of the workspace's currency. */
export function minorOf(decimal: string, ground: ListGround): Sql {
  return sql`(${decimal}::numeric * ${`1e${minorDigits(ground.currency)}`}::numeric)`;
}

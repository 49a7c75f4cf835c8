/** A filter as a condition in SQL. Its values are parameters, its columns are the list's own: nothing of it becomes SQL. */
import { sql } from "kysely";
import {
  type Condition,
  dayFrom,
  daysOfPeriod,
  type Filter,
  type FilterTest,
  isGroup,
  refuse,
  startOfDay,
  whoAsks,
} from "../../kernel/index.ts";
import {
  type Asked,
  columnOf,
  comparedValue,
  type ListGround,
  type ListSource,
  minorOf,
  type Sql,
} from "./source.ts";

/** The condition for rows that a filter keeps. The filter has been checked against the list's columns. */
export function predicate(filter: Filter, source: ListSource, ground: ListGround): Sql {
  if (!isGroup(filter)) return conditionSql(filter, columnOf(source, filter.column), ground);
  if (filter.parts.length === 0) return sql`true`;
  const parts = filter.parts.map((part) => sql`(${predicate(part, source, ground)})`);
  return sql.join(parts, filter.join === "and" ? sql` and ` : sql` or `);
}

function conditionSql(condition: Condition, asked: Asked, ground: ListGround): Sql {
  const { test, values } = condition;
  if ("each" in asked.parts) return eachSql(condition, asked.parts, ground);
  const value = comparedValue(asked, ground);
  if (test === "empty") return sql`${presenceOf(asked, value)} is null`;
  if (test === "filled") return sql`${presenceOf(asked, value)} is not null`;
  switch (asked.column.kind) {
    case "number":
    case "rate":
    case "money":
      return figureSql(test, value, values, (text) =>
        asked.column.kind === "money" ? minorOf(text, ground) : sql`${text}::numeric`,
      );
    case "day":
    case "moment":
      return daySql(test, value, values, asked.column.kind === "moment", ground);
    case "flag":
      return sql`${value} = ${values[0] === "true"}`;
    default:
      return test === "one-of" || test === "none-of"
        ? setSql(test, asked, value, values, ground)
        : textSql(test, value, values[0] ?? "");
  }
}

/** What is null where a record has no value: of money its amount, even where no rate is known. */
function presenceOf({ parts }: Asked, value: Sql): Sql {
  if ("amountMinor" in parts) return parts.amountMinor;
  return "name" in parts ? parts.id : value;
}

/** A text as the pattern of an `ilike`, its own signs taken literally. */
const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Whether a text holds another, capital or small letters of any alphabet alike. */
export const holds = (value: Sql, wanted: string): Sql => like(value, `%${literally(wanted)}%`);
const like = (value: Sql, pattern: string): Sql => sql`${value} collate base.letters ilike ${pattern}`;

function textSql(test: FilterTest, value: Sql, wanted: string): Sql {
  const plain = literally(wanted);
  switch (test) {
    case "contains":
      return holds(value, wanted);
    case "excludes":
      return sql`(${holds(value, wanted)}) is not true`;
    case "starts":
      return like(value, `${plain}%`);
    case "ends":
      return like(value, `%${plain}`);
    case "is-not":
      return sql`(${like(value, plain)}) is not true`;
    default:
      return like(value, plain);
  }
}

function setSql(
  test: FilterTest,
  { parts }: Asked,
  value: Sql,
  values: readonly string[],
  ground: ListGround,
): Sql {
  const byId = "name" in parts;
  const wanted = byId ? values.flatMap((id) => personMeant(id, ground)) : values;
  const within = byId ? sql`${parts.id} = any (${wanted}::uuid[])` : sql`${value} = any (${wanted}::text[])`;
  return test === "one-of" ? within : sql`(${within}) is not true`;
}

type Each = Extract<Asked["parts"], { each: Sql }>;

/** Whether one of the records that are led to fulfils a condition, or none does. */
function eachSql({ test, values }: Condition, { each, eachId, eachName }: Each, ground: ListGround): Sql {
  const ids = values.flatMap((id) => personMeant(id, ground));
  const among = (condition: Sql) => sql`exists (select from ${each} and ${condition})`;
  switch (test) {
    case "empty":
      return sql`not ${among(sql`true`)}`;
    case "filled":
      return among(sql`true`);
    case "one-of":
      return among(sql`${eachId} = any (${ids}::uuid[])`);
    case "none-of":
      return sql`not ${among(sql`${eachId} = any (${ids}::uuid[])`)}`;
    case "excludes":
      return sql`not ${among(holds(eachName, values[0] ?? ""))}`;
    default:
      return among(textSql(test, eachName, values[0] ?? ""));
  }
}

/** "me" is the person who asks, and nobody where no person does. */
function personMeant(id: string, { personId }: ListGround): string[] {
  if (id !== whoAsks) return [id];
  return personId === null ? [] : [personId];
}

function figureSql(
  test: FilterTest,
  value: Sql,
  values: readonly string[],
  read: (text: string) => Sql,
): Sql {
  const [first, second] = values.map(read);
  if (first === undefined) throw new Error("A figure is compared with a figure.");
  switch (test) {
    case "is-not":
      return sql`${value} is distinct from ${first}`;
    case "more":
      return sql`${value} > ${first}`;
    case "at-least":
      return sql`${value} >= ${first}`;
    case "less":
      return sql`${value} < ${first}`;
    case "at-most":
      return sql`${value} <= ${first}`;
    case "between":
      return sql`${value} between ${first} and ${second ?? first}`;
    default:
      return sql`${value} = ${first}`;
  }
}

function daySql(
  test: FilterTest,
  value: Sql,
  values: readonly string[],
  isMoment: boolean,
  ground: ListGround,
): Sql {
  const at = (day: Temporal.PlainDate) =>
    isMoment ? sql`${startOfDay(day, ground.timeZone)}::timestamptz` : sql`${day}::date`;
  const within = (from: Temporal.PlainDate, before: Temporal.PlainDate) =>
    sql`(${value} >= ${at(from)} and ${value} < ${at(before)})`;
  if (test === "in" || test === "not-in") {
    const ranges = values.map((text) => daysOfPeriod(text, ground));
    const any = sql`(${sql.join(
      ranges.map(({ from, before }) => within(from, before)),
      sql` or `,
    )})`;
    return test === "in" ? any : sql`${any} is not true`;
  }
  const [day, last] = values.map((text) => dayFrom(text, ground));
  if (day === undefined) throw new Error("A day is compared with a day.");
  const after = day.add({ days: 1 });
  switch (test) {
    case "before":
      return sql`${value} < ${at(day)}`;
    case "after":
      return sql`${value} >= ${at(after)}`;
    case "since":
      return sql`${value} >= ${at(day)}`;
    case "until":
      return sql`${value} < ${at(after)}`;
    case "between":
      return within(day, endOfRange(day, last ?? day));
    default:
      return within(day, after);
  }
}

function endOfRange(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(from, to) <= 0) return to.add({ days: 1 });
  return refuse("invalid", `The last day, ${to}, is before the first, ${from}.`, {
    fix: "Give the earlier day first.",
    fields: [{ field: "filter", message: "has a range that ends before it starts" }],
  });
}

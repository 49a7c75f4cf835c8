/** Compiles a rule of visibility: a condition for PostgreSQL, and the same for the replica. */
import type { LookedInto, Rule } from "../../kernel/index.ts";
import { type Fragment, joined, raw } from "../replica/fragment.ts";

/** What a narrowed seat sees: the records of these people; `personId` is its own person. */
export interface Narrowed {
  readonly personId: string | null;
  readonly people: readonly string[];
}

/** The PostgreSQL function that gives the keys of a table's rows that are looked at: "crm.seen_opportunity_id". */
export function seenFunction({ table, key, where }: LookedInto): string {
  const [schema, name] = table.split(".");
  return `${schema}.${where === null ? "seen" : "held"}_${name}_${key}`;
}

/** The rule as a condition of PostgreSQL on the table's own columns. */
export function inPostgres(rule: Rule): string {
  switch (rule.kind) {
    case "everybody":
      return "true";
    case "nobody":
      return "false";
    case "person":
      return `${rule.column} = any ((select base.seen_people())::uuid[])`;
    case "own":
      return `${rule.column} = (select base.seen_by())`;
    case "among":
      return `${rule.column} in (select ${seenFunction(rule)}())`;
    case "word":
      return `${rule.column} in (${quoted(rule.words)})`;
    case "present":
      return `${rule.column} is not null`;
    case "absent":
      return `${rule.column} is null`;
    case "either":
    case "both": {
      const parts = rule.rules.map((part) => inPostgres(part));
      return `(${parts.join(rule.kind === "either" ? " or " : " and ")})`;
    }
  }
}

/** The rule as a condition of the replica, whose tables are those that the seat sees already. */
export function inReplica(rule: Rule, narrowed: Narrowed): Fragment {
  switch (rule.kind) {
    case "everybody":
      return raw("true");
    case "nobody":
      return raw("false");
    case "person":
      return isOneOf(rule.column, narrowed.people);
    case "own":
      return isOneOf(rule.column, narrowed.personId === null ? [] : [narrowed.personId]);
    case "among":
      return raw(`${rule.column} IN (SELECT ${rule.key} FROM ${rule.table})`);
    case "word":
      return raw(`${rule.column} IN (${quoted(rule.words)})`);
    case "present":
      return raw(`${rule.column} IS NOT NULL`);
    case "absent":
      return raw(`${rule.column} IS NULL`);
    case "either":
    case "both": {
      const parts = rule.rules.map((part) => inReplica(part, narrowed));
      const separator = rule.kind === "either" ? " OR " : " AND ";
      return joined([raw("("), joined(parts, separator), raw(")")], "");
    }
  }
}

/** Words of the program as literals; never what came from outside. */
function quoted(words: readonly string[]): string {
  const odd = words.find((text) => !/^[a-z_.]+$/.test(text));
  if (odd !== undefined) throw new Error(`“${odd}” is not a word of our own.`);
  return words.map((text) => `'${text}'`).join(", ");
}

function isOneOf(column: string, people: readonly string[]): Fragment {
  if (people.length === 0) return raw("false");
  const bound = people.map((id): Fragment => ({ texts: ["CAST(", " AS UUID)"], values: [id] }));
  return joined([raw(`${column} IN (`), joined(bound, ", "), raw(")")], "");
}

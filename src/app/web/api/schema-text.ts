/** A JSON schema as people read it: an outline of what fits, and an example to begin from. */

export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly additionalProperties?: Schema | boolean;
}

const deepest = 6;
const indent = (depth: number): string => "  ".repeat(depth);

const words: Readonly<Record<string, string>> = {
  uuid: "id",
  date: "day",
  "date-time": "moment",
  integer: "whole number",
  boolean: "true or false",
  string: "text",
};

/** What fits, a line for each field: `name: text`, `city?: text or null`. */
export function outlineOf(schema: Schema, depth = 0): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const texts = [...new Set(choices.map((one) => outlineOf(one, depth)))];
    return texts.join(texts.some((text) => text.includes("\n")) ? ` or\n${indent(depth)}` : " or ");
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" or ");
  if (schema.properties !== undefined) return fieldsOf(schema, depth);
  if (schema.items !== undefined) return `list of ${outlineOf(schema.items, depth)}`;
  if (typeof schema.additionalProperties === "object")
    return `{ any name: ${outlineOf(schema.additionalProperties, depth)} }`;
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? ["anything"]);
  if (types.length === 1 && schema.format !== undefined) return words[schema.format] ?? schema.format;
  return types.map((type) => words[type] ?? type).join(" or ");
}

function fieldsOf({ properties = {}, required = [] }: Schema, depth: number): string {
  if (depth >= deepest) return "{ … }";
  const lines = Object.entries(properties).map(([name, own]) => {
    const mark = required.includes(name) ? "" : "?";
    const why = own.description === undefined ? "" : `  — ${own.description}`;
    return `${indent(depth + 1)}${name}${mark}: ${outlineOf(own, depth + 1)}${why}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent(depth)}}`;
}

/** The least that fits a schema, for somebody to go on from: its required fields, each with the plainest value. */
export function exampleOf(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return exampleOf(first);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (type === "object") {
    const { properties = {}, required = [] } = schema;
    return Object.fromEntries(
      required.flatMap((name) => (properties[name] ? [[name, exampleOf(properties[name])]] : [])),
    );
  }
  if (type === "array") return schema.items === undefined ? [] : [exampleOf(schema.items)];
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 0, 0);
  if (type === "boolean") return false;
  if (type === "null") return null;
  if (schema.format === "uuid") return "00000000-0000-0000-0000-000000000000";
  if (schema.format === "date") return "2026-01-31";
  if (schema.format === "date-time") return "2026-01-31T09:30:00Z";
  return "";
}

/** Makes the schemas of input strict: what an endpoint did not ask for is refused, not silently dropped. */
import { z } from "zod";

type Definition = { type: string; coerce?: boolean; catchall?: z.core.$ZodType } & Record<string, unknown>;

/** Where in a definition other schemas stand. A pipe is strict at its entrance; see {@link strict}. */
const within = ["element", "innerType", "left", "right", "rest", "keyType", "valueType"] as const;
const lists = ["options", "items"] as const;

export interface Strictness {
  /** Whether values may be converted from text (queries and paths are text; JSON has types of its own). */
  readonly coercion: boolean;
}

/**
 * Takes a schema and gives the same schema with every object in it refusing unknown keys, unless its author
 * declared what else it takes (`z.looseObject`, `.catchall`). Refuses schemas that coerce where that is not allowed.
 */
export function strict(schema: z.ZodType, rule: Strictness): z.ZodType {
  return tighten(schema, rule, new Map()) as z.ZodType;
}

function tighten(
  schema: z.core.$ZodType,
  rule: Strictness,
  done: Map<z.core.$ZodType, z.core.$ZodType>,
): z.core.$ZodType {
  const known = done.get(schema);
  if (known) return known;
  const definition = schema._zod.def as unknown as Definition;
  if (definition.coerce && !rule.coercion) {
    throw new Error(
      `A JSON body has types of its own: z.coerce.${definition.type}() would accept "7" for 7.`,
    );
  }
  const go = (part: unknown) => tighten(part as z.core.$ZodType, rule, done);
  const changed: Record<string, unknown> = {};
  if (definition.type === "lazy") {
    changed.getter = () => go((definition.getter as () => z.core.$ZodType)());
  } else if (definition.type === "pipe") {
    const entrance = isTransform(definition.in) ? "out" : "in";
    changed[entrance] = go(definition[entrance]);
  } else if (definition.type === "object") {
    const shape = Object.entries(definition.shape as Record<string, unknown>);
    changed.shape = Object.fromEntries(shape.map(([key, part]) => [key, go(part)]));
    changed.catchall = definition.catchall ? go(definition.catchall) : z.never();
  } else {
    for (const name of within) if (definition[name]) changed[name] = go(definition[name]);
    for (const name of lists) {
      const parts = definition[name];
      if (Array.isArray(parts)) changed[name] = parts.map(go);
    }
  }
  const result = Object.keys(changed).length === 0 ? schema : copy(schema, { ...definition, ...changed });
  done.set(schema, result);
  return result;
}

function copy(schema: z.core.$ZodType, definition: Definition): z.core.$ZodType {
  return z.core.clone(schema, definition as unknown as z.core.$ZodTypeDef);
}

function isTransform(schema: unknown): boolean {
  return (schema as z.core.$ZodType)._zod.def.type === "transform";
}

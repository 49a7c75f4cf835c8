/** Calls made up from the OpenAPI document: some that fit it, some that are wrong in one place, some that are hostile. */
import fc from "fast-check";

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema has dozens of shapes, read by name where they are needed.
export type Schema = any;

export interface Operation {
  readonly method: string;
  /** "/api/opportunities/{id}". */
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly body: Schema | null;
  readonly takesBytes: boolean;
  /** The statuses that the document names for it: "200", "4xx". */
  readonly statuses: readonly string[];
}

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

/** The operations of a document, in its order. */
export function operationsOf(document: { paths: Record<string, Record<string, Schema>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]): Operation => {
      const content = said.requestBody?.content ?? {};
      return {
        method: method.toUpperCase(),
        path,
        parameters: said.parameters ?? [],
        body: content["application/json"]?.schema ?? null,
        takesBytes: "application/octet-stream" in content,
        statuses: Object.keys(said.responses),
      };
    }),
  );
}

/** Values that programs and people with bad intentions send where something else belongs. */
const hostile = fc.constantFrom<unknown>(
  ...[null, true, 0, -0, -1, 7, 1.5, 9_007_199_254_740_992, 1e308, [], {}, [[]], { a: 1 }],
  ...["", " ", "7", "null", "NaN", "1e400", "0x10", "\u0000", "a\u0000b", "\ud800", "２０２６-０１-０１"],
  ...["2026-02-30", "9999-12-31", "-271821-04-20", "2026-01-01T25:00:00Z", "+275760-09-13"],
  ...["'; drop table crm.account; --", "$1", "%", "_", "\\", "../../etc/passwd", "<script>alert(1)</script>"],
  ...["{{7*7}}", "=1+1", "x".repeat(5000), "🙂".repeat(50), "constructor", "__proto__", "toString"],
);

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }).toString());

/** Ids of records that there are, of any kind; so that what is sent names something, if not always what it should. */
export type Known = readonly string[];

function textOf(schema: Schema, known: Known): fc.Arbitrary<string> {
  if (schema.format === "uuid")
    return known.length === 0
      ? fc.uuid()
      : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, fc.uuid());
  if (schema.format === "date") return day;
  if (schema.format === "date-time") return day.map((on) => `${on}T12:00:00Z`);
  if (typeof schema.pattern === "string") {
    try {
      return fc.stringMatching(new RegExp(schema.pattern, "u"), { maxLength: 40 });
    } catch {
      return fc.string({ maxLength: 12 });
    }
  }
  const [minLength, maxLength] = [schema.minLength ?? 0, Math.min(schema.maxLength ?? 20, 20)];
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.max(minLength, maxLength) }),
    fc
      .constantFrom("USD", "EUR", "Atlas", "region", "amount", "open", "2026-03-31")
      .filter((one) => one.length >= minLength),
  );
}

/** Values that fit a schema, as far as it can be told from the schema alone. */
export function fitting(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const fitOf = (one: Schema) => fitting(one, known);
  if (schema === undefined || schema === true || Object.keys(schema).length === 0)
    return fc.jsonValue({ maxDepth: 1 });
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(fitOf));
  if (schema.allOf) return fitOf(schema.allOf[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") {
    const min = Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -5, -1_000_000);
    return fc.integer({ min, max: Math.max(min, Math.min(schema.maximum ?? 50, 1000)) });
  }
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "array")
    return fc.array(fitOf(schema.items), { minLength: schema.minItems ?? 0, maxLength: 3 });
  if (type === "object") return fittingObject(schema, known);
  return textOf(schema, known);
}

function fittingObject(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const properties = Object.entries(schema.properties ?? {}) as [string, Schema][];
  const arbitraries = Object.fromEntries(properties.map(([name, one]) => [name, fitting(one, known)]));
  const requiredKeys = (schema.required ?? []) as string[];
  const own = fc.record(arbitraries, { requiredKeys });
  if (!schema.additionalProperties) return own as fc.Arbitrary<Record<string, unknown>>;
  const more = fc.dictionary(fc.string({ maxLength: 8 }), fitting(schema.additionalProperties, known), {
    maxKeys: 2,
  });
  return fc.tuple(own, more).map(([a, b]) => ({ ...b, ...a }));
}

interface Parts {
  readonly values: Record<string, unknown>;
  readonly body: unknown;
}

/** One place of the call gets a hostile value, or a key that nobody declared. */
function spoiled(operation: Operation, parts: Parts): fc.Arbitrary<Parts> {
  const places = operation.parameters.filter((one) => one.in !== "header").map(({ name }) => `value ${name}`);
  const { body } = parts;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (operation.body)
    places.push("whole", ...(isObject ? ["more", ...Object.keys(body).map((key) => `body ${key}`)] : []));
  if (places.length === 0) return fc.constant(parts);
  return fc.tuple(fc.constantFrom(...places), hostile).map(([place, value]) => {
    if (place === "whole") return { ...parts, body: value };
    if (place === "more") return { ...parts, body: { ...(body as object), isAdmin: value } };
    const [where, ...name] = place.split(" ");
    const key = name.join(" ");
    if (where === "value") return { ...parts, values: { ...parts.values, [key]: value } };
    return { ...parts, body: { ...(body as object), [key]: value } };
  });
}

const asText = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
/** What has half of a pair of surrogates cannot be written into an address. */
const inAddress = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed());

function callOf(operation: Operation, { values, body }: Parts, version: number, key: string): Call {
  const at = (where: string) =>
    operation.parameters.filter((one) => one.in === where && values[one.name] !== undefined);
  let url = operation.path;
  for (const { name } of at("path")) url = url.replace(`{${name}}`, inAddress(values[name]) || "%20");
  const query = at("query")
    .flatMap(({ name }) => {
      const value = values[name];
      return (Array.isArray(value) ? value : [value]).map((one) => `${name}=${inAddress(one)}`);
    })
    .join("&");
  const headers: Record<string, string> = {};
  const named = new Set(operation.parameters.filter((one) => one.in === "header").map((one) => one.name));
  if (named.has("if-match")) headers["if-match"] = `"${version}"`;
  if (named.has("idempotency-key")) headers["idempotency-key"] = key;
  const address = query === "" ? url : `${url}?${query}`;
  if (operation.takesBytes)
    return {
      method: operation.method,
      url: address,
      headers: { ...headers, "content-type": "application/octet-stream" },
      payload: "a,b\n1,2\n",
    };
  if (!operation.body) return { method: operation.method, url: address, headers };
  headers["content-type"] = "application/json";
  return { method: operation.method, url: address, headers, payload: JSON.stringify(body) ?? "" };
}

function partsOf(operation: Operation, ids: ReadonlyMap<string, Known>): fc.Arbitrary<Parts> {
  const collection = operation.path.split("/")[2] ?? "";
  const all = [...ids.values()].flat().filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const values = Object.fromEntries(
    operation.parameters
      .filter((one) => one.in !== "header")
      .map(({ name, schema, ...rest }) => {
        const own = ids.get(collection) ?? [];
        const usual = fitting(schema, all);
        const isId = rest.in === "path" && own.length > 0;
        return [name, isId ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own) }, usual) : usual];
      }),
  );
  const required = operation.parameters.filter((one) => one.in === "path").map(({ name }) => name);
  return fc.record({
    values: fc.record(values, { requiredKeys: required }),
    body: operation.body ? fitting(operation.body, all) : fc.constant(undefined),
  }) as fc.Arbitrary<Parts>;
}

/**
 * Calls of an operation. `ids` are those of records that there are, by the name of the collection in the path, so that
 * calls do not all end at "there is no such record".
 */
export function callsOf(operation: Operation, ids: ReadonlyMap<string, Known>): fc.Arbitrary<Call> {
  const parts = partsOf(operation, ids);
  const either = fc.oneof(
    parts,
    parts.chain((one) => spoiled(operation, one)),
  );
  return fc
    .tuple(either, fc.integer({ min: 1, max: 3 }), fc.uuid())
    .map(([one, version, key]) => callOf(operation, one, version, key));
}

/** The same value once for every text in it, which is replaced by `text`, or has it before or behind it. */
function withText(value: unknown, text: string): unknown[] {
  if (typeof value === "string") return [text, `${value}${text}`, `${text}${value}`];
  if (Array.isArray(value))
    return value.flatMap((part, at) => withText(part, text).map((one) => value.with(at, one)));
  if (typeof value !== "object" || value === null) return [text];
  return Object.entries(value).flatMap(([key, part]) => [
    ...withText(part, text).map((one) => ({ ...value, [key]: one })),
    { ...value, [`${key}${text}`]: part },
  ]);
}

/** Calls in which a text stands in every place that there is, one place a call, made from `samples` calls that fit. */
export function callsWith(
  operation: Operation,
  ids: ReadonlyMap<string, Known>,
  text: string,
  samples: number,
): Call[] {
  const fitted = fc.sample(partsOf(operation, ids), { numRuns: samples, seed: 7 });
  const spoilt = fitted.flatMap(({ values, body }): Parts[] => [
    ...withText(values, text).map((one) => ({ values: one as Parts["values"], body })),
    ...(operation.body ? withText(body, text).map((one) => ({ values, body: one })) : []),
  ]);
  return spoilt.map((one, at) => callOf(operation, one, 1, `${text} ${at}`.slice(0, 200)));
}

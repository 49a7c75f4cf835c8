/** The calls of an OpenAPI document, as the page that shows them needs them. */
import type { Schema } from "./schema-text.ts";

export interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

export interface Operation {
  /** "POST /api/accounts", by which it is told from all others. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What it is about: "accounts". */
  readonly group: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** What is sent as JSON; null where nothing is. */
  readonly body: Schema | null;
  /** It takes a file's bytes in place of JSON. */
  readonly takesFile: boolean;
  readonly status: string;
  /** What comes back as JSON; null where a file does. */
  readonly answer: Schema | null;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Described {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly (Partial<Parameter> & { readonly schema?: Schema })[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

const jsonOf = (content: Content | undefined): Schema | null =>
  content?.content?.["application/json"]?.schema ?? null;

/** Every call of the document, in its order. */
export function operationsOf(document: Readonly<Record<string, unknown>>): Operation[] {
  const paths = (document.paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const [status = "200", answer] =
        Object.entries(described.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        group: described.tags?.[0] ?? "api",
        summary: described.summary ?? "",
        parameters: (described.parameters ?? []).map((one) => ({
          in: one.in ?? "query",
          name: one.name ?? "",
          required: one.required ?? false,
          description: one.description ?? "",
          schema: one.schema ?? {},
        })),
        body: jsonOf(described.requestBody),
        takesFile: described.requestBody?.content?.["application/octet-stream"] !== undefined,
        status,
        answer: jsonOf(answer),
      };
    }),
  );
}

/** Those of which method, address or summary hold every word that is looked for. */
export function operationsFound(operations: readonly Operation[], search: string): Operation[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter(({ name, summary }) => {
    const text = `${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What was filled in for a call: the values of its parameters by "in name", and its body. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The address of a call with what was filled in. */
export function addressOf({ path, parameters }: Operation, { values }: Filled): string {
  const at = path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(values[`path ${name}`] ?? ""),
  );
  const query = new URLSearchParams();
  for (const one of parameters) {
    const value = values[`query ${one.name}`] ?? "";
    if (one.in === "query" && value !== "") query.append(one.name, value);
  }
  const text = query.toString();
  return text === "" ? at : `${at}?${text}`;
}

/** The headers of a call with what was filled in, the workspace among them. */
export function headersOf(operation: Operation, filled: Filled, workspaceId: string): Record<string, string> {
  const headers: Record<string, string> = { "quarterdeck-workspace": workspaceId };
  for (const one of operation.parameters) {
    const value = filled.values[`header ${one.name}`] ?? "";
    if (one.in === "header" && value !== "") headers[one.name] = value;
  }
  if (operation.body !== null) headers["content-type"] = "application/json";
  return headers;
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The call as a command for a terminal. The token stands for the one that the person has. */
export function curlOf(operation: Operation, filled: Filled, origin: string, workspaceId: string): string {
  const { method, body } = operation;
  const lines = [
    `curl -X ${method} ${quoted(origin + addressOf(operation, filled))}`,
    `-H "authorization: Bearer $QUARTERDECK_TOKEN"`,
    ...Object.entries(headersOf(operation, filled, workspaceId)).map(
      ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
    ),
    ...(body === null ? [] : [`-d ${quoted(filled.body)}`]),
  ];
  return lines.join(" \\\n  ");
}

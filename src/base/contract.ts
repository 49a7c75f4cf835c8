/**
 * What crosses the wire, said once: an endpoint is a method, a path, its schemas and the permission it needs.
 * Server, web client, CLI, OpenAPI and documentation all read the same endpoint. Safe for the browser.
 */
import { z } from "zod";
import type { AuditKind } from "./kernel/index.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The rights of the product, in its own words. Which role has which is decided by the one policy module. */
export type Permission =
  | "workspace.read"
  | "workspace.configure"
  | "access.manage"
  | "audit.read"
  | "people.read"
  | "people.write"
  | "candidates.read"
  | "candidates.write"
  | "pay.read"
  | "pay.write"
  | "records.read"
  | "records.write"
  | "views.write"
  | "imports.run"
  | "plan.read"
  | "plan.write"
  | "analytics.read";

type Schema = z.ZodType;

/** What Excel's workbooks are called on the wire. */
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface EndpointShape {
  readonly method: Method;
  /** Fastify style, always below /api: "/api/opportunities/:id". */
  readonly path: `/api/${string}`;
  /** The right that the caller needs, or "public" for what anybody on this machine may ask. */
  readonly permission: Permission | "public";
  /** One sentence: what a caller gets. Becomes the OpenAPI summary. */
  readonly summary: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly output: Schema;
  /** The answer's status when it went well; 201 where something was made. */
  readonly status?: 200 | 201 | 202;
  /** A change of one record: needs If-Match with the version that the caller saw. */
  readonly conditional?: true;
  /**
   * About the caller's own way in (signing out, their password): it sees past what the caller reaches, so its work touches
   * nothing but that.
   */
  readonly own?: true;
  /** May take minutes: a PUT whose work opens its own transactions, so that nobody waits for it. */
  readonly lengthy?: true;
  /**
   * The one public write there is: a POST by which somebody comes in, with a password or a token in its body. Nothing of
   * request and answer is kept, so it has no Idempotency-Key; it must come from our own pages. Its work opens its own
   * transactions.
   */
  readonly signsIn?: true;
  /**
   * The body of this POST holds a password or a code: nothing of it is kept, not even a hash, so it has no
   * Idempotency-Key. Its work opens its own transactions.
   */
  readonly takesSecret?: true;
  /** Is about the whole installation: nobody whose way in opens one workspace may use it. */
  readonly everyWorkspace?: true;
  /** The answer to this POST holds a secret: it is not kept, so sending it again with its key is refused. */
  readonly secret?: true;
  /** The answer is a file, not JSON: the output is its text, or a File of bytes. Only for GET. */
  readonly answers?: "text/csv" | "application/zip" | typeof workbookType;
  /** The file is sent as it is made, however long it is: its output is {@link flowing}. */
  readonly flows?: true;
  /** A call for many records at once: the calls for one of which each row is one. */
  readonly rows?: Readonly<Record<"create" | "change" | "remove", EndpointShape>>;
  /**
   * What the audit log calls this. Needed where the endpoint configures the workspace or says who may come in; written
   * with the write, in its transaction. What answers with a file is an export without saying so.
   */
  readonly audit?: AuditKind;
  /** The body is a stream of bytes (an uploaded file), not JSON. */
  readonly stream?: true;
}

/** The output of an endpoint that flows: bytes as they are made. */
export const flowing = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
);

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined;
type ValueOf<S> = S extends z.ZodType ? z.output<S> : undefined;

/** An endpoint with the types of both of its sides carried along, so that nobody has to map schemas again. */
export interface Endpoint<E extends EndpointShape = EndpointShape> {
  readonly shape: E;
  /** Phantom: what a client sends and gets. Never set at run time. */
  readonly client?: {
    params: InputOf<E["params"]>;
    query: InputOf<E["query"]>;
    body: InputOf<E["body"]>;
    output: ValueOf<E["output"]>;
  };
  /** Phantom: what a server receives and answers. Never set at run time. */
  readonly server?: {
    params: ValueOf<E["params"]>;
    query: ValueOf<E["query"]>;
    body: ValueOf<E["body"]>;
    output: InputOf<E["output"]>;
  };
}

/** Declares an endpoint. */
export function endpoint<const E extends EndpointShape>(shape: E): Endpoint<E> {
  return { shape };
}

export type ClientSide<T> = T extends { readonly client?: infer C } ? NonNullable<C> : never;
export type ServerSide<T> = T extends { readonly server?: infer S } ? NonNullable<S> : never;

/** A refusal as it crosses the wire: a problem document (RFC 9457) that says what happened and what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What the caller can do about it. */
  readonly fix?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  /** With 412: the version that the record has now. */
  readonly currentVersion?: number;
}

/** How a client reaches the server: `fetch`, or a server in the same process. */
export type Transport = (request: {
  method: Method;
  url: string;
  headers: Record<string, string>;
  body?: string;
}) => Promise<{
  status: number;
  headers: Record<string, string>;
  text: string;
}>;

/** A call that was refused or failed, with the server's own words. */
export class CallRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "CallRefused";
    this.problem = problem;
  }
}

type Given<T, K extends string> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T };
export type CallInput<E extends EndpointShape> = Given<InputOf<E["params"]>, "params"> &
  Given<InputOf<E["body"]>, "body"> & {
    query?: InputOf<E["query"]>;
    /** With a conditional endpoint: the version that the caller saw. */
    ifMatch?: number;
    /** With a POST: the same key gives the same answer, however often it is sent. */
    idempotencyKey?: string;
    workspaceId?: string;
  };

/** Calls an endpoint through a transport. Throws {@link CallRefused} with the server's problem document. */
export async function callEndpoint<E extends EndpointShape>(
  transport: Transport,
  target: Endpoint<E>,
  input: CallInput<E>,
): Promise<ValueOf<E["output"]>> {
  const { shape } = target;
  const headers: Record<string, string> = { accept: "application/json" };
  if (input.ifMatch !== undefined) headers["if-match"] = `"${input.ifMatch}"`;
  if (input.workspaceId) headers["quarterdeck-workspace"] = input.workspaceId;
  const kept = shape.method === "POST" && !shape.signsIn && !shape.takesSecret;
  if (kept) headers["idempotency-key"] = input.idempotencyKey ?? crypto.randomUUID();
  const request: Parameters<Transport>[0] = { method: shape.method, url: urlOf(shape.path, input), headers };
  if (input.body !== undefined) {
    headers["content-type"] = "application/json";
    request.body = JSON.stringify(input.body);
  }
  const answer = await transport(request);
  if (shape.answers !== undefined && answer.status < 400) return answer.text as ValueOf<E["output"]>;
  const content = answer.text === "" ? null : JSON.parse(answer.text);
  if (answer.status >= 400) throw new CallRefused(content as Problem);
  return content as ValueOf<E["output"]>;
}

function urlOf(path: string, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === "" ? filled : `${filled}?${text}`;
}

/** The interface itself, for programs and for the page that shows it. */
export const askOpenApi = endpoint({
  method: "GET",
  path: "/api/openapi.json",
  permission: "workspace.read",
  summary: "This interface as an OpenAPI 3.1 document",
  output: z.record(z.string(), z.unknown()),
});

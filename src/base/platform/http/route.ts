/** A route is an endpoint and the work behind it. `bind` checks at compile time that the two fit. */
import type { Readable } from "node:stream";
import type { Endpoint, EndpointShape, ServerSide } from "../../contract.ts";
import type { Services } from "../at-hand.ts";
import type { AuditDetail } from "../audit/index.ts";
import type { Author, Db } from "../db/index.ts";
import type { Actor, Sight } from "../policy/index.ts";
import type { Approach } from "./approach.ts";

interface Always {
  readonly services: Services;
  /**
   * For POST, PATCH, PUT and DELETE a transaction that carries the author, so that history knows who wrote. For
   * GET, and for streams and lengthy work, the plain database; such work opens its own transaction
   * with `writeAs(call.db, call.author, …)`.
   */
  readonly db: Db;
  /** By which way the request came. */
  readonly approach: Approach;
  /** Adds a header to the answer. */
  readonly setHeader: (name: string, value: string) => void;
  /** Adds to what the audit log says of this call: figures and words of ours, never what somebody typed. */
  readonly note: (detail: AuditDetail) => void;
  /** Ends when the caller has gone or the time for the request is over. */
  readonly signal: AbortSignal;
}

interface Known {
  readonly actor: Actor;
  readonly sight: Sight;
  readonly author: Author;
  /** The hash of the session's token; null for the command line. */
  readonly session: string | null;
}

type When<Condition, T> = Condition extends true ? T : unknown;

/** What the work of an endpoint is called with: its checked input, who asks, and what it may use. */
export type Call<E extends EndpointShape> = Always &
  Pick<ServerSide<Endpoint<E>>, "params" | "query" | "body"> &
  (E["permission"] extends "public" ? unknown : Known) &
  When<E["conditional"], { readonly expectedVersion: number }> &
  When<E["stream"], { readonly stream: Readable }>;

/** A call as the server holds it, before its endpoint's types are known. */
export interface AnyCall extends Always, Partial<Known> {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly expectedVersion?: number;
  readonly stream?: Readable;
}

export interface Route {
  readonly shape: EndpointShape;
  readonly work: (call: AnyCall) => Promise<unknown>;
}

/** The same content, however deep, from a list that may be read-only. */
type Frozen<T> = T extends readonly unknown[]
  ? { readonly [Place in keyof T]: Frozen<T[Place]> }
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;

/**
 * Puts the work behind an endpoint. The work gets checked input and gives the endpoint's output. (`Given` is inferred
 * as constant, so that "won" in what the work returns stays "won" and does not widen to any text.)
 */
export function bind<E extends EndpointShape, Output, const Given extends Frozen<Output>>(
  target: Endpoint<E> & { readonly server?: { output: Output } },
  work: (call: Call<E>) => Promise<Given>,
): Route {
  return { shape: target.shape, work: work as unknown as Route["work"] };
}

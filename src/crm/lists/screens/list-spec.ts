/** What a noun tells its list on screen; everything else all lists have in common. */
import type { ReactNode } from "react";
import type { CallInput, callEndpoint, Endpoint, EndpointShape } from "#base/contract";
import type { ListColumn } from "#base/kernel";
import type { ViewText } from "#base/ui";
import type { ListNoun } from "../list-noun.ts";

/** A record as its list gets it: values under the ids of the columns, custom ones in `custom`. */
export interface ListRow {
  readonly id: string;
  readonly version: number;
  readonly custom: Readonly<Record<string, string | number | boolean | null>>;
}

export interface PageQuestion {
  readonly filter: string;
  readonly sort: string;
  readonly group: string;
  readonly search?: string;
  readonly cursor?: string;
  readonly limit: number;
}
export interface PageAnswer<T extends ListRow> {
  readonly data: { readonly items: readonly T[]; readonly nextCursor: string | null } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}
/** Calls an endpoint for the workspace on screen. */
export type Caller = <E extends EndpointShape>(
  target: Endpoint<E>,
  input: CallInput<E>,
) => ReturnType<typeof callEndpoint<E>>;

/** Asks for pages of a list; a hook. */
export type UsePages<T extends ListRow> = (questions: readonly PageQuestion[]) => readonly PageAnswer<T>[];

export interface ListSpec<T extends ListRow> {
  readonly noun: ListNoun;
  /** "opportunity", "opportunities". */
  readonly one: string;
  readonly many: string;
  /** The address of a record's own page. */
  readonly hrefOf: (id: string) => string;
  readonly columns: readonly ListColumn[];
  /** The view that an address without anything means. */
  readonly standard: ViewText;
  readonly usePages: UsePages<T>;
  /** Fetches a page outside of what is drawn: for what is copied, pasted or changed beyond it. */
  readonly fetchPage: (call: Caller, question: PageQuestion) => Promise<NonNullable<PageAnswer<T>["data"]>>;
  /** Cells that look otherwise than their kind does. */
  readonly cells?: Readonly<Record<string, (row: T) => ReactNode>>;
  readonly widths: Readonly<Record<string, number>>;
  /** The column of the person by whom the scope of the page narrows the list; left out where nobody has a record. */
  readonly person?: string;
  /** What the first sum of the list is: "in all", "of open pipeline". */
  readonly summed: string;
  /** What to do where there are none at all. */
  readonly whenEmpty: string;
  /** The column that names the record and opens it. */
  readonly naming: string;
}

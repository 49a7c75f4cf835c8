/** Lists as they are asked: the noun's list, read with what the workspace says about days and money. */
import { type Clock, type Condition, formatAmount, today } from "#base/kernel";
import {
  type Actor,
  type Db,
  findRates,
  type Group,
  type ListAsked,
  type ListGround,
  type Listing,
  type ListSource,
  listGround,
  markEvery,
  type Outline,
  type PlacesAsked,
  pageOfIds,
  readListing,
  type Sight,
  type Sum,
} from "#base/platform";
import { type ListOutline, type ListSum, type MoneyText, moneyText } from "#base/wire";
import { workspaceOf } from "#people";
import { accountList } from "../accounts/list-store.ts";
import { activityList } from "../activities/list-store.ts";
import { contactList } from "../contacts/list-store.ts";
import type { CustomField } from "../fields/field.ts";
import { findFields } from "../fields/store.ts";
import { opportunityList } from "../opportunities/list-store.ts";
import { productList } from "../products/list-store.ts";
import type { ListNoun } from "./list-noun.ts";

const sources: Readonly<
  Record<ListNoun, (ground: ListGround, fields: readonly CustomField[]) => ListSource>
> = {
  opportunity: opportunityList,
  account: accountList,
  contact: contactList,
  product: productList,
  activity: activityList,
};

/** Who asks, of what, and when: the part of a call that a list needs. */
export interface ListCall {
  readonly db: Db;
  readonly sight: Sight;
  readonly actor: Actor;
  readonly services: { readonly clock: Clock };
}

/** A noun's list as it was asked. Refuses, by field, what cannot be read and what its columns do not know. */
export async function listingOf(call: ListCall, noun: ListNoun, asked: ListAsked): Promise<Listing> {
  const { db, sight } = call;
  const ground = await groundOfList(call);
  const fields = await findFields(db, sight.workspaceId, noun);
  return readListing(asked, sources[noun](ground, fields), ground);
}

async function groundOfList({ db, sight, actor, services }: ListCall): Promise<ListGround> {
  const { currency, timeZone, fiscal } = await workspaceOf(db, sight.workspaceId);
  const rates = await findRates(db, sight);
  const day = today(services.clock, timeZone);
  return listGround({ sight, personId: actor.personId, today: day, timeZone, currency, fiscal, rates });
}

/** An outline as it crosses the wire. */
export function shownOutline(outline: Outline, { source, ground }: Listing): ListOutline {
  const inWords = ({ column, sum, withoutRate }: Sum): ListSum => {
    const isMoney = source.columns.find(({ id }) => id === column)?.kind === "money";
    return {
      column,
      sum: isMoney ? formatAmount(BigInt(sum), ground.currency) : sum,
      currency: isMoney ? ground.currency : null,
      withoutRate,
    };
  };
  const group = ({ sums, ...rest }: Group) => ({ ...rest, sums: sums.map(inWords) });
  return {
    count: outline.count,
    sums: outline.sums.map(inWords),
    groups: outline.groups?.map(group) ?? null,
    markEvery,
    marks: [...outline.marks],
    place: outline.place,
  };
}

/** What a page is asked for beside what its list is. */
export interface PageAsked extends ListAsked, PlacesAsked {}

/** One page of a noun's list: its records as `show` fetches them by their ids, and where the next page begins. */
export async function pageOfList<T>(
  call: ListCall,
  noun: ListNoun,
  asked: PageAsked,
  show: (ids: string[], listing: Listing) => Promise<T[]>,
): Promise<{ items: T[]; nextCursor: string | null }> {
  const listing = await listingOf(call, noun, asked);
  const { ids, nextCursor } = await pageOfIds(call.db, listing, asked);
  return { items: await show(ids, listing), nextCursor };
}

/** Conditions that columns have exactly these values; what is undefined is not asked. */
export function equalTo(wanted: Readonly<Record<string, string | undefined>>): Condition[] {
  return Object.entries(wanted).flatMap(([column, value]) =>
    value === undefined ? [] : [{ column, test: "one-of" as const, values: [value] }],
  );
}

/** A sum in the workspace's currency as it crosses the wire; null where there is nothing to sum. */
export function sumText(minor: string | null, { ground }: Listing): MoneyText | null {
  return minor === null ? null : moneyText(BigInt(minor), ground.currency);
}

/** A moment as the record writes it, as it crosses the wire. */
export function momentText(text: string | null): string | null {
  return text === null ? null : Temporal.Instant.from(text.replace(" ", "T")).toString();
}

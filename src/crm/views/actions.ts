/** Saving what a list shows, changing, sharing, removing it, and taking it back. */
import {
  aListShowsColumnsItHasOnce,
  filterText,
  groupingText,
  newId,
  readShownColumns,
  refuse,
  shownColumnsText,
  sortsText,
} from "#base/kernel";
import { type Actor, type Author, refuseStale, whyDenied } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound } from "#people";
import { type ListCall, listingOf } from "../lists/actions.ts";
import type { ListNoun } from "../lists/list-noun.ts";
import {
  findView,
  findViews,
  holdView,
  insertView,
  markViewRemoved,
  markViewTakenBack,
  storeView,
} from "./store.ts";
import {
  aViewHasANameOfItsOwn,
  aViewIsChangedByItsKeeper,
  isMine,
  isSeenBy,
  type Looker,
  type SavedView,
  type ViewSaid,
} from "./view.ts";

export interface ViewCall extends ListCall {
  readonly author: Author;
}

export const lookerOf = (actor: Actor): Looker => ({
  personId: actor.personId,
  configures: whyDenied(actor, "workspace.configure") === null,
});

/** The views of a list that the asker sees: their own and the shared ones. */
export async function viewsFor({ db, sight, actor }: ListCall, noun: ListNoun): Promise<SavedView[]> {
  const views = await findViews(db, sight.workspaceId, noun);
  return views.filter((view) => isSeenBy(view, lookerOf(actor)));
}

/** Saves a view. Refuses what its list cannot show, and a name that is taken. */
export async function saveView(
  call: ViewCall,
  given: ViewSaid & { readonly noun: ListNoun; readonly shared: boolean },
): Promise<SavedView> {
  const { noun, shared, ...said } = given;
  const view = await checkedView(call, noun, said);
  await refuseTakenName(call, noun, view.name, shared, null);
  const { db, author, actor, services } = call;
  const id = newId(services.clock);
  await insertView(db, author.workspaceId, { ...view, id, noun, personId: actor.personId }, shared);
  return viewOf(call, id);
}

/** Changes a view. Refuses a stale version, somebody else's view, and what its list cannot show. */
export async function changeView(
  call: ViewCall,
  id: string,
  expectedVersion: number,
  given: Amendment<ViewSaid> & { readonly shared?: boolean | undefined },
): Promise<SavedView> {
  const { db, author } = call;
  const held = await holdOwn(call, id, expectedVersion, "there");
  const { shared, ...said } = given;
  const view = await checkedView(call, held.noun, amended<ViewSaid>(partsOf(held), said));
  const isShared = held.sharedAt !== null;
  await refuseTakenName(call, held.noun, view.name, shared ?? isShared, id);
  const sharing = shared === undefined || shared === isShared ? "as-it-was" : shared ? "now" : "no-longer";
  await storeView(db, author.workspaceId, id, view, sharing);
  return viewOf(call, id);
}

/** Removes a view; it can be taken back. Refuses a stale version and somebody else's view. */
export async function removeView(call: ViewCall, id: string, expectedVersion: number) {
  await holdOwn(call, id, expectedVersion, "there");
  return { id, version: await markViewRemoved(call.db, call.author.workspaceId, id) };
}

/** Takes a removed view back. Refuses a name that was taken meanwhile. */
export async function takeBackView(call: ViewCall, id: string, expectedVersion: number): Promise<SavedView> {
  const held = await holdOwn(call, id, expectedVersion, "removed");
  await refuseTakenName(call, held.noun, held.name, held.sharedAt !== null, id);
  await markViewTakenBack(call.db, call.author.workspaceId, id);
  return viewOf(call, id);
}

async function viewOf({ db, author }: ViewCall, id: string): Promise<SavedView> {
  return requireFound(await findView(db, author.workspaceId, id), "view");
}

async function holdOwn(
  call: ViewCall,
  id: string,
  expectedVersion: number,
  state: "there" | "removed",
): Promise<SavedView> {
  const looker = lookerOf(call.actor);
  const held = await holdView(call.db, call.author.workspaceId, id);
  const fits =
    held !== undefined && isSeenBy(held, looker) && (held.removedAt === null) === (state === "there");
  const view = refuseStale(fits ? held : undefined, expectedVersion);
  const reason = aViewIsChangedByItsKeeper(view, looker);
  if (reason !== null) refuse("denied", reason);
  return view;
}

const partsOf = ({ name, filter, sort, group, columns }: SavedView): ViewSaid => ({
  name,
  filter,
  sort,
  group,
  columns,
});

/** The view as its list writes it. Refuses, by field, what the list does not know. */
async function checkedView(call: ViewCall, noun: ListNoun, said: ViewSaid): Promise<ViewSaid> {
  const listing = await listingOf(call, noun, said);
  const shown = readShownColumns(said.columns);
  refuseBecause(aListShowsColumnsItHasOnce(shown, listing.source.columns), "columns");
  return {
    name: said.name.trim(),
    filter: filterText(listing.filter),
    sort: sortsText(listing.sorts),
    group: groupingText(listing.grouping),
    columns: shownColumnsText(shown),
  };
}

/** Names are told apart where they stand together: the shared ones, and one's own. */
async function refuseTakenName(
  call: ViewCall,
  noun: ListNoun,
  name: string,
  shared: boolean,
  own: string | null,
): Promise<void> {
  const looker = lookerOf(call.actor);
  const beside = (await findViews(call.db, call.author.workspaceId, noun)).filter(
    (view) =>
      view.id !== own && (shared ? view.sharedAt !== null : view.sharedAt === null && isMine(view, looker)),
  );
  refuseBecause(aViewHasANameOfItsOwn(name, beside), "name");
}

import { type Actor, bind, type Route } from "#base/platform";
import { shownReference } from "../reference.ts";
import * as actions from "./actions.ts";
import type { ViewOut } from "./contract.ts";
import * as contract from "./contract.ts";
import { aViewIsChangedByItsKeeper, isMine, type SavedView } from "./view.ts";

function shown(view: SavedView, actor: Actor): ViewOut {
  const { id, version, noun, name, filter, sort, group, columns } = view;
  const looker = actions.lookerOf(actor);
  return {
    ...{ id, version, noun, name, filter, sort, group, columns },
    keeper: shownReference(view.personId, view.personName),
    mine: isMine(view, looker),
    shared: view.sharedAt !== null,
    changeable: aViewIsChangedByItsKeeper(view, looker) === null,
  };
}

export const viewRoutes: Route[] = [
  bind(contract.getViews, async (call) => ({
    items: (await actions.viewsFor(call, call.query.noun)).map((view) => shown(view, call.actor)),
  })),
  bind(contract.createView, async (call) => shown(await actions.saveView(call, call.body), call.actor)),
  bind(contract.changeView, async (call) =>
    shown(await actions.changeView(call, call.params.id, call.expectedVersion, call.body), call.actor),
  ),
  bind(contract.removeView, (call) => actions.removeView(call, call.params.id, call.expectedVersion)),
  bind(contract.takeBackView, async (call) =>
    shown(await actions.takeBackView(call, call.params.id, call.expectedVersion), call.actor),
  ),
];

import { bind, bindMany, type Route } from "#base/platform";
import { amountMinorOf, dayOf } from "#base/wire";
import { addOpportunity, changeOpportunity, opportunityOf, removeOpportunity } from "./actions.ts";
import * as contract from "./contract.ts";
import { replaceLines, replaceSplits } from "./line-actions.ts";
import { listOpportunities } from "./list-actions.ts";
import { givenLine, givenOpportunity, shownDetail, shownPipeline } from "./show-actions.ts";
import {
  addPipeline,
  closeOpportunity,
  type Held,
  moveToStage,
  pipelinesOf,
  reopenOpportunity,
} from "./stage-actions.ts";
import { replaceStakeholders } from "./stakeholder-actions.ts";
import * as verbs from "./verb-contract.ts";

interface ConditionalCall {
  readonly author: { readonly workspaceId: string };
  readonly services: { readonly clock: Held["clock"] };
  readonly params: { readonly id: string };
  readonly expectedVersion: number;
}

const held = ({ author, services, params, expectedVersion }: ConditionalCall): Held => ({
  workspaceId: author.workspaceId,
  clock: services.clock,
  id: params.id,
  expectedVersion,
});

const routes: Route[] = [
  bind(contract.getOpportunities, (call) => listOpportunities(call, call.query)),
  bind(contract.getOpportunity, async ({ db, sight, params }) =>
    shownDetail(await opportunityOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.createOpportunity, async ({ db, author, services, body }) => {
    const given = { ownerId: author.authorId, ...givenOpportunity(body), name: body.name };
    return shownDetail(await addOpportunity(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.changeOpportunity, async (call) => {
    const { workspaceId, clock, id, expectedVersion } = held(call);
    const given = givenOpportunity(call.body);
    return shownDetail(await changeOpportunity(call.db, workspaceId, clock, id, expectedVersion, given));
  }),
  bind(contract.removeOpportunity, ({ db, author, params, expectedVersion }) =>
    removeOpportunity(db, author.workspaceId, params.id, expectedVersion),
  ),
  bind(verbs.moveToStage, async (call) => {
    const given = { stageId: call.body.stageId, closeOn: dayOf(call.body.closeOn) };
    return shownDetail(await moveToStage(call.db, held(call), given));
  }),
  bind(verbs.closeOpportunity, async (call) => {
    const { outcome, closeOn, lostReason } = call.body;
    const said = { closeOn: dayOf(closeOn), lostReason };
    return shownDetail(await closeOpportunity(call.db, held(call), outcome, said));
  }),
  bind(verbs.reopenOpportunity, async (call) =>
    shownDetail(await reopenOpportunity(call.db, held(call), dayOf(call.body.closeOn))),
  ),
  bind(verbs.replaceLines, async (call) => {
    const { lines, amount } = call.body;
    const stated = amount && { amountMinor: amountMinorOf(amount, "amount"), currency: amount.currency };
    return shownDetail(
      await replaceLines(call.db, held(call), { lines: lines.map(givenLine), amount: stated }),
    );
  }),
  bind(verbs.replaceSplits, async (call) =>
    shownDetail(await replaceSplits(call.db, held(call), call.body.splits)),
  ),
  bind(verbs.replaceStakeholders, async (call) =>
    shownDetail(await replaceStakeholders(call.db, held(call), call.body.stakeholders)),
  ),
  bind(verbs.getPipelines, async ({ db, sight }) => ({
    items: (await pipelinesOf(db, sight.workspaceId)).map(shownPipeline),
  })),
  bind(verbs.createPipeline, async ({ db, author, services, body }) =>
    shownPipeline(await addPipeline(db, author.workspaceId, services.clock, body)),
  ),
];

export const opportunityRoutes: Route[] = [...routes, bindMany(contract.writeOpportunities, routes)];

import { bind, type Route } from "#base/platform";
import { dayOf } from "#base/wire";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { startingLadders } from "./starting-ladders.ts";

export const careerRoutes: readonly Route[] = [
  bind(contract.getLadders, async () => ({ items: startingLadders })),
  bind(contract.getLadderStandings, async ({ db, sight, params }) => ({
    items: await actions.careersOn(db, sight.workspaceId, params.key),
  })),
  bind(contract.getCareer, async ({ db, sight, params }) => ({
    items: await actions.careersOf(db, sight.workspaceId, params.id),
  })),
  bind(contract.getOwnCareer, async ({ db, sight, actor }) => ({
    items: actor.personId === null ? [] : await actions.careersOf(db, sight.workspaceId, actor.personId),
  })),
  bind(contract.recordEvidence, ({ db, actor, services, params, body }) =>
    actions.recordEvidence(db, actor, services.clock, params.key, { ...body, seenOn: dayOf(body.seenOn) }),
  ),
  bind(contract.takeEvidenceBack, ({ db, author, params, expectedVersion }) =>
    actions.takeEvidenceBack(db, author.workspaceId, params.id, expectedVersion),
  ),
];

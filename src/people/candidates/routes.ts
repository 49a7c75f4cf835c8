import { bind, type Route } from "#base/platform";
import { dayOf } from "#base/wire";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { fillSheet, handInSheet } from "./sheet-actions.ts";
import { layCandidatesBeside, showCandidate, showCandidates } from "./show-actions.ts";

export const candidateRoutes: readonly Route[] = [
  bind(contract.getCandidates, async ({ db, sight, actor, services }) => ({
    items: await showCandidates(db, sight, actor, services.clock),
  })),
  bind(contract.getCandidate, ({ db, actor, services, params }) =>
    showCandidate(db, actor, services.clock, params.id),
  ),
  bind(contract.addCandidate, ({ db, sight, services, body }) =>
    actions.addCandidate(db, sight, services.clock, body),
  ),
  bind(contract.changeCandidate, ({ db, actor, params, expectedVersion, body: { keepUntil, ...said } }) =>
    actions.changeCandidate(db, actor.workspaceId, params.id, expectedVersion, {
      ...said,
      keepUntil: dayOf(keepUntil),
    }),
  ),
  bind(contract.fillSheet, ({ db, actor, services, params, body }) =>
    fillSheet(db, actor, services.clock, params.id, body.scores),
  ),
  bind(contract.handInSheet, ({ db, actor, services, params }) =>
    handInSheet(db, actor, services.clock, params.id),
  ),
  bind(contract.closeScoring, ({ db, actor, services, params }) =>
    actions.closeScoring(db, actor.workspaceId, services.clock, params.id),
  ),
  bind(contract.decideOnCandidate, ({ db, actor, services, params, body }) =>
    actions.decideOn(db, actor, services.clock, params.id, body),
  ),
  bind(contract.purgeCandidate, ({ db, actor, services, params, expectedVersion }) =>
    actions.purgeCandidate(db, actor, services.clock, params.id, expectedVersion),
  ),
  bind(contract.compareCandidates, ({ db, sight, actor, services, params }) =>
    layCandidatesBeside(db, sight, actor, services.clock, params.key),
  ),
];

import { bind, type Route } from "#base/platform";
import { shownPipeline } from "../opportunities/show-actions.ts";
import { orderPipelines, restatePipeline, stageUseOf } from "./actions.ts";
import * as contract from "./contract.ts";

export const pipelineStageRoutes: Route[] = [
  bind(contract.restatePipeline, async ({ db, author, services, params, expectedVersion, body }) =>
    shownPipeline(
      await restatePipeline(db, author.workspaceId, services.clock, { id: params.id, expectedVersion }, body),
    ),
  ),
  bind(contract.orderPipelines, async ({ db, author, body }) => ({
    items: (await orderPipelines(db, author.workspaceId, body.ids)).map(shownPipeline),
  })),
  bind(contract.getStageUse, ({ db, sight, params }) => stageUseOf(db, sight, params.id)),
];

import { bind, type Route } from "#base/platform";
import { explainMovement, listMovement, listPipeline, standPipeline } from "./actions.ts";
import { askPipeline, askWaterfall, pipelineRecords, pipelineTrend, waterfallRecords } from "./contract.ts";
import { tracePipeline } from "./trend-actions.ts";

export const pipelineRoutes: readonly Route[] = [
  bind(askPipeline, ({ services, sight, query }) => standPipeline(services, sight, query)),
  bind(pipelineRecords, ({ services, sight, query }) => listPipeline(services, sight, query)),
  bind(pipelineTrend, ({ services, sight, query }) => tracePipeline(services, sight, query)),
  bind(askWaterfall, ({ services, sight, query }) => explainMovement(services, sight, query)),
  bind(waterfallRecords, ({ services, sight, query }) => listMovement(services, sight, query)),
];

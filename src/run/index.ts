/** The door of run for servers. */
export { explainMovement, standPipeline } from "./pipeline/actions.ts";
export { pipelineMeasures } from "./pipeline/measures.ts";
export { pipelineRoutes } from "./pipeline/routes.ts";
export { tracePipeline } from "./pipeline/trend-actions.ts";

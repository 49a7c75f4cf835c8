/** The door of run for servers. */
export { pipelineMeasures } from "./pipeline/measures.ts";
export { pipelineRoutes } from "./pipeline/routes.ts";

/** The door of plan for servers: what is intended, and what it costs. */
export { costRoutes } from "./budget/routes.ts";
export * from "./figures.ts";
export { targetImport } from "./targets/import-actions.ts";
export { targetRoutes } from "./targets/routes.ts";
export { planVisibility } from "./visibility.ts";

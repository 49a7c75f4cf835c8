/** The door of crm for servers: what is true of accounts, contacts, products, opportunities and activities. */
export { accountRoutes } from "./accounts/routes.ts";
export { activityRoutes } from "./activities/routes.ts";
export { contactRoutes } from "./contacts/routes.ts";
export { fieldRoutes } from "./fields/routes.ts";
export * from "./figures.ts";
export { handoverRoutes } from "./handover/routes.ts";
export { historyRoutes } from "./history/routes.ts";
export * from "./imports/index.ts";
export { listRoutes } from "./lists/routes.ts";
export { opportunityRoutes } from "./opportunities/routes.ts";
export { opportunitiesByIds } from "./opportunities/store.ts";
export { pipelineStageRoutes } from "./pipelines/routes.ts";
export { productRoutes } from "./products/routes.ts";
export { searchRoutes } from "./search/routes.ts";
export { seenByRoutes } from "./seen-by/routes.ts";
export { waysToSee } from "./seen-by/ways-store.ts";
export { viewRoutes } from "./views/routes.ts";
export { crmVisibility } from "./visibility.ts";

/** The door of analytics for servers. */
export { catalogue } from "./measures/measures.ts";
export { measureRoutes } from "./measures/routes.ts";

/** The door of analytics for servers. */
export { catalogue } from "./measures/book.ts";
export { measureRoutes } from "./measures/routes.ts";

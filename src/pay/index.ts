/** The door of pay for servers: what roles are paid, and where people's pay stands. */
export type { Band } from "./bands/band.ts";
export { marketBands } from "./bands/market-bands.ts";
export { bandRoutes } from "./bands/routes.ts";
export { standingRoutes } from "./standings/routes.ts";
export { payVisibility } from "./visibility.ts";

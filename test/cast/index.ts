/** The sample company: Fathom & Vane, its people, customers and two years of history. See docs/concepts/sample-company.md. */
export {
  type Cast,
  type CastRequest,
  castOf,
  composeCast,
  tellingDay,
  usualSeed,
  usualSize,
} from "./cast.ts";
export type * from "./records.ts";
export { type RoleKey, roleCast } from "./roles.ts";
export { createSampleWorkspace, foundSampleCompany, type LoadProgress, loadCast } from "./store.ts";
export { company } from "./story.ts";

export {
  type AccessRole,
  companyRights,
  everyRight,
  type Reach,
  startingAccessRoles,
  whyUnfitBundle,
} from "./access-role.ts";
export { withBase } from "./base-visibility.ts";
export { inReplica, type Narrowed } from "./compiled-rule.ts";
export {
  type Actor,
  type Bundle,
  type KeyRights,
  permissionsOf,
  reachOf,
  type Sight,
  sightOf,
  whyDenied,
} from "./policy.ts";
export { rowSecurity, seatRole } from "./row-security.ts";

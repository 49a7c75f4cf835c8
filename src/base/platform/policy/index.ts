export {
  type AccessRole,
  companyRights,
  everyRight,
  type Reach,
  startingAccessRoles,
  whyUnfitBundle,
} from "./access-role.ts";
export {
  type Actor,
  type KeyRights,
  permissionsOf,
  type Sight,
  sightOf,
  whyDenied,
} from "./policy.ts";

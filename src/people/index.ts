/** The door of people for servers: the workspace, who sells, in which team, and who reports to whom. */

export { makeSignInLink } from "./access/actions.ts";
export { accessGate, accessRoutes } from "./access/routes.ts";
export { type Amendment, amended, amendedCustom } from "./amendment.ts";
export { auditRoutes } from "./audit/routes.ts";
export { candidateRoutes } from "./candidates/routes.ts";
export { careerRoutes } from "./careers/routes.ts";
export {
  changePeople,
  changeTeamMemberships,
  endReportingLines,
  endTeamMemberships,
  type PersonChange,
  type PersonEnd,
} from "./organization/bulk-change-store.ts";
export {
  findPeople,
  findReportingLines,
  findTeamMemberships,
  findTeams,
  type KnownPerson,
  type PersonRow,
  type ReportingLineRow,
  recordPeople,
  recordReportingLines,
  recordTeamMemberships,
  recordTeams,
  type TeamMembershipRow,
  type TeamRow,
} from "./organization/bulk-store.ts";
export { peopleReplica } from "./organization/facts-store.ts";
export { requirePerson } from "./organization/person-actions.ts";
export { findPerson, personNames } from "./organization/person-store.ts";
export { reassignmentRoutes } from "./organization/reassignment/routes.ts";
export { organizationRoutes } from "./organization/routes.ts";
export { type Shape, shapeOf } from "./organization/span.ts";
export { refuseBecause, requireFound, requireKnown, takenToChange } from "./refusals.ts";
export { type SeenThrough, whySeen } from "./rights/reach.ts";
export { type SeatReach, seatReaches } from "./rights/reach-actions.ts";
export { peopleReached, reachedWithReasons } from "./rights/reached-store.ts";
export { roleRoutes } from "./roles/routes.ts";
export { startingProfiles } from "./roles/starting.ts";
export { peopleVisibility } from "./visibility.ts";
export { foundWorkspace, groundOf, openOwnWorkspace, workspaceOf } from "./workspace/actions.ts";
export { workspaceRoutes } from "./workspace/routes.ts";
export { findWorkspace, findWorkspaces } from "./workspace/store.ts";
export type { ExchangeRate, Workspace } from "./workspace/workspace.ts";

/** What crm gives to whoever counts: facts, cuts, measures, and the tables of the replica. */

export { findFields } from "./fields/store.ts";
export { knownDays } from "./history/known-days-store.ts";
export { type OpportunityAsOf, opportunitiesAsOf } from "./opportunities/as-of-store.ts";
export { cutByPerson, cutOpportunities, opportunityCuts } from "./opportunities/cuts-store.ts";
export { opportunityDimensions } from "./opportunities/dimensions.ts";
export { opportunityFact, opportunityFacts, periodRows } from "./opportunities/facts-store.ts";
export { opportunityMeasures } from "./opportunities/measures.ts";
export { crmReplica } from "./opportunities/replica-store.ts";
export { ofOpportunity, stateAt } from "./opportunities/state-store.ts";

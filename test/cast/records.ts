/**
 * The records that a cast is made of: the columns of their tables, in camelCase. `trueSince` is the moment since which
 * the present values are true. Amounts are minor units; shares, quantities and probabilities are decimal texts.
 */
type Dated = Temporal.PlainDate;
type At = Temporal.Instant;
export type Custom = Readonly<Record<string, string | number | boolean>>;

interface Recorded {
  readonly id: string;
  readonly trueSince: At;
}

export interface CastPerson extends Recorded {
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly startedOn: Dated | null;
  readonly leftOn: Dated | null;
}
export interface CastTeam extends Recorded {
  readonly name: string;
  readonly kind: "team" | "region";
  readonly parentId: string | null;
}
export interface CastMembership extends Recorded {
  readonly personId: string;
  readonly teamId: string;
  readonly startsOn: Dated | null;
  readonly endsOn: Dated | null;
}
export interface CastReportingLine extends Recorded {
  readonly personId: string;
  readonly managerId: string;
  readonly startsOn: Dated | null;
  readonly endsOn: Dated | null;
}
export interface CastCustomField extends Recorded {
  readonly noun: "account" | "contact" | "product" | "opportunity" | "activity" | "person";
  readonly key: string;
  readonly label: string;
  readonly type: "text" | "number" | "date" | "boolean" | "choice";
  readonly options: readonly string[];
}
export interface CastAccount extends Recorded {
  readonly name: string;
  readonly parentId: string | null;
  readonly ownerId: string;
  readonly domain: string;
  readonly industry: string;
  readonly country: string;
  readonly city: string;
  readonly employees: number;
  readonly annualRevenueMinor: bigint;
  readonly currency: string;
  readonly createdOn: Dated;
  readonly custom: Custom;
}
export interface CastContact extends Recorded {
  readonly name: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly email: string;
  readonly phone: string | null;
  readonly title: string;
  readonly createdOn: Dated;
  readonly custom: Custom;
}
export interface CastProduct extends Recorded {
  readonly name: string;
  readonly code: string;
  readonly family: string;
  readonly listPriceMinor: bigint;
  readonly currency: string;
}
export interface CastPipeline extends Recorded {
  readonly name: string;
  readonly position: number;
}
export type ForecastCategory = "omitted" | "pipeline" | "best-case" | "commit" | "closed";
export type Status = "open" | "won" | "lost";
export interface CastStage extends Recorded {
  readonly pipelineId: string;
  readonly name: string;
  readonly position: number;
  readonly outcome: Status;
  readonly probability: string;
  readonly forecastCategory: ForecastCategory;
}

/** What is kept of an opportunity at every moment of its life. */
export interface CastState {
  readonly validFrom: At;
  readonly status: Status;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly stageEnteredAt: At;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly probability: string;
  readonly forecastCategory: ForecastCategory;
  /** The expected day while it is open, the day it closed once it is won or lost. */
  readonly closeOn: Dated;
  readonly ownerId: string;
  readonly accountId: string;
}
export interface CastOpportunityRecord extends Recorded, Omit<CastState, "validFrom"> {
  readonly name: string;
  readonly createdOn: Dated;
  readonly leadSource: string | null;
  readonly nextStep: string | null;
  readonly lostReason: string | null;
  readonly custom: Custom;
}
export interface CastLine extends Recorded {
  readonly opportunityId: string;
  readonly productId: string;
  readonly position: number;
  readonly quantity: string;
  readonly unitPriceMinor: bigint;
  readonly amountMinor: bigint;
}
export interface CastSplit extends Recorded {
  readonly opportunityId: string;
  readonly personId: string;
  readonly share: string;
}
export interface CastStakeholder extends Recorded {
  readonly opportunityId: string;
  readonly contactId: string;
  readonly role: string;
  readonly isPrimary: boolean;
}
export interface CastActivity extends Recorded {
  readonly kind: "task" | "call" | "meeting" | "email" | "note";
  readonly subject: string;
  readonly body: string | null;
  readonly opportunityId: string;
  readonly accountId: string;
  readonly contactId: string | null;
  readonly personId: string;
  readonly dueAt: At | null;
  readonly doneAt: At | null;
}
/** An opportunity with its whole life: `states` in order, the last of which is the present and equals `record`. */
export interface CastOpportunity {
  readonly record: CastOpportunityRecord;
  readonly states: readonly CastState[];
  readonly lines: readonly CastLine[];
  readonly splits: readonly CastSplit[];
  readonly stakeholders: readonly CastStakeholder[];
  readonly activities: readonly CastActivity[];
}

export interface CastExchangeRate extends Recorded {
  readonly currency: string;
  readonly startsOn: Dated;
  readonly rate: string;
}
export interface CastTarget extends Recorded {
  readonly personId: string;
  readonly startsOn: Dated;
  readonly endsOn: Dated;
  readonly amountMinor: bigint;
  readonly currency: string;
}
export interface CastCost extends Recorded {
  readonly category: string;
  readonly startsOn: Dated;
  readonly endsOn: Dated;
  readonly amountMinor: bigint;
  readonly currency: string;
}

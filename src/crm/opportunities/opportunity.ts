/** A possible sale: who wants to buy what from whom, where it stands, and what it is worth. */
import type { Custom } from "../fields/field.ts";
import type { Closing } from "./close.ts";

/** What is said of an opportunity, its closing part included. */
export interface OpportunitySaid extends Closing {
  readonly name: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly pipelineId: string;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly createdOn: Temporal.PlainDate | null;
  readonly leadSource: string | null;
  readonly nextStep: string | null;
}

export interface Opportunity extends OpportunitySaid {
  readonly id: string;
  readonly version: number;
  /** Since when its present values are true. */
  readonly trueSince: Temporal.Instant;
  readonly stageEnteredAt: Temporal.Instant | null;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Custom;
  readonly accountName: string | null;
  readonly ownerName: string | null;
  readonly pipelineName: string;
  readonly stageName: string | null;
}

export interface Line {
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  readonly position: number;
  readonly quantity: string;
  readonly unitPriceMinor: bigint | null;
  readonly amountMinor: bigint | null;
}

export interface SplitShown {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly share: number;
}

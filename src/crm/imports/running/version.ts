/** A state of an opportunity as its history holds it. */
export interface VersionRow {
  readonly opportunityId: string;
  readonly validFrom: Temporal.Instant;
  readonly basis: "recorded" | "source" | "inferred";
  readonly status: "open" | "won" | "lost" | "removed";
  readonly pipelineId: string;
  readonly stageId: string | null;
  readonly stageEnteredAt: Temporal.Instant | null;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly probability: string | null;
  readonly forecastCategory: string;
  readonly closeOn: Temporal.PlainDate | null;
  readonly ownerId: string | null;
  readonly accountId: string | null;
}

/** A version that is still believed. */
export interface BelievedVersion extends VersionRow {
  readonly versionNo: bigint;
}

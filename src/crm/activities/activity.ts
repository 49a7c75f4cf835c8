/** Something that was done or is to be done about a record: a task, call, meeting, mail or note. */
import type { Custom } from "../fields/field.ts";

export const activityKinds = ["task", "call", "meeting", "email", "note"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What is said of an activity by whoever writes it. */
export interface ActivitySaid {
  readonly kind: ActivityKind;
  readonly subject: string;
  readonly body: string | null;
  readonly opportunityId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  /** Whose it is. */
  readonly personId: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly doneAt: Temporal.Instant | null;
}

export interface Activity extends ActivitySaid {
  readonly id: string;
  readonly version: number;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Custom;
  readonly opportunityName: string | null;
  readonly accountName: string | null;
  readonly contactName: string | null;
  readonly personName: string | null;
}

/** The reason why an activity cannot stand by itself, or null. */
export function anActivityIsAboutARecord(
  activity: Pick<ActivitySaid, "opportunityId" | "accountId" | "contactId">,
): string | null {
  const about = activity.opportunityId ?? activity.accountId ?? activity.contactId;
  return about === null ? "An activity is about an opportunity, an account or a contact." : null;
}

/** The reason why an activity cannot be completed, or null. */
export function anActivityIsCompletedOnce(activity: Pick<ActivitySaid, "doneAt">): string | null {
  return activity.doneAt === null ? null : "This is done already.";
}

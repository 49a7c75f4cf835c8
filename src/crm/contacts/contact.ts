/** Somebody at an account. */
import type { Custom } from "../fields/field.ts";

/** What is said of a contact by whoever writes it. */
export interface ContactSaid {
  readonly name: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly createdOn: Temporal.PlainDate | null;
}

export interface Contact extends ContactSaid {
  readonly id: string;
  readonly version: number;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Custom;
  readonly accountName: string | null;
  readonly ownerName: string | null;
}

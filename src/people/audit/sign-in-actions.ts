import type { AuditKind, Clock } from "#base/kernel";
import { type Approach, type Db, writeAs, writeAuditEvent } from "#base/platform";

/** Who signs in, where, and through which address; a person in the records, or the owner, who need not be one. */
export interface Comer {
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly accessRole: string;
  readonly endpoint: string;
}

/** Writes into the audit log that somebody came in; the last thing in the transaction that opens their session. */
export async function tellSignIn(
  db: Db,
  clock: Clock,
  { workspaceId, personId, name, accessRole, endpoint }: Comer,
  { address, requestId }: Approach,
  kind: AuditKind = "signed in",
): Promise<void> {
  await writeAs(db, { workspaceId, authorId: personId, author: name, source: "app" }, clock, (signed) =>
    writeAuditEvent(signed, { workspaceId, kind, outcome: "done", accessRole, address, requestId, endpoint }),
  );
}

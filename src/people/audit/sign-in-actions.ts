import type { Clock } from "#base/kernel";
import { type Db, type Visit, writeAs, writeAuditEvent } from "#base/platform";

/** Who signs in: a person in the records, or the owner, who need not be one. */
interface Comer {
  readonly personId: string | null;
  readonly name: string;
  readonly accessRole: string;
}
const owner: Comer = { personId: null, name: "Owner", accessRole: "owner" };

/** Writes into the audit log that somebody signed in; the last thing in the transaction that opens their session. */
export async function tellSignIn(
  trx: Db,
  clock: Clock,
  workspaceId: string,
  visit: Visit,
  comer: Comer = owner,
): Promise<void> {
  const { personId, name, accessRole } = comer;
  await writeAs(trx, { workspaceId, authorId: personId, author: name, source: "app" }, clock, (signed) =>
    writeAuditEvent(signed, {
      ...{ workspaceId, kind: "signed in", outcome: "done", accessRole },
      ...{ address: visit.address, requestId: visit.requestId, endpoint: "GET /sign-in" },
    }),
  );
}

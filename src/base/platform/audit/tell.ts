/** Events that no request is behind: what a command or a schedule did. */
import type { AuditKind, Clock } from "../../kernel/index.ts";
import { type Db, writeAs } from "../db/index.ts";
import { hasAuditLog, writeAuditEvent } from "./audit-store.ts";
import { type AuditDetail, installationChain } from "./event.ts";

export interface BesideTheServer {
  readonly kind: AuditKind;
  /** "quarterdeck restore", "schedule". */
  readonly endpoint: string;
  readonly by: "Command line" | "Quarterdeck";
  /** Left out: the installation's. */
  readonly workspaceId?: string;
  readonly detail?: AuditDetail;
}

/** Writes an event of this machine's own. A record of an older program that has no log yet is left as it is. */
export async function tellAudit(db: Db, clock: Clock, told: BesideTheServer): Promise<void> {
  if (!(await hasAuditLog(db))) return;
  const { kind, endpoint, by, workspaceId = installationChain, detail = {} } = told;
  const source = by === "Command line" ? "command line" : "schedule";
  await writeAs(db, { workspaceId, authorId: null, author: by, source }, clock, (trx) =>
    writeAuditEvent(trx, {
      ...{ workspaceId, kind, outcome: "done", detail, endpoint },
      ...{ accessRole: by === "Command line" ? "command-line" : null, address: null, requestId: null },
    }),
  );
}

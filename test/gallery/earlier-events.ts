/** What stands in the audit log of the house that is looked at: two weeks of a company at work. */
import type { AuditKind, AuditOutcome } from "../../src/base/kernel/index.ts";
import {
  type AuditDetail,
  type Db,
  installationChain,
  writeAs,
  writeAuditEvent,
} from "../../src/base/platform/index.ts";

interface Earlier {
  readonly hoursBefore: number;
  readonly who: string;
  readonly kind: AuditKind;
  readonly endpoint: string;
  readonly noun?: string;
  readonly outcome?: AuditOutcome;
  readonly source?: string;
  readonly address?: string;
  readonly detail?: AuditDetail;
  readonly installation?: true;
}

const csv = "GET /api/lists/:noun/export.csv";
const events: readonly Earlier[] = [
  { hoursBefore: 331, who: "Owner", kind: "signed in", endpoint: "GET /sign-in" },
  {
    hoursBefore: 330.6,
    who: "Owner",
    kind: "import started",
    endpoint: "POST /api/imports/:id/start",
    noun: "crm.import",
  },
  {
    hoursBefore: 330.1,
    who: "Owner",
    kind: "import undone",
    endpoint: "POST /api/imports/:id/undo",
    noun: "crm.import",
  },
  {
    hoursBefore: 329.9,
    who: "Owner",
    kind: "import started",
    endpoint: "POST /api/imports/:id/start",
    noun: "crm.import",
  },
  {
    hoursBefore: 288,
    who: "Quarterdeck",
    kind: "snapshot taken",
    endpoint: "schedule",
    source: "schedule",
    installation: true,
  },
  { hoursBefore: 262, who: "Owner", kind: "key made", endpoint: "POST /api/keys", noun: "people.api_key" },
  {
    hoursBefore: 217,
    who: "Warehouse sync",
    kind: "export",
    endpoint: csv,
    noun: "opportunity",
    source: "key",
    address: "10.20.0.7",
    detail: { format: "CSV", rows: 1204, filtered: false },
  },
  {
    hoursBefore: 196,
    who: "Warehouse sync",
    kind: "denied",
    endpoint: "POST /api/keys",
    outcome: "refused",
    source: "key",
    address: "10.20.0.7",
    detail: {
      status: 403,
      asked: "Makes a key for a program; its secret is in this answer and is never shown again",
    },
  },
  {
    hoursBefore: 195.9,
    who: "Warehouse sync",
    kind: "denied",
    endpoint: "POST /api/keys",
    outcome: "refused",
    source: "key",
    address: "10.20.0.7",
    detail: {
      status: 403,
      asked: "Makes a key for a program; its secret is in this answer and is never shown again",
      times: 58,
      seconds: 60,
    },
  },
  {
    hoursBefore: 195,
    who: "Owner",
    kind: "key ended",
    endpoint: "POST /api/keys/:id/end",
    noun: "people.api_key",
  },
  {
    hoursBefore: 122,
    who: "Somebody unknown",
    kind: "sign-in refused",
    endpoint: "GET /sign-in",
    outcome: "refused",
    source: "network",
    address: "10.20.0.31",
    detail: { status: 410 },
    installation: true,
  },
  {
    hoursBefore: 98,
    who: "Owner",
    kind: "workspace changed",
    endpoint: "PATCH /api/workspace",
    noun: "base.workspace",
    detail: { fields: ["fiscal", "timeZone"] },
  },
  {
    hoursBefore: 74,
    who: "Owner",
    kind: "backup taken",
    endpoint: "PUT /api/upkeep/backup",
    outcome: "failed",
    installation: true,
  },
  {
    hoursBefore: 73.8,
    who: "Owner",
    kind: "backup taken",
    endpoint: "PUT /api/upkeep/backup",
    detail: { rows: 88214, tables: 41 },
    installation: true,
  },
  {
    hoursBefore: 50,
    who: "Owner",
    kind: "export",
    endpoint: "GET /api/lists/:noun/export.xlsx",
    noun: "account",
    detail: { format: "Excel", rows: 312, filtered: true },
  },
];

/** Writes them, so many hours before a moment. */
export async function tellEarlierEvents(db: Db, workspaceId: string, told: Temporal.Instant): Promise<void> {
  for (const [n, event] of events.entries()) {
    const chain = event.installation ? installationChain : workspaceId;
    const {
      who,
      kind,
      endpoint,
      noun,
      outcome = "done",
      source = "app",
      address = "127.0.0.1",
      detail = {},
    } = event;
    const at = told.subtract({ seconds: Math.round(event.hoursBefore * 3600) });
    const author = { workspaceId: chain, authorId: null, author: who, source };
    const id =
      noun === "base.workspace"
        ? workspaceId
        : noun === "opportunity" || noun === "account"
          ? null
          : numbered(n);
    await writeAs(db, author, { now: () => at }, (trx) =>
      writeAuditEvent(trx, {
        ...{
          workspaceId: chain,
          kind,
          outcome,
          endpoint,
          detail,
          requestId: source === "schedule" ? null : numbered(n),
        },
        ...{ accessRole: who === "Owner" ? "owner" : null, address: source === "schedule" ? null : address },
        subject: noun === undefined ? null : { noun, id },
      }),
    );
  }
}

const numbered = (n: number) => `0192c000-0000-7000-8000-${String(n).padStart(12, "0")}`;

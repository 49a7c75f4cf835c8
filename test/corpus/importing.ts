/** Takes a file of the corpus through the real import, in a workspace of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { fixedClock, formatAmount, newId } from "#base/kernel";
import type { Database } from "#base/platform";
import { filesAt, planImport, runImport, takeImportFile } from "#crm";
import { foundTestWorkspace } from "../client.ts";
import type { Case } from "./case.ts";

const clock = fixedClock(Temporal.Instant.from("2026-03-10T15:00:00Z"));

export interface Come {
  readonly refused?: string;
  readonly asked?: readonly string[];
  readonly rows?: number;
  readonly kept?: readonly string[];
  readonly rejects?: readonly string[];
  readonly said?: readonly string[];
  readonly accounted?: boolean;
}

/** What came of a file. */
export async function comeOf(database: Database, one: Case): Promise<Come> {
  const folder = await mkdtemp(join(tmpdir(), "quarterdeck-corpus-"));
  try {
    const taken = await takeImportFile(folder, one.file, Readable.from(asPieces(one.bytes())));
    if (taken.reason !== null) return { refused: taken.reason };
    const { tables, passedOver } = await filesAt(folder);
    const workspaceId = await foundTestWorkspace(database, clock, one.name);
    const plan = await planImport(tables, one.options ?? {}, { currency: "USD", timeZone: "UTC" });
    const read = plan.files.filter((file) => file.object !== null);
    if (read.length === 0)
      return { refused: [...plan.notUnderstood, ...passedOver].map(({ reason }) => reason).join("; ") };
    if (plan.questions.length > 0) return { asked: plan.questions.map(({ question }) => question) };
    const importId = newId(clock);
    const mapping = { options: {}, plan, passedOver, outcome: null };
    const { db } = database;
    await sql`
      insert into crm.import_run (workspace_id, id, source, label, mapping, state, requested_by, created_at)
      values (${workspaceId}::uuid, ${importId}::uuid, ${plan.source}, ${one.name}, ${JSON.stringify(mapping)}::jsonb, 'ready',
        'test', ${clock.now()})`.execute(db);
    const author = { authorId: null, author: "test" };
    const result = await runImport({
      db,
      clock,
      workspaceId,
      importId,
      author,
      plan,
      files: tables,
      passedOver,
      importedAt: clock.now(),
    });
    const { rows: rejects } = await sql<{ line: bigint; field: string; reason: string }>`
      select line, field, reason from crm.import_reject where workspace_id = ${workspaceId}::uuid order by line, field`.execute(
      db,
    );
    const files = result.files.filter((file) => file.object !== null);
    return {
      rows: files.reduce((sum, file) => sum + file.rows, 0),
      accounted: files.every(
        (file) => file.rows === file.created + file.updated + file.unchanged + file.duplicate + file.rejected,
      ),
      kept: await dealsIn(database, workspaceId),
      rejects: rejects.map(({ line, field, reason }) => `${line} ${field}: ${reason}`),
      said: [...result.warnings, ...result.assumptions, ...result.proposals.map(({ evidence }) => evidence)],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function asPieces(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> | Uint8Array[] {
  return bytes instanceof Uint8Array ? [bytes] : bytes;
}

async function dealsIn(database: Database, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    amount: bigint | null;
    currency: string;
    close: Temporal.PlainDate | null;
    custom: Record<string, unknown>;
  }>`
    select l.source_id as id, o.name, o.amount_minor as amount, o.currency, o.close_on as close, o.custom
    from crm.opportunity o join crm.source_link l on l.workspace_id = o.workspace_id and l.record_id = o.id
    where o.workspace_id = ${workspaceId}::uuid and l.object = 'opportunity' order by l.source_id collate "C"`.execute(
    database.db,
  );
  return rows.map(({ id, name, amount, currency, close, custom }) => {
    const value = amount === null ? "" : moneyText(amount, currency);
    return [id, name, value, close?.toString() ?? "", ...Object.values(custom ?? {})].join(" | ");
  });
}

/** Amounts in the currency of the workspace without it, others with theirs. */
const moneyText = (minor: bigint, currency: string): string =>
  `${formatAmount(minor, currency)}${currency === "USD" ? "" : ` ${currency}`}`;

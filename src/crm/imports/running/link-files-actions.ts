/** Files whose rows are no records of their own, or only where no other file has them. */
import type { Db } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { filesOf } from "../mapping/import-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import type { OpenRun } from "./chunk-actions.ts";
import { rowKindOf } from "./contributed-actions.ts";
import { accountForLinks, activityKeys, remainedIn, tellsOf } from "./join-actions.ts";
import { activityKind } from "./kind-actions.ts";
import { lineKind } from "./line-actions.ts";
import { membershipKind } from "./membership-actions.ts";
import { writeRecords } from "./record-actions.ts";
import { writeRows } from "./row-actions.ts";
import { stakeholderKind } from "./stakeholder-actions.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** How a file is gone through: the caller's way of chunks, transactions and ledger. */
export type GoThrough = (
  file: UnderstoodFile,
  write: (trx: Db, rows: readonly ReadRow[]) => Promise<Tally>,
) => Promise<void>;

/** Tables that help to read the others: all their rows were read, none is a record of its own. */
export async function runHelpingFiles(run: OpenRun, goThrough: GoThrough): Promise<void> {
  const readOnly = async (_: Db, rows: readonly ReadRow[]): Promise<Tally> => ({
    ...emptyTally(),
    unchanged: rows.length,
  });
  for (const object of [
    "pipeline",
    "stage",
    "field-labels",
    "activity-types",
    "currency",
    "team",
    "role",
  ] as const) {
    for (const file of filesOf(run.plan, object)) await goThrough(file, readOnly);
  }
}

/** Engagements that have no row of their own kind, lines of opportunities, and rows that link or merge records. */
export async function runLinkFiles(run: OpenRun, goThrough: GoThrough): Promise<void> {
  const { plan, joins } = run;
  const told = await activityKeys(run);
  for (const file of filesOf(plan, "engagement")) {
    await goThrough(file, async (trx, rows) => {
      const own = rows.filter((row) => !told.has(row.key)).map((row) => joins.fill("activity", row));
      const tally = await writeRecords(run, trx, activityKind, own, file);
      return { ...tally, unchanged: tally.unchanged + rows.length - own.length };
    });
  }
  for (const [object, kind] of [
    ["team-membership", membershipKind],
    ["opportunity-line", lineKind],
    ["opportunity-contact", stakeholderKind],
  ] as const) {
    for (const file of filesOf(plan, object))
      await goThrough(file, (trx, rows) => writeRows(run, trx, kind, rows, file));
  }
  for (const kind of run.kinds) {
    for (const file of filesOf(plan, kind.object))
      await goThrough(file, (trx, rows) => writeRows(run, trx, rowKindOf(kind, file), rows, file));
  }
  for (const file of filesOf(plan, "association"))
    await goThrough(file, (trx, rows) => accountForLinks(run, trx, rows, tellsOf));
  const merges = {
    "account-merge": "account",
    "contact-merge": "contact",
    "opportunity-merge": "opportunity",
  } as const;
  for (const object of ["account-merge", "contact-merge", "opportunity-merge"] as const) {
    for (const file of filesOf(plan, object))
      await goThrough(file, (trx, rows) =>
        accountForLinks(run, trx, rows, remainedIn(merges[object], joins)),
      );
  }
}

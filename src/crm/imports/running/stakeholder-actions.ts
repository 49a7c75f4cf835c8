/** Rows that name a contact of an opportunity and the part in the decision, into the record. */
import type { Db } from "#base/platform";
import { fills } from "../mapping/column-plan.ts";
import { textIn, truthIn } from "../mapping/row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { knownRecords, named } from "./reference-actions.ts";
import type { RowKind, Said, SaidOrRefused } from "./row-actions.ts";
import type { Run } from "./run.ts";
import { findStakeholders } from "./stakeholders-store.ts";

export const stakeholderTable = "crm.opportunity_contact";
export const stakeholderObject = "opportunity-contact";

const identityOf = (said: Said): string => `${said.opportunity_id} ${said.contact_id} ${said.role ?? ""}`;

/** A contact who takes part in an opportunity. A contact whom an opportunity only named so far is given the part. */
export const stakeholderKind: RowKind = {
  object: stakeholderObject,
  table: stakeholderTable,
  columns: (file) => [
    "opportunity_id",
    "contact_id",
    ...(fills(file, "role") ? ["role"] : []),
    ...(fills(file, "isPrimary") ? ["is_primary"] : []),
  ],
  reader: async (run, trx, rows) => {
    const opportunities = await knownRecords(run, trx, "opportunity", named(rows, "opportunity"));
    const contacts = await knownRecords(run, trx, "contact", named(rows, "contact"));
    return (row): SaidOrRefused => {
      for (const [field, known] of [
        ["opportunity", opportunities],
        ["contact", contacts],
      ] as const) {
        const value = textIn(row, field);
        if (value === null) return { refused: { field, reason: `The row names no ${field}.` } };
        if (!known.has(value))
          return { refused: { field, reason: `No file of this import has this ${field}.` } };
      }
      return {
        said: {
          opportunity_id: opportunities.get(textIn(row, "opportunity") ?? ""),
          contact_id: contacts.get(textIn(row, "contact") ?? ""),
          role: textIn(row, "role"),
          is_primary: truthIn(row, "isPrimary") ?? false,
        },
      };
    };
  },
  identity: identityOf,
  twins: twinsOf,
  insert: (trx, workspaceId, rows) => insertRecords(trx, workspaceId, stakeholderTable, rows),
  change: (trx, workspaceId, columns, rows) =>
    changeRecords(trx, workspaceId, stakeholderTable, columns, rows),
};

/** The same contact of the same opportunity, in the same part or in one that nobody has said yet. */
async function twinsOf(run: Run, trx: Db, wanted: ReadonlyMap<string, Said>): Promise<Map<string, string>> {
  const ids = [...wanted.values()].map((one) => String(one.opportunity_id));
  const there = await findStakeholders(trx, run.workspaceId, ids);
  const byPair = Map.groupBy(there, (one) => `${one.opportunityId} ${one.contactId}`);
  const twins = new Map<string, string>();
  const taken = new Set<string>();
  for (const [identity, { opportunity_id, contact_id, role }] of wanted) {
    const fits = (byPair.get(`${opportunity_id} ${contact_id}`) ?? []).filter((one) => !taken.has(one.id));
    const found = fits.find((one) => one.role === role) ?? fits.find((one) => one.role === null);
    if (found === undefined) continue;
    taken.add(found.id);
    twins.set(identity, found.id);
  }
  return twins;
}

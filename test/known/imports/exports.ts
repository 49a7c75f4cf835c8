/** For tests: small exports of CRMs, written into a folder of their own and imported from there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportOptions } from "#crm";
import { type ImportedRecord, importedRecord } from "./record.ts";

export interface ImportedExport extends ImportedRecord {
  /** The states of every opportunity: "name | since | status stage amount close basis". */
  story(): Promise<string[]>;
  /** Who takes part in what: "opportunity: contact, part (primary)". */
  stakeholders(): Promise<string[]>;
  /** Imports again, with these files changed. */
  againWith(files: Readonly<Record<string, string>>): ReturnType<ImportedRecord["again"]>;
}

/** Imports files given as text into a workspace of their own. */
export async function importedFiles(
  files: Readonly<Record<string, string>>,
  options: ImportOptions = {},
): Promise<ImportedExport> {
  const folder = mkdtempSync(join(tmpdir(), "quarterdeck-exports-"));
  const write = (some: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(some)) writeFileSync(join(folder, name), text);
  };
  write(files);
  const record = await importedRecord(folder, options);
  return {
    ...record,
    async story() {
      const rows = await record.rows<Record<string, unknown>>(
        `select o.name, v.valid_from, v.status, s.name as stage, v.amount_minor, v.currency, v.close_on, v.basis
         from crm.opportunity_interval v join crm.opportunity o on o.workspace_id = v.workspace_id and o.id = v.opportunity_id
         left join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id
         where v.workspace_id = $ws order by o.name, v.valid_from`,
      );
      return rows.map((row) => {
        const amount = row.amount_minor === null ? "?" : `${row.amount_minor} ${row.currency}`;
        return `${row.name} | ${row.valid_from} | ${row.status} ${row.stage ?? "?"} ${amount} ${row.close_on ?? "-"} ${row.basis}`;
      });
    },
    async stakeholders() {
      const rows = await record.rows<{ told: string }>(
        `select concat(o.name, ': ', c.name, ', ' || s.role, case when s.is_primary then ' (primary)' end) as told
         from crm.opportunity_contact s
         join crm.opportunity o on o.workspace_id = s.workspace_id and o.id = s.opportunity_id
         join crm.contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id
         where s.workspace_id = $ws order by 1`,
      );
      return rows.map((row) => row.told);
    },
    againWith(changed) {
      write(changed);
      return record.again();
    },
    async close() {
      await record.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

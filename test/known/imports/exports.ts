/** For tests: small exports of CRMs, written into a folder of their own and imported from there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ImportedRecord, importedRecord } from "./record.ts";

export interface ImportedExport extends ImportedRecord {
  /** The states of every opportunity: "name | since | status stage amount close basis". */
  story(): Promise<string[]>;
}

/** Imports files given as text into a workspace of their own. */
export async function importedFiles(files: Readonly<Record<string, string>>): Promise<ImportedExport> {
  const folder = mkdtempSync(join(tmpdir(), "quarterdeck-exports-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const record = await importedRecord(folder);
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
    async close() {
      await record.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

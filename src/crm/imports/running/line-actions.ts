/** Rows of lines of opportunities into the record. */
import { isCurrencyCode } from "#base/kernel";
import type { Db } from "#base/platform";
import { type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import type { Link } from "./link.ts";
import { findLinks, saveLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { knownRecords, meantRecords, named } from "./reference-actions.ts";
import { amountOf, currencyOf } from "./row-values.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";

const columns = ["opportunity_id", "product_id", "position", "quantity", "unit_price_minor", "amount_minor"];

/** Writes lines: new ones, changed ones, and nothing for those that say what they said before. */
export async function writeLineRows(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<Tally> {
  const tally = emptyTally();
  const { workspaceId, sourceKey, importId } = run;
  const opportunities = await knownRecords(run, trx, "opportunity", named(rows, "opportunity"));
  const products = await meantRecords(run, trx, "product", named(rows, "product"));
  const links = await findLinks(
    trx,
    workspaceId,
    sourceKey,
    "line",
    rows.map((row) => row.key),
  );
  const added: RecordRow[] = [];
  const changed: RecordRow[] = [];
  const saved: Link[] = [];
  for (const row of rows) {
    const opportunity = opportunities.get(textIn(row, "opportunity") ?? "");
    const product = products.get(textIn(row, "product") ?? "");
    const currency = currencyOf(row, run.plan.currency) ?? run.plan.currency;
    const problem =
      opportunity === undefined
        ? { field: "opportunity", reason: "No file of this import has this opportunity." }
        : product === undefined
          ? { field: "product", reason: "The line names no product." }
          : isCurrencyCode(currency)
            ? null
            : { field: "currency", reason: "It is not a currency code of three letters, such as USD." };
    const known = links.get(row.key);
    if (problem !== null)
      tally.rejects.push({ line: row.line, value: textIn(row, problem.field) ?? "", ...problem });
    else if (truthIn(row, "isDeleted") === true && known === undefined) tally.unchanged += 1;
    else if (known?.fingerprint === row.fingerprint) tally.unchanged += 1;
    else {
      const id = known?.recordId ?? run.newId();
      (known === undefined ? added : changed).push({
        id,
        opportunity_id: opportunity,
        product_id: product,
        position: textIn(row, "position") ?? "1",
        quantity: textIn(row, "quantity") ?? "1",
        unit_price_minor: amountOf(run, row, "unitPrice", currency),
        amount_minor: amountOf(run, row, "amount", currency),
      });
      saved.push({ sourceId: row.key, recordId: id, fingerprint: row.fingerprint });
      tally[known === undefined ? "created" : "updated"] += 1;
    }
  }
  await insertRecords(trx, workspaceId, "crm.opportunity_line", added);
  await changeRecords(trx, workspaceId, "crm.opportunity_line", columns, changed);
  await saveLinks(trx, workspaceId, sourceKey, "line", importId, saved);
  return tally;
}

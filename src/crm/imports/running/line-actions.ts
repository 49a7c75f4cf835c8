/** Rows of lines of opportunities into the record. */
import { fills } from "../mapping/column-plan.ts";
import { textIn } from "../mapping/row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { knownRecords, meantRecords, named } from "./reference-actions.ts";
import type { RowKind, SaidOrRefused } from "./row-actions.ts";
import { amountOf, currencyOf } from "./row-values.ts";

const table = "crm.opportunity_line";

/** A product in an opportunity, with its quantity and amounts. */
export const lineKind: RowKind = {
  object: "line",
  table,
  columns: (file) => [
    ...["opportunity_id", "product_id", "quantity", "unit_price_minor", "amount_minor"],
    ...(fills(file, "position") ? ["position"] : []),
  ],
  reader: async (run, trx, rows) => {
    const opportunities = await knownRecords(run, trx, "opportunity", named(rows, "opportunity"));
    const products = await meantRecords(run, trx, "product", named(rows, "product"));
    return (row): SaidOrRefused => {
      const opportunity = opportunities.get(textIn(row, "opportunity") ?? "");
      const product = products.get(textIn(row, "product") ?? "");
      const currency = currencyOf(row, run.plan.currency);
      if (opportunity === undefined)
        return { refused: { field: "opportunity", reason: "No file of this import has this opportunity." } };
      if (product === undefined)
        return { refused: { field: "product", reason: "The line names no product." } };
      if (currency === null)
        return {
          refused: { field: "currency", reason: "It is not a currency code of three letters, such as USD." },
        };
      return {
        said: {
          opportunity_id: opportunity,
          product_id: product,
          position: textIn(row, "position") ?? "1",
          quantity: textIn(row, "quantity") ?? "1",
          unit_price_minor: amountOf(run, row, "unitPrice", currency),
          amount_minor: amountOf(run, row, "amount", currency),
        },
      };
    };
  },
  insert: (trx, workspaceId, rows) => insertRecords(trx, workspaceId, table, rows),
  change: (trx, workspaceId, columns, rows) => changeRecords(trx, workspaceId, table, columns, rows),
};

import { safeCell } from "#base/kernel";
import { bind, csvOf, outlineOf, type Route, valuesOf, workbookLinesMax, workbookOf } from "#base/platform";
import { requireKnown } from "#people";
import { listingOf, shownOutline } from "./actions.ts";
import { changeCells } from "./cells/change-actions.ts";
import * as contract from "./contract.ts";
import { attached, exportOf } from "./export/actions.ts";

/** Whether a list was narrowed; by what is what somebody typed, and stays out of the audit log. */
const isNarrowed = ({ filter, search }: { filter?: string | undefined; search?: string | undefined }) =>
  Boolean(filter || search);

export const listRoutes: Route[] = [
  bind(contract.getListOutline, async (call) => {
    const { find, ...asked } = call.query;
    const listing = await listingOf(call, call.params.noun, asked);
    return shownOutline(await outlineOf(call.db, listing, find), listing);
  }),
  bind(contract.exportCsv, async (call) => {
    const { sheet, name, rows } = await exportOf(call, call.params.noun, call.query);
    call.note({ rows, filtered: isNarrowed(call.query) });
    call.setHeader("content-disposition", attached(`${name}.csv`));
    return csvOf(sheet, safeCell);
  }),
  bind(contract.exportWorkbook, async (call) => {
    const { sheet, name, rows } = await exportOf(call, call.params.noun, call.query, workbookLinesMax);
    call.note({ rows, filtered: isNarrowed(call.query) });
    call.setHeader("content-disposition", attached(`${name}.xlsx`));
    return workbookOf(sheet);
  }),
  bind(contract.changeCells, ({ db, sight, author, services, params, body }) =>
    changeCells(
      { db, sight, workspaceId: author.workspaceId, clock: services.clock },
      params.noun,
      body.rows,
      body.preview,
    ),
  ),
  bind(contract.getListValues, async (call) => {
    const { column, label, limit, ...asked } = call.query;
    const listing = await listingOf(call, call.params.noun, asked);
    requireKnown(
      listing.source.columns.some(({ id }) => id === column),
      "column",
      "column",
    );
    return { items: await valuesOf(call.db, listing, column, { label, limit }) };
  }),
];

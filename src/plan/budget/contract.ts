import { z } from "zod";
import { endpoint } from "#base/contract";
import { amountText, currencyCode, dateText, idParams, idText, nameText, removal, version } from "#base/wire";

/** An amount that is always there. */
const amount = z.strictObject({ amount: amountText, currency: currencyCode });
/** `endsOn` is the first day that no longer belongs to it. */
const said = { startsOn: dateText, endsOn: dateText, amount };

export const costOut = z.strictObject({
  id: idText,
  version,
  category: z.string(),
  ...said,
});
export type CostOut = z.infer<typeof costOut>;

export const getCosts = endpoint({
  method: "GET",
  path: "/api/costs",
  permission: "plan.read",
  summary: "Costs of selling by first day.",
  query: z.strictObject({ category: z.string().max(300).optional() }),
  output: z.strictObject({ items: z.array(costOut) }),
});
export const createCost = endpoint({
  method: "POST",
  path: "/api/costs",
  permission: "plan.write",
  summary: "Enters a cost of selling over days.",
  body: z.strictObject({ category: nameText, ...said }),
  output: costOut,
  status: 201,
});
export const changeCost = endpoint({
  method: "PATCH",
  path: "/api/costs/:id",
  permission: "plan.write",
  summary: "Changes what is given about a cost.",
  params: idParams,
  body: z.strictObject({ category: nameText, ...said }).partial(),
  output: costOut,
  conditional: true,
});
export const removeCost = endpoint({
  method: "DELETE",
  path: "/api/costs/:id",
  permission: "plan.write",
  summary: "Removes a cost; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  amountText,
  currencyCode,
  dateText,
  idParams,
  idText,
  reference,
  removal,
  version,
} from "#base/wire";

/** An amount that is always there. */
const amount = z.strictObject({ amount: amountText, currency: currencyCode });
/** `endsOn` is the first day that no longer belongs to it. */
const said = { startsOn: dateText, endsOn: dateText, amount };

export const targetOut = z.strictObject({
  id: idText,
  version,
  /** Null: the company as a whole. */
  person: reference.nullable(),
  ...said,
});
export type TargetOut = z.infer<typeof targetOut>;

export const getTargets = endpoint({
  method: "GET",
  path: "/api/targets",
  permission: "plan.read",
  summary: "Targets by first day: the company's and everybody's.",
  query: z.strictObject({ personId: idText.optional() }),
  output: z.strictObject({ items: z.array(targetOut) }),
});
export const createTarget = endpoint({
  method: "POST",
  path: "/api/targets",
  permission: "plan.write",
  summary: "Sets a target for a person, or for the company as a whole, over days.",
  body: z.strictObject({ personId: idText.nullable().default(null), ...said }),
  output: targetOut,
  status: 201,
});
export const changeTarget = endpoint({
  method: "PATCH",
  path: "/api/targets/:id",
  permission: "plan.write",
  summary: "Changes what is given about a target.",
  params: idParams,
  body: z.strictObject({ personId: idText.nullable(), ...said }).partial(),
  output: targetOut,
  conditional: true,
});
export const removeTarget = endpoint({
  method: "DELETE",
  path: "/api/targets/:id",
  permission: "plan.write",
  summary: "Removes a target; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

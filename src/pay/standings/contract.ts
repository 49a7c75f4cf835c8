/** What people are paid, and where that stands in the bands of their role. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  amountText,
  dateText,
  idParams,
  idText,
  knownCurrency,
  nameText,
  reference,
  removal,
  shortText,
  version,
} from "#base/wire";

const said = {
  startsOn: dateText.describe("From this day on, until the next record begins"),
  roleKey: z.string().max(63).nullable().describe("The key of a role; null where only a name is given"),
  roleName: nameText,
  level: shortText,
  location: shortText,
  currency: knownCurrency,
  base: amountText,
  bonus: amountText.describe("The target bonus"),
};

export const payRecordOut = z.strictObject({
  ...{ id: idText, version, person: reference, ...said },
  currency: z.string(),
  endsOn: dateText.nullable().describe("The first day on which it no longer holds"),
});
export type PayRecordOut = z.infer<typeof payRecordOut>;

/** A figure, or the reason why there is none. */
const figure = z.strictObject({ value: z.number().nullable(), reason: z.string().nullable() });

const inBand = z.strictObject({
  band: z.string().describe("The band's key"),
  source: z.string(),
  year: z.int(),
  own: z.boolean(),
  words: z.string().describe("The band's figures, adjusted where it has adjustments"),
  adjusted: z.boolean(),
  middle: amountText.nullable(),
  middleStated: z.boolean().describe("The source states the middle; else it is half of low and high"),
  compaRatio: figure.describe("Base ÷ middle of the band"),
  penetration: figure.describe("(Base − low) ÷ (high − low)"),
});
export const standingOut = z.strictObject({
  ...payRecordOut.shape,
  bands: z.array(inBand).describe("Each band of base pay that is meant for them, by itself"),
  noBand: z.string().nullable().describe("Why there is no band to stand in"),
});
export type StandingOut = z.infer<typeof standingOut>;

export const getStandings = endpoint({
  method: "GET",
  path: "/api/pay/standings",
  permission: "pay.read",
  summary:
    "Where each person's base pay stands on a day in the bands of their role; today when none is given",
  query: z.strictObject({ asOf: dateText.optional() }),
  output: z.strictObject({ asOf: dateText, items: z.array(standingOut) }),
});
export const getPayOf = endpoint({
  method: "GET",
  path: "/api/pay/people/:id",
  permission: "pay.read",
  summary: "What a person is and was paid, by first day",
  params: idParams,
  output: z.strictObject({ items: z.array(payRecordOut) }),
});
export const statePay = endpoint({
  method: "POST",
  path: "/api/pay/records",
  permission: "pay.write",
  summary: "States what a person is paid from a day on; what held until then ends there",
  body: z.strictObject({ personId: idText, ...said }),
  output: payRecordOut,
  status: 201,
});
export const correctPay = endpoint({
  method: "PATCH",
  path: "/api/pay/records/:id",
  permission: "pay.write",
  summary: "Corrects what is given of a pay record",
  params: idParams,
  body: z.strictObject(said).partial(),
  output: payRecordOut,
  conditional: true,
});
export const removePay = endpoint({
  method: "DELETE",
  path: "/api/pay/records/:id",
  permission: "pay.write",
  summary: "Removes a pay record: the one before it holds on. Its history stays",
  params: idParams,
  output: removal,
  conditional: true,
});

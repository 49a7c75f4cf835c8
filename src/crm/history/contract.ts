import { z } from "zod";
import { endpoint } from "#base/contract";
import { currencyCode, dateText, idText, instantText, money, pageQuery, rate, reference } from "#base/wire";
import { forecastCategories } from "../opportunities/stage.ts";
import { historyNouns } from "./change.ts";

/** A value in words; a reference also has its id, an amount its currency. */
const value = z.strictObject({
  text: z.string(),
  id: idText.optional(),
  currency: currencyCode.optional(),
});
export type ShownValue = z.infer<typeof value>;

export const changeOut = z.strictObject({
  changeNo: z.string(),
  /** What changed: the record itself ("opportunity") or a part of it ("opportunity line", "reporting line"). */
  of: z.string(),
  recordId: idText,
  action: z.enum(["created", "updated", "deleted", "restated"]),
  trueSince: instantText,
  recordedAt: instantText,
  authorId: idText.nullable(),
  author: z.string(),
  source: z.string(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      kind: z.enum(["text", "amount", "date", "instant", "reference", "number", "flag"]),
      before: value.nullable(),
      after: value.nullable(),
    }),
  ),
});
export type ChangeOut = z.infer<typeof changeOut>;

const state = {
  status: z.enum(["open", "won", "lost", "removed"]),
  pipeline: reference,
  stage: reference.nullable(),
  stageEnteredAt: instantText.nullable(),
  amount: money,
  probability: rate.nullable(),
  forecastCategory: z.enum(forecastCategories),
  closeOn: dateText.nullable(),
  owner: reference.nullable(),
  account: reference.nullable(),
};
export const intervalOut = z.strictObject({
  versionNo: z.string(),
  validFrom: instantText,
  /** When the next believed state begins; null: it holds, or it is superseded. */
  validTo: instantText.nullable(),
  recordedAt: instantText,
  /** When we learned better; null while it is believed. */
  supersededAt: instantText.nullable(),
  /** recorded: made here; source: told by the source's own history; inferred: from its dates. */
  basis: z.enum(["recorded", "source", "inferred"]),
  author: z.string(),
  source: z.string(),
  ...state,
});
export type IntervalOut = z.infer<typeof intervalOut>;

export const getHistory = endpoint({
  method: "GET",
  path: "/api/history/:noun/:id",
  permission: "records.read",
  summary:
    "Everything that happened to a record, the newest first; of an opportunity also its states over time.",
  params: z.strictObject({ noun: z.enum(historyNouns), id: idText }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({
    noun: z.enum(historyNouns),
    id: idText,
    name: z.string(),
    items: z.array(changeOut),
    nextCursor: z.string().nullable(),
    /** Of an opportunity, on the first page; else null. */
    intervals: z.array(intervalOut).nullable(),
  }),
});
export const getKnownDays = endpoint({
  method: "GET",
  path: "/api/known-days",
  permission: "analytics.read",
  summary: "The first and the last day on which an opportunity changed; null where nothing is known",
  output: z.strictObject({ firstOn: dateText.nullable(), lastOn: dateText.nullable() }),
});
export const getOpportunityAsOf = endpoint({
  method: "GET",
  path: "/api/opportunities/:id/as-of/:date",
  permission: "records.read",
  summary: "An opportunity as it stood at the end of a day, as we know it now; null before it existed.",
  params: z.strictObject({ id: idText, date: dateText }),
  output: z.strictObject({ id: idText, name: z.string(), asOf: dateText, state: intervalOut.nullable() }),
});

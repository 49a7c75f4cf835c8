import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  currencyCode,
  customValues,
  dateText,
  idParams,
  idText,
  instantText,
  listPageQuery,
  longText,
  manyOf,
  money,
  nameText,
  pageOf,
  rate,
  reference,
  removal,
  removedAt,
  shortText,
  version,
} from "#base/wire";
import { forecastCategories, outcomes } from "./stage.ts";

export const opportunityOut = z.strictObject({
  id: idText,
  version,
  trueSince: instantText,
  name: z.string(),
  account: reference.nullable(),
  owner: reference.nullable(),
  pipeline: reference,
  /** Null where the source did not say. */
  stage: reference.nullable(),
  stageEnteredAt: instantText.nullable(),
  status: z.enum(outcomes),
  amount: money,
  probability: rate.nullable(),
  forecastCategory: z.enum(forecastCategories),
  createdOn: dateText.nullable(),
  /** The expected day while open, the day it closed once won or lost. */
  closeOn: dateText.nullable(),
  leadSource: z.string().nullable(),
  nextStep: z.string().nullable(),
  lostReason: z.string().nullable(),
  removedAt,
  custom: customValues,
});
export type OpportunityOut = z.infer<typeof opportunityOut>;

export const lineOut = z.strictObject({
  id: idText,
  product: reference,
  quantity: z.string(),
  unitPrice: money.nullable(),
  amount: money.nullable(),
});
export const splitOut = z.strictObject({ person: reference, share: rate });
export const stakeholderOut = z.strictObject({
  contact: reference,
  title: z.string().nullable().describe("What the contact is at the account"),
  role: z.string().nullable().describe("The part in the decision; null where nobody has said"),
  primary: z.boolean().describe("The one whom we turn to first"),
});
export const opportunityDetail = z.strictObject({
  ...opportunityOut.shape,
  lines: z.array(lineOut),
  splits: z.array(splitOut),
  stakeholders: z.array(stakeholderOut),
});
export type OpportunityDetail = z.infer<typeof opportunityDetail>;

const said = z
  .strictObject({
    accountId: idText.nullable(),
    ownerId: idText.nullable(),
    amount: money,
    probability: rate.nullable(),
    forecastCategory: z.enum(forecastCategories),
    createdOn: dateText.nullable(),
    closeOn: dateText.nullable(),
    leadSource: shortText.nullable(),
    nextStep: longText.nullable(),
    custom: customValues,
  })
  .partial();
export type OpportunityIn = z.infer<typeof said>;

/** An opportunity as its list has it. */
export const opportunityListed = z.strictObject({
  ...opportunityOut.shape,
  currency: currencyCode,
  products: z.string().nullable().describe("The names of its products"),
  lastActivityAt: instantText.nullable().describe("When the last activity about it was done"),
  team: z.string().nullable().describe("Of its person, today"),
  region: z.string().nullable().describe("Of its person, today"),
});
export type OpportunityListed = z.infer<typeof opportunityListed>;

export const getOpportunities = endpoint({
  method: "GET",
  path: "/api/opportunities",
  permission: "records.read",
  summary: "Opportunities, filtered and sorted, a page at a time.",
  query: z.strictObject({
    ...listPageQuery,
    status: z.enum(outcomes).optional(),
    ownerId: idText.optional(),
    stageId: idText.optional(),
    pipelineId: idText.optional(),
    accountId: idText.optional(),
  }),
  output: pageOf(opportunityListed),
});
export const getOpportunity = endpoint({
  method: "GET",
  path: "/api/opportunities/:id",
  permission: "records.read",
  summary: "An opportunity with its lines, its splits and who takes part in it.",
  params: idParams,
  output: opportunityDetail,
});
export const createOpportunity = endpoint({
  method: "POST",
  path: "/api/opportunities",
  permission: "records.write",
  summary: "Adds an opportunity, at the first open stage of the first pipeline unless said otherwise.",
  body: said.extend({ name: nameText, pipelineId: idText.optional(), stageId: idText.optional() }),
  output: opportunityDetail,
  status: 201,
});
export const changeOpportunity = endpoint({
  method: "PATCH",
  path: "/api/opportunities/:id",
  permission: "records.write",
  summary: "Changes what is given about an opportunity; stage and status have their own verbs.",
  params: idParams,
  body: said.extend({ name: nameText.optional(), lostReason: longText.nullable().optional() }),
  output: opportunityDetail,
  conditional: true,
});
export const removeOpportunity = endpoint({
  method: "DELETE",
  path: "/api/opportunities/:id",
  permission: "records.write",
  summary: "Removes an opportunity; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

export const writeOpportunities = manyOf(createOpportunity, changeOpportunity, removeOpportunity);

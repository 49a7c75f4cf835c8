import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  idParams,
  idText,
  instantText,
  listPageQuery,
  longText,
  manyOf,
  nameText,
  pageOf,
  reference,
  removal,
  removedAt,
  version,
} from "#base/wire";
import { activityKinds } from "./activity.ts";

export const activityOut = z.strictObject({
  id: idText,
  version,
  kind: z.enum(activityKinds),
  subject: z.string(),
  body: z.string().nullable(),
  opportunity: reference.nullable(),
  account: reference.nullable(),
  contact: reference.nullable(),
  person: reference.nullable(),
  dueAt: instantText.nullable(),
  doneAt: instantText.nullable(),
  removedAt,
  custom: customValues,
});
export type ActivityOut = z.infer<typeof activityOut>;

const about = { opportunityId: idText, accountId: idText, contactId: idText, personId: idText };

/** An activity as its list has it. */
export const activityListed = z.strictObject({
  ...activityOut.shape,
  done: z.boolean(),
  trueSince: instantText,
  team: z.string().nullable().describe("Of its person, today"),
  region: z.string().nullable().describe("Of its person, today"),
});
export type ActivityListed = z.infer<typeof activityListed>;

export const getActivities = endpoint({
  method: "GET",
  path: "/api/activities",
  permission: "records.read",
  summary:
    "Activities, filtered and sorted, a page at a time; what is still to be done first, then the latest, unless an order is given.",
  query: z.strictObject({
    ...listPageQuery,
    ...z.strictObject(about).partial().shape,
    state: z.enum(["open", "done"]).optional(),
  }),
  output: pageOf(activityListed),
});
export const getActivity = endpoint({
  method: "GET",
  path: "/api/activities/:id",
  permission: "records.read",
  summary: "An activity.",
  params: idParams,
  output: activityOut,
});

const activityIn = z
  .strictObject({
    body: longText.nullable(),
    opportunityId: idText.nullable(),
    accountId: idText.nullable(),
    contactId: idText.nullable(),
    personId: idText.nullable(),
    dueAt: instantText.nullable(),
    doneAt: instantText.nullable(),
    custom: customValues,
  })
  .partial();
export type ActivityIn = z.infer<typeof activityIn>;

export const createActivity = endpoint({
  method: "POST",
  path: "/api/activities",
  permission: "records.write",
  summary: "Adds an activity to an opportunity, an account or a contact.",
  body: activityIn.extend({ kind: z.enum(activityKinds), subject: nameText }),
  output: activityOut,
  status: 201,
});
export const changeActivity = endpoint({
  method: "PATCH",
  path: "/api/activities/:id",
  permission: "records.write",
  summary: "Changes what is given about an activity; a day on which it was done can be taken back.",
  params: idParams,
  body: activityIn.extend({ kind: z.enum(activityKinds).optional(), subject: nameText.optional() }),
  output: activityOut,
  conditional: true,
});
export const completeActivity = endpoint({
  method: "POST",
  path: "/api/activities/:id/complete",
  permission: "records.write",
  summary: "Marks an activity as done, now.",
  params: idParams,
  output: activityOut,
  conditional: true,
});
export const removeActivity = endpoint({
  method: "DELETE",
  path: "/api/activities/:id",
  permission: "records.write",
  summary: "Removes an activity; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

export const writeActivities = manyOf(createActivity, changeActivity, removeActivity);

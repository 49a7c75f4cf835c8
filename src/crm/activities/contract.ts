import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  idParams,
  idText,
  instantText,
  longText,
  nameText,
  pageOf,
  pageQuery,
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

export const getActivities = endpoint({
  method: "GET",
  path: "/api/activities",
  permission: "records.read",
  summary: "Activities of a record or person: what is still to be done first, then the latest.",
  query: z.strictObject({
    ...pageQuery,
    ...z.strictObject(about).partial().shape,
    state: z.enum(["open", "done"]).optional(),
  }),
  output: pageOf(activityOut),
});
export const createActivity = endpoint({
  method: "POST",
  path: "/api/activities",
  permission: "records.write",
  summary: "Adds an activity to an opportunity, an account or a contact.",
  body: z.strictObject({
    kind: z.enum(activityKinds),
    subject: nameText,
    body: longText.nullable().optional(),
    opportunityId: about.opportunityId.nullable().optional(),
    accountId: about.accountId.nullable().optional(),
    contactId: about.contactId.nullable().optional(),
    personId: about.personId.nullable().optional(),
    dueAt: instantText.nullable().optional(),
    doneAt: instantText.nullable().optional(),
    custom: customValues.optional(),
  }),
  output: activityOut,
  status: 201,
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

import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, nameText, reference, removal, version } from "#base/wire";
import { listNouns } from "../lists/list-noun.ts";

const said = {
  filter: z.string().max(8000),
  sort: z.string().max(400),
  group: z.string().max(200),
  columns: z.string().min(1).max(4000),
};

export const viewOut = z.strictObject({
  id: idText,
  version,
  noun: z.enum(listNouns),
  name: z.string(),
  ...said,
  keeper: reference.nullable().describe("Null where its keeper is nobody in the records"),
  mine: z.boolean(),
  shared: z.boolean(),
  changeable: z.boolean().describe("Whether the asker may change, share and remove it"),
});
export type ViewOut = z.infer<typeof viewOut>;

export const getViews = endpoint({
  method: "GET",
  path: "/api/views",
  permission: "records.read",
  summary: "The saved views of a list: one's own, and those that are shared.",
  query: z.strictObject({ noun: z.enum(listNouns) }),
  output: z.strictObject({ items: z.array(viewOut) }),
});
export const createView = endpoint({
  method: "POST",
  path: "/api/views",
  permission: "views.write",
  summary: "Saves what a list shows under a name, for oneself or for the workspace.",
  body: z.strictObject({
    noun: z.enum(listNouns),
    name: nameText.max(80),
    ...said,
    shared: z.boolean().default(false),
  }),
  output: viewOut,
  status: 201,
});
export const changeView = endpoint({
  method: "PATCH",
  path: "/api/views/:id",
  permission: "views.write",
  summary: "Changes a saved view: its name, what it shows, whether it is shared.",
  params: idParams,
  body: z.strictObject({ name: nameText.max(80), ...said, shared: z.boolean() }).partial(),
  output: viewOut,
  conditional: true,
});
export const removeView = endpoint({
  method: "DELETE",
  path: "/api/views/:id",
  permission: "views.write",
  summary: "Removes a saved view; it can be taken back.",
  params: idParams,
  output: removal,
  conditional: true,
});
export const takeBackView = endpoint({
  method: "POST",
  path: "/api/views/:id/take-back",
  permission: "views.write",
  summary: "Takes a removed view back as it was.",
  params: idParams,
  output: viewOut,
  conditional: true,
});

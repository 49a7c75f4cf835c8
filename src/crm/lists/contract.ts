import { z } from "zod";
import { endpoint } from "#base/contract";
import { idText, listOutline, listQuery } from "#base/wire";
import { listNouns } from "./list-noun.ts";

export const nounParams = z.strictObject({ noun: z.enum(listNouns) });

export const getListOutline = endpoint({
  method: "GET",
  path: "/api/lists/:noun/outline",
  permission: "records.read",
  summary: "How many records a list has, what they add up to, its groups, and where its pages begin.",
  params: nounParams,
  query: z.strictObject({ ...listQuery, find: idText.optional() }),
  output: listOutline,
});
export const getListValues = endpoint({
  method: "GET",
  path: "/api/lists/:noun/values",
  permission: "records.read",
  summary: "The values that records have in a column, the most frequent first.",
  params: nounParams,
  query: z.strictObject({
    ...listQuery,
    column: z.string().max(100),
    label: z.string().max(200).default("").describe("A part of the value's name"),
    limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() })),
  }),
});

/** Who sees a record, and why. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idText, reference } from "#base/wire";

export const seenNouns = ["opportunity", "account", "contact", "activity"] as const;

export const getSeenBy = endpoint({
  method: "GET",
  path: "/api/seen-by/:noun/:id",
  permission: "access.manage",
  summary: "Whose seats see a record and why, and whose do not, as of a day",
  params: z.strictObject({ noun: z.enum(seenNouns), id: idText }),
  query: z.strictObject({ asOf: dateText.optional() }),
  output: z.strictObject({
    noun: z.enum(seenNouns),
    id: idText,
    name: z.string(),
    asOf: dateText,
    items: z.array(
      z.strictObject({
        person: reference,
        role: z.string(),
        sees: z.boolean(),
        because: z.string(),
      }),
    ),
    note: z.string().nullable().describe("What of the answer is not of that day"),
  }),
});

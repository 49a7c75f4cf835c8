import { z } from "zod";
import { endpoint } from "#base/contract";
import { idText, money } from "#base/wire";

/** What can be found by name. */
export const foundNouns = ["opportunity", "account", "contact", "product", "person"] as const;

export const foundRecord = z.strictObject({
  noun: z.enum(foundNouns),
  id: idText,
  name: z.string(),
  /** What tells it from others of the same name: the account of an opportunity, the title of a person. */
  note: z.string().nullable(),
  /** The account that it belongs to, if any. */
  accountId: idText.nullable(),
  /** Of an opportunity: open, won or lost; else null. */
  status: z.enum(["open", "won", "lost"]).nullable(),
  /** Of an opportunity; else null. */
  amount: money.nullable(),
});
export type FoundRecord = z.infer<typeof foundRecord>;

export const searchRecords = endpoint({
  method: "GET",
  path: "/api/search",
  permission: "records.read",
  summary:
    "Records of any noun by a part of their name, the best first: a whole name before its beginning, that before a word's beginning",
  query: z.strictObject({
    query: z.string().max(300).describe("What was typed; the order of the words does not matter"),
    limit: z.coerce
      .number<number | string>()
      .int()
      .min(1)
      .max(50)
      .default(6)
      .describe("How many of each noun"),
  }),
  output: z.strictObject({ items: z.array(foundRecord) }),
});

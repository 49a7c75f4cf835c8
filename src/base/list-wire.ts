/** How a list is asked and how its outline is told, on the wire. Safe for the browser. */
import { z } from "zod";

/** What narrows, orders and groups a list; the language is that of the kernel's lists. */
export const listQuery = {
  filter: z
    .string()
    .max(8000)
    .optional()
    .describe("Which records: and(status.one-of(open),amount.at-least(50000))"),
  sort: z.string().max(400).optional().describe("In which order: -amount,name"),
  group: z.string().max(200).optional().describe("Put into which groups: stage, -owner or closeOn:quarter"),
  search: z.string().max(200).optional().describe("A part of the name"),
};

/** One page of a list. A cursor holds what the list is ordered by. */
export const listPageQuery = {
  ...listQuery,
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
  cursor: z.string().max(8000).optional(),
};

const sum = z.strictObject({
  column: z.string(),
  sum: z.string().describe("A decimal; of money in the workspace's currency"),
  currency: z.string().nullable().describe("Null for what is no money"),
  withoutRate: z
    .int()
    .describe("Records left out of the sum because no exchange rate is known for their day"),
});
const count = z.int().min(0);

export const listOutline = z.strictObject({
  count,
  sums: z.array(sum),
  groups: z
    .array(
      z.strictObject({
        key: z.string().nullable().describe("A value, an id or a period; null for records without"),
        label: z.string().nullable().describe("The name of another record"),
        count,
        sums: z.array(sum),
      }),
    )
    .nullable(),
  markEvery: z.int(),
  marks: z.array(z.string()).describe("Cursors of the second page and of every further one"),
  place: count.nullable().describe("Where the record that was looked for stands, from 0"),
});
export type ListOutline = z.infer<typeof listOutline>;
export type ListSum = z.infer<typeof sum>;
